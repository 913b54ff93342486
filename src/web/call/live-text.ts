import type { Store } from '../api/storage.js';
import type { LiveConnection } from '../live/live-connection.js';
import type { CallSession } from './call-session.js';
import { LiveTextReader } from './live-text-reader.js';
import { LiveTextWriter, type WriterState } from './live-text-writer.js';

/** Whether this person wants their text to be seen as they write it, in this browser. */
const WANTED = 'live-text';

export interface LiveTextState extends WriterState {
  /** The call goes on, with this page in it. */
  active: boolean;
  /** With whom. */
  name: string;
  drafts: readonly LiveDraft[];
}

/** What the other is writing now. */
export interface LiveDraft {
  /** The message that it becomes. */
  id: string;
  name: string;
  text: string;
}

export interface LiveTextSettings {
  connection: LiveConnection;
  session: Pick<CallSession, 'callId' | 'getState' | 'subscribe'>;
  store: Store;
}

/** Real-time text beside a call: what both write, seen as it is written. For any framework. */
export class LiveText {
  private state: LiveTextState;
  private readonly listeners = new Set<() => void>();
  private readonly stops: (() => void)[] = [];
  private readonly writer: LiveTextWriter;
  private readonly reader: LiveTextReader;
  private text: string | null = null;
  private otherPage: string | null = null;

  constructor(private readonly settings: LiveTextSettings) {
    const { connection, session, store } = settings;
    const { callId } = session;
    const on = store.get<boolean>(WANTED) ?? true;
    this.writer = new LiveTextWriter({ connection, callId, on, onChange: () => this.changed() });
    this.reader = new LiveTextReader(callId, () => this.changed());
    this.state = { ...this.writer.state, active: false, name: '', drafts: [] };
    this.stops.push(
      session.subscribe(() => this.look()),
      connection.on('call:text', (heard) => this.reader.take(heard)),
      connection.onOpen((anew) => anew && this.writer.again()),
    );
    this.look();
  }

  getState = (): LiveTextState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What stands where this person writes to the other; null while they are elsewhere, say in a note. */
  edit = (text: string | null): void => {
    this.text = text;
    if (this.state.active) this.writer.edit(text);
  };

  /** What stands is sent now: under which id, if the other has seen any of it. */
  sent = (): string | undefined => (this.state.active ? this.writer.sent() : undefined);

  turn = (on: boolean): void => {
    this.settings.store.set(WANTED, on);
    this.writer.turn(on);
  };

  showHeld = (): void => this.writer.showHeld();

  private look(): void {
    const { phase, call, me } = this.settings.session.getState();
    if (phase !== 'joining' && phase !== 'in') {
      this.close();
      return;
    }
    const active = phase === 'in' && call?.state === 'ongoing';
    const other = call?.participants.find(({ id, who }) => id !== me && who.side !== 'guest');
    const begins = active && !this.state.active;
    if (active !== this.state.active || other?.who.name !== this.state.name) {
      this.set({ active, name: other?.who.name ?? '' });
    }
    if (begins) this.writer.edit(this.text);
    const page = other?.page ?? null;
    if (page !== null && page !== this.otherPage) this.writer.again();
    this.otherPage = page;
  }

  private changed(): void {
    const { participants = [] } = this.settings.session.getState().call ?? {};
    const nameOf = (from: string) => participants.find(({ id }) => id === from)?.who.name ?? this.state.name;
    const drafts = this.reader.texts.map(({ id, from, text }) => ({ id, text, name: nameOf(from) }));
    this.set({ ...this.writer.state, drafts });
  }

  private close(): void {
    for (const stop of this.stops.splice(0)) stop();
    this.writer.close();
    this.reader.close();
    this.set({ active: false, drafts: [] });
  }

  private set(change: Partial<LiveTextState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of [...this.listeners]) listener();
  }
}
