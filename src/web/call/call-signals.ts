import type { Acknowledged } from '../../contracts/index.js';
import { asProblemError } from '../api/api.js';
import type { LiveConnection } from '../live/live-connection.js';
import type { OutgoingSignal } from './call-adapter.js';

/** Signals on their way to others: in order, each until it has arrived or was refused. */
export class SignalOutbox {
  private readonly waiting: OutgoingSignal[] = [];
  private sending = false;
  private closed = false;

  /** @param onStuck something could not be sent now: call `flush` when it may go better */
  constructor(
    private readonly connection: Pick<LiveConnection, 'ask'>,
    private readonly callId: string,
    private readonly page: string,
    private readonly onStuck: () => void,
  ) {}

  add(signal: OutgoingSignal): void {
    this.waiting.push(signal);
    this.flush();
  }

  flush(): void {
    if (!this.sending) void this.send();
  }

  close(): void {
    this.closed = true;
  }

  private async send(): Promise<void> {
    this.sending = true;
    try {
      for (let next = this.waiting[0]; next && !this.closed; next = this.waiting[0]) {
        const event = { callId: this.callId, fromPage: this.page, ...next };
        const answer = await this.connection.ask<Acknowledged<object>>('call:signal', event);
        if (!answer.ok && asProblemError(answer.problem).passing) throw asProblemError(answer.problem);
        this.waiting.shift();
      }
    } catch {
      if (!this.closed) this.onStuck();
    } finally {
      this.sending = false;
    }
  }
}
