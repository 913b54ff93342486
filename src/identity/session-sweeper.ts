import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ResidentSessions } from './resident-session.service.js';
import { SWEEP_MS } from './session-times.js';

/** Deletes sessions and sign-ins that have run out, now and then. Staff's sessions are swept by their own store. */
@Injectable()
export class SessionSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SessionSweeper.name);
  private timer?: NodeJS.Timeout;

  constructor(private readonly sessions: ResidentSessions) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.sessions
        .sweep()
        .catch((err: unknown) => this.logger.warn({ err }, 'sweep failed; tried again later'));
    }, SWEEP_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
