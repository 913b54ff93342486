import { isDeepStrictEqual } from 'node:util';
import { Injectable, Logger } from '@nestjs/common';
import { ProblemException } from '../config/problem.exception.js';
import type { Caller } from '../identity/caller.js';
import { CallerChanges } from '../identity/caller-changes.js';
import { Callers } from '../identity/callers.js';
import type { ConversationServer, ConversationSocket } from './socket-types.js';

/** How often all callers are checked again, even when no change was reported. */
export const LOOK_EVERY_MS = 20_000;
/** A caller not checked for this long, as when rounds fail, is checked before an event is answered. */
const STALE_MS = LOOK_EVERY_MS + 5_000;

/**
 * Keeps the caller of each open socket up to date: checked again when a process reports that a session, a
 * commission or a staff member has changed, and in regular rounds. A caller whose session is over is told so.
 * A socket whose caller has changed since it was opened is closed, and opens again as the present caller.
 */
@Injectable()
export class SocketCallers {
  private readonly logger = new Logger(SocketCallers.name);
  private server?: ConversationServer;
  /** Counts reported changes, so that one that comes while a socket is being let in is noticed. */
  private told = 0;

  constructor(
    private readonly callers: Callers,
    private readonly changes: CallerChanges,
  ) {}

  attach(server: ConversationServer): void {
    this.server = server;
  }

  /** Follows reported changes of callers. @returns a function that stops it */
  follow(): () => void {
    const subscription = this.changes.changes$.subscribe((id) => {
      this.told += 1;
      const changed = (caller: Caller) => id === null || idsOf(caller).includes(id);
      this.lookAt(this.open().filter(({ data }) => data.caller && changed(data.caller))).catch(
        (err: unknown) => this.logger.warn({ err }, 'callers could not be looked at again'),
      );
    });
    return () => subscription.unsubscribe();
  }

  /** Finds the caller who opens a socket. @throws ProblemException when they are not let in */
  async letIn(socket: ConversationSocket, find: () => Promise<Caller>): Promise<void> {
    const { told } = this;
    socket.data.caller = await find();
    socket.data.lookedAt = told === this.told ? performance.now() : 0;
  }

  /**
   * Call before an event is answered.
   * @throws ProblemException when the sender is no longer the same caller
   */
  async confirm(socket: ConversationSocket): Promise<void> {
    if (performance.now() - (socket.data.lookedAt ?? 0) < STALE_MS) return;
    await this.lookAt([socket]);
    if (!socket.connected)
      throw new ProblemException('session-expired', 'Connect again, then send it again.');
  }

  /** Checks all callers again. @returns the commissions whose desks are open */
  async lookAtAll(): Promise<string[]> {
    await this.lookAt(this.open());
    const here = this.open().flatMap(({ data }) =>
      data.caller?.kind === 'commission' ? data.caller.commissionId : [],
    );
    return [...new Set(here)];
  }

  private open(): ConversationSocket[] {
    return [...(this.server?.sockets.sockets.values() ?? [])];
  }

  private async lookAt(sockets: readonly ConversationSocket[]): Promise<void> {
    const looks = new Map<string, Promise<Caller | null>>();
    for (const socket of sockets) {
      const { caller } = socket.data;
      if (!caller || !('sessionId' in caller)) continue;
      const key = `${caller.kind} ${caller.sessionId}`;
      const look = looks.get(key) ?? this.callers.now(caller);
      looks.set(key, look);
      const now = await look;
      socket.data.lookedAt = performance.now();
      if (isDeepStrictEqual(now, caller)) continue;
      if (!now) socket.emit('session:ended');
      socket.disconnect(true);
    }
  }
}

function idsOf(caller: Caller): string[] {
  const { sessionId, staffId, commissionId } = { ...caller } as Partial<Record<string, string>>;
  return [sessionId, staffId, commissionId].filter((id) => id !== undefined);
}
