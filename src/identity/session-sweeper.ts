import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { repeat } from '../config/repeat.js';
import { ResidentSessions } from './resident-session.service.js';
import { SWEEP_MS } from './session-times.js';

/** Deletes expired sessions and sign-ins at intervals. Staff's sessions are swept by their own store. */
@Injectable()
export class SessionSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private stop?: () => void;

  constructor(private readonly sessions: ResidentSessions) {}

  onApplicationBootstrap(): void {
    this.stop = repeat(SessionSweeper.name, SWEEP_MS, () => this.sessions.sweep());
  }

  onApplicationShutdown(): void {
    this.stop?.();
  }
}
