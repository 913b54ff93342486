import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Observable, Subject } from 'rxjs';

export interface SessionEnding {
  kind: 'resident' | 'staff';
  sessionId: string;
}

/** Tells who listens that a session was ended by signing out, so that its sockets can be closed at once. */
@Injectable()
export class SessionEndings implements OnApplicationShutdown {
  private readonly endings = new Subject<SessionEnding>();

  get ended$(): Observable<SessionEnding> {
    return this.endings.asObservable();
  }

  tell(ending: SessionEnding): void {
    this.endings.next(ending);
  }

  onApplicationShutdown(): void {
    this.endings.complete();
  }
}
