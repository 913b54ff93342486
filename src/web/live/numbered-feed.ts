import type { Acknowledged, ClientEvents, Instant } from '../../contracts/index.js';
import { asProblemError, ProblemError } from '../api/api.js';
import { newId } from '../api/ids.js';
import type { Store } from '../api/storage.js';
import { merged, type NumberedState } from './feed-state.js';
import type { LiveConnection } from './live-connection.js';
import type { OutgoingMessage } from './outbox.js';
import { OutboxSender } from './outbox-sender.js';

export type AnswerTo<K extends keyof ClientEvents> = Parameters<Parameters<ClientEvents[K]>[1]>[0];

export interface NumberedFeedSettings<E> {
  connection: LiveConnection;
  /** What is followed: a case, or a consultation. Its unsent messages are kept under this id. */
  threadId: string;
  /** Unsent messages live here. */
  store: Store;
  /** The server's time, for when a message was written. */
  now: () => Date;
  /** Entries known already. */
  known?: readonly E[];
  /** How long an entry that is missing between may be on its way before it is asked for. */
  gapCheckMs: number;
}

/** What the server answers to a watch. */
export interface Watched<E> {
  entries: readonly E[];
  /** More is left than one answer holds. */
  more: boolean;
}

export const WATCH_EVERY_MS = 20_000;

/**
 * A live list of numbered entries, with an outbox, for any framework. What is shown may come early by broadcast, but the
 * number that we claim to have (`have`) rises only by what the server has answered to a watch, so that a broadcast that
 * was lost is brought at the next watch: at connect, at every reconnect and every 20 s. What is followed, and how, is
 * said by who extends it.
 */
export abstract class NumberedFeed<E extends { number: number; id: string }, S extends NumberedState<E>> {
  protected state: S;
  protected readonly connection: LiveConnection;
  private readonly listeners = new Set<() => void>();
  private readonly outbox: OutboxSender;
  private readonly stops: (() => void)[] = [];
  private have: number;
  private watching = false;
  private watchAgain = false;
  /** A watch brought what was not shown before, and that has not been told yet. */
  private isFresh = false;
  private buffer: E[] | null = null;
  private closed = false;
  private poll: ReturnType<typeof setInterval> | undefined;
  private gapCheck: ReturnType<typeof setTimeout> | undefined;
  private seenTold = 0;
  private seenWanted = 0;

  protected constructor(
    private readonly base: NumberedFeedSettings<E>,
    begin: (state: NumberedState<E>) => S,
  ) {
    const { connection, threadId, store } = base;
    this.connection = connection;
    this.outbox = new OutboxSender({
      connection,
      threadId,
      store,
      ask: (message) => this.askToSend(message),
      onChange: () => this.setCommon({ outbox: this.outbox.all }),
    });
    const entries = merged([], base.known ?? []);
    this.have = entries.at(-1)?.number ?? 0;
    this.state = begin({
      entries,
      outbox: this.outbox.all,
      connection: connection.state,
      loaded: false,
      lost: false,
      problem: null,
    });
  }

  /** Asks for what comes after `have`. */
  protected abstract askToWatch(have: number): Promise<Watched<E> | { refused: ProblemError }>;
  protected abstract askToSend(
    message: Pick<OutgoingMessage, 'id' | 'text' | 'attachmentIds'>,
  ): Promise<Acknowledged<{ number: number; at: Instant }>>;
  protected abstract askToMarkSeen(number: number): Promise<Acknowledged<object>>;
  protected abstract askToLeave(): Promise<unknown>;
  /** Whether a refusal says that it may no longer be followed. */
  protected abstract isLostBy(refusal: ProblemError): boolean;
  protected onOpened(_anew: boolean): void {}
  /** After all that was missing has come; `isFresh` when some of it was not shown before. */
  protected onCaughtUp(_isFresh: boolean): void {}

  /** Begins to follow; called once by who extends this, when it is ready itself. */
  protected start(...stops: (() => void)[]): void {
    this.stops.push(
      ...stops,
      this.connection.subscribe(() => this.setCommon({ connection: this.connection.state })),
      this.connection.onOpen((anew) => {
        this.seenTold = 0;
        this.onOpened(anew);
        void this.watch();
      }),
    );
    this.poll = setInterval(() => void this.watch(), WATCH_EVERY_MS);
  }

  /** The present state; the same object until something changes. */
  getState = (): S => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Puts a message in the outbox and sends it as soon as it can be. Returns its id, made here once. */
  send(text: string, attachmentIds: string[] = [], id = newId()): string {
    this.outbox.add({ id, text, attachmentIds, writtenAt: this.base.now().toISOString() });
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
    if (this.seenWanted <= this.seenTold || !this.connection.open || !this.state.loaded) return;
    this.seenTold = this.seenWanted;
    this.askToMarkSeen(this.seenTold)
      .then((answer) => {
        if (!answer.ok) throw asProblemError(answer.problem);
      })
      .catch(() => {
        this.seenTold = 0;
      });
  }

  /** Says again that what has been seen is on the screen: the reader is here. */
  stillHere(): void {
    if (this.seenTold === 0 || !this.connection.open) return;
    // A word that is lost is said again the next time.
    this.askToMarkSeen(this.seenTold).catch(() => undefined);
  }

  /** Stops following; the outbox stays in storage. */
  close(): void {
    this.closed = true;
    clearInterval(this.poll);
    clearTimeout(this.gapCheck);
    this.outbox.close();
    for (const stop of this.stops) stop();
    this.listeners.clear();
    if (this.connection.open) this.askToLeave().catch(() => undefined);
  }

  /** Entries that were broadcast. */
  protected arrive(entries: readonly E[]): void {
    if (this.state.lost) return;
    if (this.buffer) {
      this.buffer.push(...entries);
      return;
    }
    const last = this.state.entries.at(-1)?.number ?? 0;
    this.take(entries);
    // Something between is missing here (or is not for this reader): ask, rather than wait for the next round.
    if ((entries[0]?.number ?? 0) > last + 1 && this.gapCheck === undefined) {
      this.gapCheck = setTimeout(() => {
        this.gapCheck = undefined;
        void this.watch();
      }, this.base.gapCheckMs);
    }
  }

  protected set(change: Partial<S>): void {
    if (this.closed) return;
    this.state = { ...this.state, ...change };
    for (const listener of [...this.listeners]) listener();
  }

  protected setCommon(change: Partial<NumberedState<E>>): void {
    // What all states have in common is a part of each.
    this.set(change as Partial<S>);
  }

  private async watch(): Promise<void> {
    if (this.closed || this.state.lost || !this.connection.open) return;
    if (this.watching) {
      this.watchAgain = true;
      return;
    }
    this.watching = true;
    this.buffer ??= [];
    try {
      await this.catchUp();
    } catch (error) {
      // Faults that may pass are asked about again at the next round.
      if (error instanceof ProblemError && !error.passing)
        this.setCommon({ problem: error.problem, lost: this.state.lost || this.isLostBy(error) });
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
    for (let more = true; more; ) {
      const answer = await this.askToWatch(this.have);
      if (this.closed) return;
      if ('refused' in answer) throw answer.refused;
      const highest = answer.entries.at(-1)?.number ?? this.have;
      // A page that does not go forward would be asked for without end.
      more = answer.more && highest > this.have;
      this.have = Math.max(this.have, highest);
      if (this.take(answer.entries)) this.isFresh = true;
      this.setCommon({ loaded: this.state.loaded || !more, problem: null });
    }
    const isFresh = this.isFresh;
    this.isFresh = false;
    this.onCaughtUp(isFresh);
  }

  /** Puts entries in their place; whether any of them was new. */
  private take(entries: readonly E[]): boolean {
    if (entries.length === 0) return false;
    const all = merged(this.state.entries, entries);
    const isFresh = all !== this.state.entries;
    if (isFresh) this.setCommon({ entries: all });
    this.outbox.seenOnTimeline(entries);
    return isFresh;
  }
}
