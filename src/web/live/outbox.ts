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
 * Messages of one case or consultation, oldest first, each kept in storage under a key of its own until the server has acknowledged
 * it: other tabs write there too, and none may take away what another has written. Each keeps the id it was given when
 * it was written, so that sending it twice stores it once.
 */
export class Outbox {
  private messages: readonly OutgoingMessage[];

  constructor(
    private readonly store: Store,
    private readonly threadId: string,
  ) {
    this.takeOver();
    const kept = store
      .keys()
      .filter((key) => key.startsWith(this.prefix))
      .flatMap((key) => store.get<OutgoingMessage>(key) ?? []);
    this.messages = kept.sort((a, b) => a.writtenAt.localeCompare(b.writtenAt));
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
    const added: OutgoingMessage = { ...message, state: 'waiting' };
    this.messages = [...this.messages, added];
    this.store.set(this.prefix + message.id, added);
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
    for (const { id } of this.messages) if (ids.has(id)) this.store.remove(this.prefix + id);
    this.messages = left;
    return true;
  }

  private change(id: string, change: Partial<OutgoingMessage>): void {
    this.messages = this.messages.map((message) => (message.id === id ? { ...message, ...change } : message));
    const changed = this.messages.find((message) => message.id === id);
    if (changed?.state === 'sent') this.store.remove(this.prefix + id);
    else if (changed) this.store.set(this.prefix + id, changed);
  }

  /** Gives messages their own keys that an earlier version of this page kept all under one, unsent as they are. */
  private takeOver(): void {
    const together = `outbox.${this.threadId}`;
    const kept = this.store.get<OutgoingMessage[]>(together);
    if (!Array.isArray(kept)) return;
    for (const message of kept) this.store.set(this.prefix + message.id, message);
    this.store.remove(together);
  }

  private get prefix(): string {
    return `outbox.${this.threadId}.`;
  }
}
