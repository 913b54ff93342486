/** Frequencies in hertz and their starts in seconds: two rising tones, short, unlike those of a phone. */
const TONES = [
  { hertz: 660, at: 0 },
  { hertz: 880, at: 0.16 },
] as const;
const TONE_SECONDS = 0.14;
const LOUDNESS = 0.12;

let context: AudioContext | null = null;

function audio(): AudioContext | null {
  try {
    context ??= new AudioContext();
    return context;
  } catch {
    return null;
  }
}

/** Browsers let a page sound only after it has been touched: call at the first press or key. */
export function allowSound(): void {
  const ready = audio();
  if (ready?.state === 'suspended') void ready.resume().catch(() => undefined);
}

/** Plays the short sound of an urgent arrival; silent where the browser does not allow it. */
export function playArrival(): void {
  const ready = audio();
  if (ready?.state !== 'running') return;
  for (const { hertz, at } of TONES) {
    const start = ready.currentTime + at;
    const tone = ready.createOscillator();
    const volume = ready.createGain();
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
    volume.gain.linearRampToValueAtTime(0, start + TONE_SECONDS);
    tone.connect(volume).connect(ready.destination);
    tone.start(start);
    tone.stop(start + TONE_SECONDS);
  }
}
