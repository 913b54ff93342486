import type { Instant, Problem } from '../../contracts/index.js';
import type { Store } from '../api/storage.js';

/** A message written here that is not yet seen on the timeline. */
export interface OutgoingMessage {
  id: string;
  text: string;
  attachmentIds: string[];
  writtenAt: Instant;
  /** waiting: not acknowledged yet · sent: stored by the server · refused: stays here with the reason. */
  state: 'waiting' | 'sent' | 'refused';
  number?: number;
  problem?: Problem;
}

/**
 * Messages of one case or consultation, oldest first, kept in storage until the server has acknowledged them. Each keeps the id it
 * was given when it was written, so that sending it twice stores it once.
 */
export class Outbox {
  private messages: OutgoingMessage[];

  constructor(
    private readonly store: Store,
    private readonly threadId: string,
  ) {
    this.messages = store.get<OutgoingMessage[]>(this.key) ?? [];
  }

  get all(): readonly OutgoingMessage[] {
    return this.messages;
  }

  /** The next one to send. A refused one does not stand in the way of those behind it. */
  get next(): OutgoingMessage | undefined {
    return this.messages.find((message) => message.state === 'waiting');
  }

  add(message: Pick<OutgoingMessage, 'id' | 'text' | 'attachmentIds' | 'writtenAt'>): void {
    if (this.messages.some((known) => known.id === message.id)) return;
    this.keep([...this.messages, { ...message, state: 'waiting' }]);
  }

  acknowledged(id: string, number: number): void {
    this.change(id, { state: 'sent', number, problem: undefined });
  }

  refused(id: string, problem: Problem): void {
    this.change(id, { state: 'refused', problem });
  }

  /** Tries a refused message again, with the same id. */
  retry(id: string): void {
    this.change(id, { state: 'waiting', problem: undefined });
  }

  /** Takes messages away: seen on the timeline, or given up by the writer. */
  drop(ids: ReadonlySet<string>): boolean {
    const left = this.messages.filter((message) => !ids.has(message.id));
    if (left.length === this.messages.length) return false;
    this.keep(left);
    return true;
  }

  private change(id: string, change: Partial<OutgoingMessage>): void {
    this.keep(this.messages.map((message) => (message.id === id ? { ...message, ...change } : message)));
  }

  private keep(messages: OutgoingMessage[]): void {
    this.messages = messages;
    const unsent = messages.filter((message) => message.state !== 'sent');
    if (unsent.length > 0) this.store.set(this.key, unsent);
    else this.store.remove(this.key);
  }

  private get key(): string {
    return `outbox.${this.threadId}`;
  }
}
