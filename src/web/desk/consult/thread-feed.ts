import type { ConsultationMessage, ServerEvents } from '../../../contracts/index.js';
import { asProblemError, type ProblemError } from '../../api/api.js';
import type { Store } from '../../api/storage.js';
import type { NumberedState } from '../../live/feed-state.js';
import type { LiveConnection } from '../../live/live-connection.js';
import { type AnswerTo, NumberedFeed, type Watched } from '../../live/numbered-feed.js';
import type { OutgoingMessage } from '../../live/outbox.js';

type Event<K extends keyof ServerEvents> = Parameters<ServerEvents[K]>[0];
export type ThreadState = NumberedState<ConsultationMessage>;

/** The live thread of one consultation. Everyone who reads it reads all of it: a gap is asked for at once. */
export class ThreadFeed extends NumberedFeed<ConsultationMessage, ThreadState> {
  constructor(
    connection: LiveConnection,
    private readonly consultationId: string,
    store: Store,
    now: () => Date,
  ) {
    super({ connection, threadId: consultationId, store, now, gapCheckMs: 0 }, (state) => state);
    this.start(
      connection.on('consultation:messages', (event: Event<'consultation:messages'>) => {
        if (event.consultationId === consultationId) this.arrive(event.messages);
      }),
      connection.on('consultation:lost', (event: Event<'consultation:lost'>) => {
        if (event.consultationId === consultationId) this.set({ lost: true });
      }),
    );
  }

  protected async askToWatch(
    have: number,
  ): Promise<Watched<ConsultationMessage> | { refused: ProblemError }> {
    const { consultationId } = this;
    const answer = await this.connection.ask<AnswerTo<'consultation:watch'>>('consultation:watch', {
      consultationId,
      have,
    });
    if (!answer.ok) return { refused: asProblemError(answer.problem) };
    return { entries: answer.messages, more: false };
  }

  protected askToSend(message: Pick<OutgoingMessage, 'id' | 'text' | 'attachmentIds'>) {
    const { consultationId } = this;
    return this.connection.ask<AnswerTo<'consultation:send'>>('consultation:send', {
      consultationId,
      ...message,
    });
  }

  protected askToMarkSeen(number: number) {
    const { consultationId } = this;
    return this.connection.ask<AnswerTo<'consultation:seen'>>('consultation:seen', {
      consultationId,
      number,
    });
  }

  protected askToLeave() {
    return this.connection.ask('consultation:leave', { consultationId: this.consultationId });
  }

  protected isLostBy(): boolean {
    return true;
  }
}
