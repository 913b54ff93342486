import type {
  Acknowledged,
  CallConnection,
  CallSignal,
  CallView,
  JoinCall,
  JoinedCall,
} from '../../contracts/index.js';
import { asProblemError, ProblemError } from '../api/api.js';
import { newId } from '../api/ids.js';
import type { LiveConnection } from '../live/live-connection.js';
import { type CallAdapter, type CallLink, openAdapter } from './call-adapter.js';
import type { LocalMedia } from './call-media.js';
import { SignalOutbox } from './call-signals.js';
import { CallSounds } from './call-sounds.js';

/**
 * joining · in · over: ended by someone, or by what happened to the case · lost: nothing came through for long ·
 * elsewhere: goes on in another window of the same person · out: has no seat in it, as when an invitation was withdrawn.
 */
export type CallPhase = 'joining' | 'in' | 'over' | 'lost' | 'elsewhere' | 'out';

export interface CallState {
  phase: CallPhase;
  call: CallView | null;
  /** Which of the participants this is. */
  me: string | null;
  link: CallLink;
  /** No word from our own server. */
  away: boolean;
  streams: ReadonlyMap<string, MediaStream>;
  /** The browser plays no sound before it is touched. */
  silent: boolean;
}

export interface CallSessionSettings {
  connection: LiveConnection;
  callId: string;
  media: LocalMedia;
}

/** After so long without a way through, both are back in the chat. Shorter than the server waits. */
export const LOST_MS = 30_000;
const AGAIN_MS = 2_000;

/** One page's part in a call, from coming in to its end, for any framework and whatever carries it. */
export class CallSession {
  private state: CallState = {
    phase: 'joining',
    call: null,
    me: null,
    link: 'connecting',
    away: false,
    streams: new Map(),
    silent: false,
  };
  private readonly listeners = new Set<() => void>();
  private readonly stops: (() => void)[] = [];
  private readonly page = newId();
  private readonly signals: SignalOutbox;
  private readonly sounds = new CallSounds(() => this.set({ silent: true }));
  private adapter: CallAdapter | null = null;
  private opening = false;
  private joining = false;
  private joinAgain = false;
  private have = 0;
  private early: CallSignal[] = [];
  private told = '';
  private lost: ReturnType<typeof setTimeout> | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly settings: CallSessionSettings) {
    const { connection, media, callId } = settings;
    this.signals = new SignalOutbox(connection, callId, this.page, () => this.isLive && this.tryLater());
    this.stops.push(
      connection.onOpen(() => void this.join()),
      connection.subscribe(() => this.watch()),
      connection.on('call:state', ({ call }: { call: CallView }) => this.takeCall(call)),
      connection.on('call:signals', (event: { callId: string; signals: CallSignal[] }) => {
        if (event.callId === callId) this.takeSignals(event.signals);
      }),
      media.subscribe(() => this.mediaChanged()),
    );
    window.addEventListener('online', this.networkChanged);
    this.stops.push(() => window.removeEventListener('online', this.networkChanged));
    // Known to some browsers only; others notice by the connection itself.
    const network = (navigator as { connection?: EventTarget }).connection;
    network?.addEventListener('change', this.networkChanged);
    this.stops.push(() => network?.removeEventListener('change', this.networkChanged));
    this.watch();
  }

  get callId(): string {
    return this.settings.callId;
  }

  get media(): LocalMedia {
    return this.settings.media;
  }

  getState = (): CallState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Out of the call by choice; for staff and residents that ends it. */
  hangUp(): void {
    void this.leave(false);
    this.end('over');
  }

  /** Plays the sound, after a touch. */
  playSound = (): void => {
    this.set({ silent: false });
    this.sounds.playAll();
  };

  /** Stops here without a word to anyone: the seat is kept a while for a page that comes back. */
  close(): void {
    this.end('over');
    this.listeners.clear();
  }

  private get isLive(): boolean {
    return this.state.phase === 'joining' || this.state.phase === 'in';
  }

  private async join(): Promise<void> {
    if (!this.isLive || !this.settings.connection.open) return;
    if (this.joining) {
      this.joinAgain = true;
      return;
    }
    this.joining = true;
    this.joinAgain = false;
    const { microphone, camera } = this.settings.media.getState();
    this.told = `${microphone} ${camera}`;
    const request: JoinCall = { callId: this.callId, page: this.page, microphone, camera, have: this.have };
    try {
      const answer = await this.settings.connection.ask<Acknowledged<JoinedCall>>('call:join', request);
      if (!answer.ok) throw asProblemError(answer.problem);
      await this.joined(answer);
    } catch (error) {
      if (error instanceof ProblemError && !error.passing)
        this.end(error.code === 'not-found' ? 'out' : 'over');
      else if (this.isLive) this.tryLater();
    } finally {
      this.joining = false;
    }
    if (this.joinAgain) void this.join();
  }

  private async joined({ call, me, connection, signals }: JoinedCall): Promise<void> {
    if (!this.isLive) return;
    this.set({ phase: 'in', me });
    if (this.adapter) this.adapter.renew(connection);
    else await this.openAdapter(connection, me);
    this.takeCall(call);
    this.takeSignals(signals);
    this.signals.flush();
  }

  private async openAdapter(connection: CallConnection, me: string): Promise<void> {
    if (this.opening) return;
    this.opening = true;
    try {
      const adapter = await openAdapter({
        connection,
        me,
        page: this.page,
        send: (signal) => this.signals.add(signal),
        onStream: (id, stream) => this.takeStream(id, stream),
        onLink: (link) => {
          if (!this.isLive) return;
          this.set({ link });
          this.watch();
        },
        onSpent: () => this.tryLater(),
      });
      if (!this.isLive) return adapter.close();
      this.adapter = adapter;
      adapter.setTracks(this.settings.media.getState());
      if (this.state.call) adapter.setPeople(this.state.call.participants);
      adapter.take(this.early.splice(0));
    } finally {
      this.opening = false;
    }
  }

  private takeCall(call: CallView): void {
    if (call.id !== this.callId || !this.isLive) return;
    this.set({ call });
    if (call.state !== 'ringing' && call.state !== 'ongoing') {
      this.end(call.why === 'connection-lost' ? 'lost' : 'over');
      return;
    }
    const seat = call.participants.find(({ id }) => id === this.state.me);
    if (this.state.me && !seat) {
      this.end('out');
      return;
    }
    if (seat?.page && seat.page !== this.page && !this.joining) {
      this.end('elsewhere');
      return;
    }
    this.adapter?.setPeople(call.participants);
    this.watch();
  }

  private takeSignals(signals: readonly CallSignal[]): void {
    const fresh = signals.filter(({ number }) => number > this.have);
    this.have = Math.max(this.have, ...fresh.map(({ number }) => number));
    if (this.adapter) this.adapter.take(fresh);
    else this.early.push(...fresh);
  }

  private takeStream(id: string, stream: MediaStream | null): void {
    if (!this.isLive) return;
    const streams = new Map(this.state.streams);
    if (stream) streams.set(id, stream);
    else streams.delete(id);
    this.sounds.take(id, stream?.getAudioTracks() ?? []);
    this.set({ streams });
  }

  private mediaChanged(): void {
    const state = this.settings.media.getState();
    this.adapter?.setTracks(state);
    if (this.state.phase === 'in' && this.told !== `${state.microphone} ${state.camera}`) void this.join();
  }

  /** Says what is missing, and gives up when it has been missing for long. */
  private watch(): void {
    if (!this.isLive) return;
    const away = this.settings.connection.state === 'away';
    if (away !== this.state.away) this.set({ away });
    const expected = this.state.call?.state === 'ongoing' && this.othersPresent();
    const missing = away || (expected && this.state.link !== 'good');
    if (!missing) {
      clearTimeout(this.lost);
      this.lost = undefined;
    } else {
      this.lost ??= setTimeout(() => {
        void this.leave(true);
        this.end('lost');
      }, LOST_MS);
    }
  }

  private othersPresent(): boolean {
    const { call, me } = this.state;
    return call?.participants.some((each) => each.id !== me && each.present) ?? false;
  }

  private async leave(lost: boolean): Promise<void> {
    const { connection } = this.settings;
    const request = { callId: this.callId, lost };
    await connection.ask('call:leave', request).catch(() => undefined);
  }

  private readonly networkChanged = (): void => this.adapter?.networkChanged();

  private tryLater(): void {
    clearTimeout(this.again);
    this.again = setTimeout(() => void this.join(), AGAIN_MS);
  }

  private end(phase: Exclude<CallPhase, 'joining' | 'in'>): void {
    if (!this.isLive) return;
    this.set({ phase, streams: new Map() });
    clearTimeout(this.lost);
    clearTimeout(this.again);
    for (const stop of this.stops.splice(0)) stop();
    this.sounds.close();
    this.signals.close();
    this.adapter?.close();
    this.settings.media.close();
  }

  private set(change: Partial<CallState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of [...this.listeners]) listener();
  }
}
