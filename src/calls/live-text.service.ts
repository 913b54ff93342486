import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CareCase } from '../cases/case.entity.js';
import { Cases } from '../cases/case.service.js';
import type { WrittenText } from '../contracts/index.js';
import { EphemeralBroadcast } from '../database/ephemeral-broadcast.js';
import type { CommissionCaller, ResidentCaller } from '../identity/caller.js';
import { textRefused } from './call.errors.js';
import { Calls } from './call.service.js';
import { participantsOf } from './call-record.js';
import { CallSeats } from './call-seats.service.js';
import { wayOfText } from './live-text.rule.js';

/** Channel on which processes pass on what is being written. Nothing of it is kept. */
const CHANNEL = 'slussen_live_text';

/** A text on its way to a page, wherever that is connected. */
interface PassedText extends WrittenText {
  from: string;
  to: { participantId: string; page: string };
}

/**
 * Real-time text (EN 301 549, 6.2): passes on what is being written beside a call, as it is written. It is relayed and
 * forgotten: neither stored nor logged, and no part of the timeline.
 */
@Injectable()
export class LiveTexts implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(LiveTexts.name);
  private readonly broadcast: EphemeralBroadcast<PassedText>;
  /** What stands on the other side, by the connection that it came from. */
  private readonly standing = new Map<string, PassedText>();

  constructor(
    private readonly calls: Calls,
    private readonly cases: Cases,
    private readonly seats: CallSeats,
  ) {
    // A broadcast that was missed is made up for: the writer repeats the whole text.
    this.broadcast = new EphemeralBroadcast(cases.dataSource, CHANNEL, cases.nodeId, (text) =>
      this.deliver(text),
    );
  }

  onApplicationBootstrap(): Promise<void> {
    return this.broadcast.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.broadcast.stop();
  }

  /**
   * Passes on all of what stands where the caller writes; nothing (`''`) takes it away.
   * @throws ProblemException not-found (no seat in that call), wrong-state (it does not go on), not-allowed (the case is
   * somebody else's now)
   */
  async take(
    caller: CommissionCaller | ResidentCaller,
    written: WrittenText,
    connectionId: string,
  ): Promise<void> {
    const { manager } = this.cases.dataSource;
    const call = await this.calls.find(written.callId);
    const participants = await participantsOf(manager, call.id);
    const careCase = await manager.findOneByOrFail(CareCase, { id: call.caseId });
    const way = wayOfText({ ...call, participants }, careCase, caller);
    if (typeof way === 'string') throw textRefused(way);
    await this.calls.check(caller, call.caseId, 'write-in-call');
    const { from, to } = way;
    if (!to) return;
    const passed = { ...written, from, to };
    if (written.text === '') this.standing.delete(connectionId);
    else this.standing.set(connectionId, passed);
    await this.pass(passed);
  }

  /** A connection was closed: what was being written over it goes away. */
  disconnected(connectionId: string): void {
    const stood = this.standing.get(connectionId);
    if (!stood) return;
    this.standing.delete(connectionId);
    this.pass({ ...stood, text: '' }).catch((err: unknown) =>
      this.logger.warn({ err, callId: stood.callId }, 'unsent text was not taken away, it fades'),
    );
  }

  private async pass(passed: PassedText): Promise<void> {
    this.deliver(passed);
    await this.broadcast.send(passed);
  }

  private deliver({ callId, id, text, from, to }: PassedText): void {
    this.seats.tell(callId, to, 'call:text', { callId, from, id, text });
  }
}
