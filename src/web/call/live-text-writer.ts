import type { Acknowledged, WrittenText } from '../../contracts/index.js';
import { asProblemError, ProblemError } from '../api/api.js';
import { newId } from '../api/ids.js';
import type { LiveConnection } from '../live/live-connection.js';

/** The text is passed on at most this often; its first character at once. */
export const EVERY_MS = 300;
/** The text is sent again this often: the other side forgets a text that it no longer hears of. */
export const REPEAT_MS = 5_000;
const AGAIN_MS = 1_000;
/** As the server has it, in characters. */
const LONGEST = 4_000;
/** The server accepts no text with these: NUL, and halves of characters, as a cut may leave one. */
const UNREADABLE = /[\0\p{Surrogate}]/gu;

export interface WriterState {
  /** The writer wants it to be seen. */
  on: boolean;
  /** What stands was there before and is not shown. */
  held: boolean;
  /** It does not get through just now. */
  troubled: boolean;
}

export interface WriterSettings {
  connection: Pick<LiveConnection, 'open' | 'ask'>;
  callId: string;
  on: boolean;
  onChange: () => void;
}

/**
 * Passes on what stands in a field while it is written: all of it each time, so that what was lost heals. What stood
 * there already at the beginning, or was begun while it was off, is shown to nobody before its writer says so.
 */
export class LiveTextWriter {
  state: WriterState;
  /** The message that what stands becomes when it is sent. */
  private id = newId();
  private text = '';
  /** The field is in front: not so while the writer is in another one. */
  private inFront = false;
  private begun = false;
  /** What stands in the field may be shown. */
  private shares = false;
  /** What the other side has; null when nothing. */
  private told: string | null = null;
  private toldAt = Number.NEGATIVE_INFINITY;
  private next: ReturnType<typeof setTimeout> | undefined;
  private repeat: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  constructor(private readonly settings: WriterSettings) {
    this.state = { on: settings.on, held: false, troubled: false };
  }

  /** What stands in the field now; null when another one is in front. The first time it is what stood there before. */
  edit(text: string | null): void {
    this.inFront = text !== null;
    if (text !== null) {
      const written = text.trim() === '' ? '' : text;
      if (this.begun && this.text === '') this.shares = this.state.on;
      this.begun = true;
      this.text = written;
    }
    this.look();
  }

  /** Turns it on, with all that stands, or off, which empties the other side at once. */
  turn(on: boolean): void {
    this.shares = on;
    this.set({ on });
    this.look(true);
  }

  /** Shows also what stood there before. */
  showHeld(): void {
    this.shares = true;
    this.look(true);
  }

  /**
   * What stands is sent as a message now.
   * @returns the id under which it must be sent, so that it takes the place of what the other side sees of it; none
   * when they see nothing
   */
  sent(): string | undefined {
    const id = this.shown === '' ? undefined : this.id;
    this.id = newId();
    this.text = '';
    this.told = null;
    this.stop();
    this.set({ held: false });
    return id;
  }

  /** The other side has nothing any more: it was loaded anew, or the connection was. */
  again(): void {
    this.told = null;
    this.look();
  }

  close(): void {
    this.closed = true;
    this.stop();
  }

  private get shown(): string {
    if (!this.state.on || !this.shares || !this.inFront) return '';
    return this.text.slice(0, LONGEST).replace(UNREADABLE, '');
  }

  private look(atOnce = false): void {
    this.set({ held: this.state.on && !this.shares && this.text !== '' });
    if (this.closed || this.shown === (this.told ?? '')) {
      clearTimeout(this.next);
      this.next = undefined;
      return;
    }
    const wait = atOnce ? 0 : this.toldAt + EVERY_MS - Date.now();
    if (wait <= 0) this.tell();
    else this.next ??= setTimeout(() => this.tell(), wait);
  }

  private tell(): void {
    this.stop();
    const { connection, callId } = this.settings;
    // With the connection it went away on the other side as well; `again` comes when there is one.
    if (!connection.open) {
      this.told = null;
      return;
    }
    const written: WrittenText = { callId, id: this.id, text: this.shown };
    this.told = written.text;
    this.toldAt = Date.now();
    if (written.text !== '') this.repeat = setTimeout(() => this.tell(), REPEAT_MS);
    connection
      .ask<Acknowledged<object>>('call:text', written)
      .then((answer) => {
        if (!answer.ok) throw asProblemError(answer.problem);
        this.set({ troubled: false });
      })
      .catch((error: unknown) => this.failed(error));
  }

  private failed(error: unknown): void {
    if (this.closed) return;
    this.set({ troubled: true });
    if (!(error instanceof ProblemError && error.passing)) return;
    clearTimeout(this.repeat);
    this.repeat = setTimeout(() => this.tell(), AGAIN_MS);
  }

  private stop(): void {
    clearTimeout(this.next);
    clearTimeout(this.repeat);
    this.next = undefined;
  }

  private set(change: Partial<WriterState>): void {
    const before = this.state;
    if (Object.entries(change).every(([key, value]) => before[key as keyof WriterState] === value)) return;
    this.state = { ...before, ...change };
    this.settings.onChange();
  }
}
