import type { ClientEvents, ConsultationMessage, ServerEvents } from '../../../contracts/index.js';
import { asProblemError, ProblemError } from '../../api/api.js';
import { newId } from '../../api/ids.js';
import type { Store } from '../../api/storage.js';
import type { ConnectionState, LiveConnection } from '../../live/live-connection.js';
import type { OutgoingMessage } from '../../live/outbox.js';
import { OutboxSender } from '../../live/outbox-sender.js';

type AnswerTo<K extends keyof ClientEvents> = Parameters<Parameters<ClientEvents[K]>[1]>[0];
type Event<K extends keyof ServerEvents> = Parameters<ServerEvents[K]>[0];

/** What a view shows of a thread; a new object at each change. */
export interface ThreadState {
  /** In order of number, each once. */
  messages: readonly ConsultationMessage[];
  outbox: readonly OutgoingMessage[];
  connection: ConnectionState;
  loaded: boolean;
  /** This browser may no longer follow it. */
  lost: boolean;
}

const WATCH_EVERY_MS = 20_000;

/**
 * The live thread of one consultation. Everyone who reads it reads all of it, so its numbers have no gaps: what is known
 * without one is what we claim to have, and the rest is asked for at connect, at a gap and every 20 s.
 */
export class ThreadFeed {
  private state: ThreadState;
  private readonly listeners = new Set<() => void>();
  private readonly stops: (() => void)[] = [];
  private readonly outbox: OutboxSender;
  private readonly poll: ReturnType<typeof setInterval>;
  private watching = false;
  private watchAgain = false;
  private closed = false;
  private seenTold = 0;

  constructor(
    private readonly connection: LiveConnection,
    private readonly consultationId: string,
    store: Store,
    private readonly now: () => Date,
  ) {
    this.outbox = new OutboxSender({
      connection,
      placeId: consultationId,
      store,
      ask: (message) => connection.ask('consultation:send', { consultationId, ...message }),
      onChange: () => this.set({ outbox: this.outbox.all }),
    });
    this.state = {
      messages: [],
      outbox: this.outbox.all,
      connection: connection.state,
      loaded: false,
      lost: false,
    };
    this.stops.push(
      connection.subscribe(() => this.set({ connection: connection.state })),
      connection.on('consultation:messages', (event: Event<'consultation:messages'>) => {
        if (event.consultationId === consultationId) this.take(event.messages);
      }),
      connection.on('consultation:lost', (event: Event<'consultation:lost'>) => {
        if (event.consultationId === consultationId) this.set({ lost: true });
      }),
      connection.onOpen(() => void this.watch()),
    );
    this.poll = setInterval(() => void this.watch(), WATCH_EVERY_MS);
  }

  getState = (): ThreadState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Puts a message in the outbox and sends it as soon as it can be. */
  send(text: string, attachmentIds: string[]): void {
    this.outbox.add({ id: newId(), text, attachmentIds, writtenAt: this.now().toISOString() });
  }

  retry(id: string): void {
    this.outbox.retry(id);
  }

  discard(id: string): void {
    this.outbox.discard(id);
  }

  /** Says that all up to that number has been seen. Not heard, it is said again with the next one. */
  seen(number: number): void {
    if (number <= this.seenTold || !this.connection.open || !this.state.loaded) return;
    this.seenTold = number;
    this.connection
      .ask<AnswerTo<'consultation:seen'>>('consultation:seen', {
        consultationId: this.consultationId,
        number,
      })
      .catch(() => {
        this.seenTold = 0;
      });
  }

  close(): void {
    this.closed = true;
    clearInterval(this.poll);
    this.outbox.close();
    for (const stop of this.stops) stop();
    this.listeners.clear();
    if (!this.connection.open) return;
    this.connection.ask('consultation:leave', { consultationId: this.consultationId }).catch(() => undefined);
  }

  private async watch(): Promise<void> {
    if (this.closed || this.state.lost || !this.connection.open) return;
    if (this.watching) {
      this.watchAgain = true;
      return;
    }
    this.watching = true;
    try {
      const { consultationId } = this;
      const answer = await this.connection.ask<AnswerTo<'consultation:watch'>>('consultation:watch', {
        consultationId,
        have: upToFirstGap(this.state.messages),
      });
      if (!answer.ok) throw asProblemError(answer.problem);
      this.take(answer.messages);
      this.set({ loaded: true });
    } catch (error) {
      // Faults that may pass are asked about again at the next round.
      if (error instanceof ProblemError && !error.passing) this.set({ lost: true });
    } finally {
      this.watching = false;
    }
    if (this.watchAgain) {
      this.watchAgain = false;
      void this.watch();
      return;
    }
    void this.outbox.flush();
  }

  private take(messages: readonly ConsultationMessage[]): void {
    const all = mergedThread(this.state.messages, messages);
    if (all !== this.state.messages) this.set({ messages: all });
    this.outbox.seenOnTimeline(messages);
    if (this.state.loaded && upToFirstGap(all) < (all.at(-1)?.number ?? 0)) void this.watch();
  }

  private set(change: Partial<ThreadState>): void {
    if (this.closed) return;
    this.state = { ...this.state, ...change };
    for (const listener of [...this.listeners]) listener();
  }
}

/** Both lists as one, in order of number, each once; the first itself when nothing is new. */
export function mergedThread(
  known: readonly ConsultationMessage[],
  more: readonly ConsultationMessage[],
): readonly ConsultationMessage[] {
  const numbers = new Set(known.map(({ number }) => number));
  const fresh = more.filter(({ number }) => !numbers.has(number) && numbers.add(number));
  if (fresh.length === 0) return known;
  return [...known, ...fresh].sort((a, b) => a.number - b.number);
}

/** The number up to which nothing is missing. */
export function upToFirstGap(messages: readonly ConsultationMessage[]): number {
  const gap = messages.findIndex(({ number }, index) => number !== index + 1);
  return gap < 0 ? messages.length : gap;
}
