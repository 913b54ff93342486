import type { ClientEvents, ServerEvents, TimelineEntry } from '../../contracts/index.js';
import { asProblemError, ProblemError } from '../api/api.js';
import { newId } from '../api/ids.js';
import type { Store } from '../api/storage.js';
import { type FeedState, merged } from './feed-state.js';
import type { LiveConnection } from './live-connection.js';
import { OutboxSender } from './outbox-sender.js';

type Event<K extends keyof ServerEvents> = Parameters<ServerEvents[K]>[0];
type AnswerTo<K extends keyof ClientEvents> = Parameters<Parameters<ClientEvents[K]>[1]>[0];

export interface CaseFeedSettings {
  connection: LiveConnection;
  caseId: string;
  /** Which side this browser is on. */
  side: 'resident' | 'staff';
  /** Unsent messages live here. */
  store: Store;
  /** The server's time, for when a message was written. */
  now: () => Date;
  /** Entries known already, e.g. from `DeskCase.timeline`. */
  entries?: readonly TimelineEntry[];
  seenByStaff?: number;
  seenByResident?: number;
  /**
   * The case itself changed: fetch it anew. Called also after each (re)connect and when a watch brings what no
   * broadcast did, since then a change may have been missed; never just because time has passed.
   */
  onCaseChanged?: () => void;
}

export const WATCH_EVERY_MS = 20_000;
const TYPING_FADES_MS = 6_000;
const TYPING_AGAIN_MS = 3_000;
const GAP_CHECK_MS = 1_000;

/**
 * The live feed of one case, for any framework. What is shown may come early by broadcast, but the number that we
 * claim to have (`have`) rises only by what the server has answered to a watch, so that a broadcast that was lost is
 * brought at the next watch: at connect, at every reconnect and every 20 s.
 */
export class CaseFeed {
  private state: FeedState;
  private readonly listeners = new Set<() => void>();
  private readonly outbox: OutboxSender;
  private readonly stops: (() => void)[] = [];
  private have: number;
  private watching = false;
  private watchAgain = false;
  private changeMissed = false;
  private buffer: TimelineEntry[] | null = null;
  private closed = false;
  private poll: ReturnType<typeof setInterval>;
  private gapCheck: ReturnType<typeof setTimeout> | undefined;
  private typingFades: ReturnType<typeof setTimeout> | undefined;
  private typingTold = 0;
  private seenTold = 0;
  private seenWanted = 0;

  constructor(private readonly settings: CaseFeedSettings) {
    const { connection, caseId, store } = settings;
    this.outbox = new OutboxSender({
      connection,
      placeId: caseId,
      store,
      ask: (message) => connection.ask('message:send', { caseId, ...message }),
      onChange: () => this.set({ outbox: this.outbox.all }),
    });
    const entries = merged([], settings.entries ?? []);
    this.have = entries.at(-1)?.number ?? 0;
    this.state = {
      entries,
      outbox: this.outbox.all,
      connection: connection.state,
      loaded: false,
      seenByStaff: settings.seenByStaff ?? 0,
      seenByResident: settings.seenByResident ?? 0,
      typing: null,
      lost: false,
      problem: null,
    };
    this.stops.push(
      connection.subscribe(() => this.set({ connection: connection.state })),
      connection.on('timeline:entries', this.onEntries),
      connection.on('case:changed', this.onChanged),
      connection.on('case:lost', this.onLost),
      connection.on('message:seen', this.onSeen),
      connection.on('typing', this.onTyping),
      connection.onOpen((anew) => {
        this.seenTold = 0;
        this.changeMissed ||= anew;
        void this.watch();
      }),
    );
    this.poll = setInterval(() => void this.watch(), WATCH_EVERY_MS);
  }

  /** The present state; the same object until something changes. */
  getState = (): FeedState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Puts a message in the outbox and sends it as soon as it can be. Returns its id, made here once. */
  send(text: string, attachmentIds: string[] = [], id = newId()): string {
    this.outbox.add({ id, text, attachmentIds, writtenAt: this.settings.now().toISOString() });
    return id;
  }

  /** Tries a refused message again. */
  retry(id: string): void {
    this.outbox.retry(id);
  }

  /** Gives a refused message up. */
  discard(id: string): void {
    this.outbox.discard(id);
  }

  /** Says that everything up to `number` has been seen; said again after a reconnect if it was not heard. */
  seen(number: number): void {
    this.seenWanted = Math.max(this.seenWanted, number);
    if (this.seenWanted <= this.seenTold || !this.settings.connection.open || !this.state.loaded) return;
    const told = this.seenWanted;
    this.seenTold = told;
    this.settings.connection
      .ask<AnswerTo<'message:seen'>>('message:seen', {
        caseId: this.settings.caseId,
        number: told,
      })
      .then((answer) => {
        if (!answer.ok) throw asProblemError(answer.problem);
      })
      .catch(() => {
        this.seenTold = 0;
      });
  }

  /** Says that someone writes here; call at each keystroke, it is passed on at most every few seconds. */
  typing(typing: boolean): void {
    const at = this.settings.now().getTime();
    if (!this.settings.connection.open) return;
    if (typing && at - this.typingTold < TYPING_AGAIN_MS) return;
    if (!typing && this.typingTold === 0) return;
    this.typingTold = typing ? at : 0;
    this.settings.connection
      .ask<AnswerTo<'typing'>>('typing', {
        caseId: this.settings.caseId,
        typing,
      })
      .catch(() => undefined);
  }

  /** Stops following; the outbox stays in storage. */
  close(): void {
    this.closed = true;
    clearInterval(this.poll);
    this.outbox.close();
    clearTimeout(this.gapCheck);
    clearTimeout(this.typingFades);
    for (const stop of this.stops) stop();
    this.listeners.clear();
    if (this.settings.connection.open) {
      this.settings.connection
        .ask<AnswerTo<'case:leave'>>('case:leave', {
          caseId: this.settings.caseId,
        })
        .catch(() => undefined);
    }
  }

  private async watch(): Promise<void> {
    if (this.closed || this.state.lost || !this.settings.connection.open) return;
    if (this.watching) {
      this.watchAgain = true;
      return;
    }
    this.watching = true;
    this.buffer ??= [];
    try {
      await this.catchUp();
    } catch (error) {
      if (error instanceof ProblemError && !error.passing) this.refusedToWatch(error);
    } finally {
      const late = this.buffer ?? [];
      this.buffer = null;
      this.take(late);
      this.watching = false;
    }
    if (this.watchAgain) {
      this.watchAgain = false;
      void this.watch();
      return;
    }
    this.seen(this.seenWanted);
    void this.outbox.flush();
  }

  private async catchUp(): Promise<void> {
    const { connection, caseId } = this.settings;
    for (let more = true; more; ) {
      const answer = await connection.ask<AnswerTo<'case:watch'>>('case:watch', { caseId, have: this.have });
      if (this.closed) return;
      if (!answer.ok) throw asProblemError(answer.problem);
      const highest = answer.entries.at(-1)?.number ?? this.have;
      // A page that does not go forward would be asked for without end.
      more = answer.more && highest > this.have;
      this.have = Math.max(this.have, highest);
      if (this.take(answer.entries)) this.changeMissed = true;
      this.set({
        loaded: this.state.loaded || !more,
        problem: null,
        seenByStaff: Math.max(this.state.seenByStaff, answer.seenByStaff),
        seenByResident: Math.max(this.state.seenByResident, answer.seenByResident),
      });
    }
    if (!this.changeMissed) return;
    this.changeMissed = false;
    this.settings.onCaseChanged?.();
  }

  private refusedToWatch(error: ProblemError): void {
    const gone = error.code === 'not-found' || error.code === 'not-allowed';
    this.set({ problem: error.problem, lost: this.state.lost || gone });
  }

  /** Puts entries in their place; whether any of them was new. */
  private take(entries: readonly TimelineEntry[]): boolean {
    if (entries.length === 0) return false;
    const all = merged(this.state.entries, entries);
    const fresh = all !== this.state.entries;
    if (fresh) this.set({ entries: all });
    this.outbox.seenOnTimeline(entries);
    return fresh;
  }

  private readonly onEntries = (event: Event<'timeline:entries'>) => {
    if (event.caseId !== this.settings.caseId || this.state.lost) return;
    if (this.buffer) {
      this.buffer.push(...event.entries);
      return;
    }
    const last = this.state.entries.at(-1)?.number ?? 0;
    this.take(event.entries);
    if (event.entries.some((entry) => entry.kind === 'message' && isFromOther(entry, this.settings.side))) {
      this.clearTyping();
    }
    // Something between is missing here (or is not for this reader): ask, rather than wait for the next round.
    if ((event.entries[0]?.number ?? 0) > last + 1 && this.gapCheck === undefined) {
      this.gapCheck = setTimeout(() => {
        this.gapCheck = undefined;
        void this.watch();
      }, GAP_CHECK_MS);
    }
  };

  private readonly onChanged = (event: Event<'case:changed'>) => {
    if (event.caseId === this.settings.caseId) this.settings.onCaseChanged?.();
  };

  private readonly onLost = (event: Event<'case:lost'>) => {
    if (event.caseId === this.settings.caseId) this.set({ lost: true });
  };

  private readonly onSeen = (event: Event<'message:seen'>) => {
    if (event.caseId !== this.settings.caseId) return;
    if (event.by === 'staff') this.set({ seenByStaff: Math.max(this.state.seenByStaff, event.number) });
    else
      this.set({
        seenByResident: Math.max(this.state.seenByResident, event.number),
      });
  };

  private readonly onTyping = (event: Event<'typing'>) => {
    if (event.caseId !== this.settings.caseId || event.by === this.settings.side) return;
    this.clearTyping();
    if (!event.typing) return;
    this.set({ typing: { name: event.name } });
    this.typingFades = setTimeout(() => this.set({ typing: null }), TYPING_FADES_MS);
  };

  private clearTyping(): void {
    clearTimeout(this.typingFades);
    if (this.state.typing) this.set({ typing: null });
  }

  private set(change: Partial<FeedState>): void {
    if (this.closed) return;
    this.state = { ...this.state, ...change };
    for (const listener of [...this.listeners]) listener();
  }
}

function isFromOther(entry: TimelineEntry, side: 'resident' | 'staff'): boolean {
  return entry.actor.kind !== side;
}
