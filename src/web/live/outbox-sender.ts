import type { Acknowledged, Instant } from '../../contracts/index.js';
import { asProblemError, ownProblem } from '../api/api.js';
import { backoffMs } from '../api/keep-trying.js';
import type { Store } from '../api/storage.js';
import type { LiveConnection } from './live-connection.js';
import { Outbox, type OutgoingMessage } from './outbox.js';

export interface OutboxSenderSettings {
  connection: Pick<LiveConnection, 'reconnect'>;
  /** What the messages belong to: a case, or a consultation. */
  threadId: string;
  store: Store;
  /** Sends one, and waits for its acknowledgement. */
  ask: (message: Written) => Promise<Acknowledged<{ number: number; at: Instant }>>;
  onChange: () => void;
}

type Written = Pick<OutgoingMessage, 'id' | 'text' | 'attachmentIds'>;

/** Sends the outbox of a case or a consultation, one message at a time and in order, until each is acknowledged or refused. */
export class OutboxSender {
  private readonly outbox: Outbox;
  private sending = false;
  private attempts = 0;
  private closed = false;
  private later: ReturnType<typeof setTimeout> | undefined;
  /** Messages already on the timeline, even if their acknowledgement has not come. */
  private readonly arrived = new Set<string>();

  constructor(private readonly settings: OutboxSenderSettings) {
    this.outbox = new Outbox(settings.store, settings.threadId);
  }

  get all(): readonly OutgoingMessage[] {
    return this.outbox.all;
  }

  add(message: Pick<OutgoingMessage, 'id' | 'text' | 'attachmentIds' | 'writtenAt'>): void {
    this.outbox.add(message);
    this.settings.onChange();
    void this.flush();
  }

  retry(id: string): void {
    this.outbox.retry(id);
    this.settings.onChange();
    void this.flush();
  }

  discard(id: string): void {
    this.outbox.drop(new Set([id]));
    this.settings.onChange();
  }

  /** Takes away what has reached the timeline. */
  seenOnTimeline(entries: readonly { id: string }[]): void {
    for (const entry of entries) this.arrived.add(entry.id);
    if (this.outbox.all.length > 0 && this.outbox.drop(this.arrived)) this.settings.onChange();
  }

  /** Sends what waits; call whenever the connection may be better than before. */
  async flush(): Promise<void> {
    if (this.sending || this.closed) return;
    this.sending = true;
    clearTimeout(this.later);
    try {
      for (let next = this.outbox.next; next && !this.closed; next = this.outbox.next) {
        await this.deliver(next);
        this.attempts = 0;
      }
    } catch {
      // Not heard. The next watch flushes again; this is for a socket that stays open while the server is troubled.
      if (!this.closed) this.later = setTimeout(() => void this.flush(), backoffMs(this.attempts++));
    } finally {
      this.sending = false;
    }
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.later);
  }

  private async deliver({ id, text, attachmentIds }: OutgoingMessage): Promise<void> {
    const { connection, ask } = this.settings;
    const answer = await ask({ id, text, attachmentIds });
    if (answer.ok) this.outbox.acknowledged(id, answer.number);
    else {
      const error = asProblemError(answer.problem);
      if (error.code === 'session-expired') connection.reconnect();
      if (error.passing || error.code === 'internal' || error.code === 'session-expired') {
        throw ownProblem('away', error.message);
      }
      this.outbox.refused(id, answer.problem);
    }
    this.outbox.drop(this.arrived);
    this.settings.onChange();
  }
}
