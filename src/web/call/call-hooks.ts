import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Language } from '../../contracts/index.js';
import { type Translator, translator } from '../i18n/i18n.js';
import type { LocalMedia, LocalMediaState } from './call-media.js';
import type { CallSession, CallState } from './call-session.js';
import { callTexts } from './call-texts.js';

export type CallTexts = Translator<typeof callTexts>;

export function useCallTexts(language: Language): CallTexts {
  return useMemo(() => translator(callTexts, language), [language]);
}

export function useCallState(session: CallSession): CallState {
  return useSyncExternalStore(session.subscribe, session.getState);
}

export function useLocalMedia(media: LocalMedia): LocalMediaState {
  return useSyncExternalStore(media.subscribe, media.getState);
}

/**
 * Keeps the screen on while it is shown. A browser lets go of it when the page is hidden, so it is asked again when the
 * page comes back; one that refuses (little battery, an old host page) only darkens its screen.
 */
export function useAwake(): void {
  useEffect(() => {
    let over = false;
    let lock: WakeLockSentinel | null = null;
    const ask = async () => {
      if (over || document.visibilityState !== 'visible' || (lock && !lock.released)) return;
      const got = await navigator.wakeLock?.request('screen').catch(() => null);
      if (!got) return;
      if (over) void got.release();
      else lock = got;
    };
    void ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}

/** Shows a stream in a video element. */
export function useStream(stream: MediaStream | null) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (element.current && element.current.srcObject !== stream) element.current.srcObject = stream;
  }, [stream]);
  return element;
}

/** One's own picture as a stream of its own. */
export function useOwnPicture(track: MediaStreamTrack | null): MediaStream | null {
  return useMemo(() => (track ? new MediaStream([track]) : null), [track]);
}

const LOOKS_PER_S = 12;
const LOUD_ENOUGH = 0.08;

/** How loud a track is, 0 to 1, and whether anything has been heard at all. */
export function useLevel(track: MediaStreamTrack | null): { level: number; heard: boolean } {
  const [level, setLevel] = useState(0);
  const [heard, setHeard] = useState(false);
  useEffect(() => {
    if (!track) return;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 512;
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Uint8Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getByteTimeDomainData(samples);
      const peak = Math.max(...samples.map((sample) => Math.abs(sample - 128))) / 128;
      setLevel(peak);
      if (peak > LOUD_ENOUGH) setHeard(true);
    }, 1000 / LOOKS_PER_S);
    return () => {
      clearInterval(timer);
      void context.close();
      setLevel(0);
    };
  }, [track]);
  return { level, heard };
}

const RING_EVERY_MS = 3_000;
const TONES = [
  { hertz: 523, at: 0 },
  { hertz: 659, at: 0.25 },
] as const;
const TONE_S = 0.4;
const LOUDNESS = 0.08;

/** A calm ring while it is wanted; silent where the browser plays nothing before it is touched. */
export function useRing(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const context = new AudioContext();
    const ring = () => {
      if (context.state !== 'running') return void context.resume().catch(() => undefined);
      for (const { hertz, at } of TONES) {
        const start = context.currentTime + at;
        const tone = context.createOscillator();
        const volume = context.createGain();
        tone.frequency.value = hertz;
        volume.gain.setValueAtTime(0, start);
        volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.05);
        volume.gain.linearRampToValueAtTime(0, start + TONE_S);
        tone.connect(volume).connect(context.destination);
        tone.start(start);
        tone.stop(start + TONE_S);
      }
    };
    ring();
    const timer = setInterval(ring, RING_EVERY_MS);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [on]);
}

/** Seconds since an instant, by this browser's clock from when it was first seen. */
export function useSeconds(from: string | null): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!from) return;
    const began = performance.now();
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - began) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [from]);
  return seconds;
}
