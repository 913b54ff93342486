import { RateLimiterMemory } from 'rate-limiter-flexible';
import { ProblemException } from '../config/problem.exception.js';
import type { ClientEvents } from '../contracts/index.js';
import type { ConversationSocket } from './socket-types.js';

/** How many events a session may send. */
export class SocketLimits {
  private readonly events: RateLimiterMemory;
  /** Apart, so that text that is shown as it is written never stands in the way of a message. */
  private readonly texts: RateLimiterMemory;

  /** @param points in 10 s */
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
