import { RateLimiterMemory } from 'rate-limiter-flexible';
import { ProblemException } from '../config/problem.exception.js';
import type { ClientEvents } from '../contracts/index.js';
import type { ConversationSocket } from './socket-types.js';

/** Limits how many events a session may send. */
export class SocketLimits {
  private readonly events: RateLimiterMemory;
  /** Counted separately, so that live text never blocks a message. */
  private readonly texts: RateLimiterMemory;

  /** @param points events in 10 s */
  constructor(points: number) {
    this.events = new RateLimiterMemory({ points, duration: 10 });
    this.texts = new RateLimiterMemory({ points, duration: 10 });
  }

  /** Counts an event. @throws ProblemException too-many-requests */
  async count({ id, data: { caller } }: ConversationSocket, name: keyof ClientEvents): Promise<void> {
    const key = caller && 'sessionId' in caller ? caller.sessionId : id;
    const limiter = name === 'call:text' ? this.texts : this.events;
    await limiter.consume(key).catch(() => {
      throw new ProblemException('too-many-requests', 'Wait a few seconds, then send the same again.');
    });
  }
}
