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

/** Channel on which processes pass on text that is being written. Nothing is stored. */
const CHANNEL = 'slussen_live_text';

/** A text on its way to a page, whichever process that is connected to. */
interface PassedText extends WrittenText {
  from: string;
  to: { participantId: string; page: string };
}

/**
 * Real-time text (EN 301 549, 6.2): passes on text beside a call as it is written. The text is relayed and
 * forgotten: it is not stored, not logged, and not part of the timeline.
 */
@Injectable()
export class LiveTexts implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(LiveTexts.name);
  private readonly broadcast: EphemeralBroadcast<PassedText>;
  /** The text now shown on the other side, by the connection that it came from. */
  private readonly standing = new Map<string, PassedText>();

  constructor(
    private readonly calls: Calls,
    private readonly cases: Cases,
    private readonly seats: CallSeats,
  ) {
    // A missed broadcast does no harm: the writer repeats the whole text.
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
   * Passes on the whole text that the caller is writing; an empty text (`''`) removes it on the other side.
   * @throws ProblemException not-found (no seat in that call), wrong-state (not ongoing), not-allowed
   * (somebody else has the case now)
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

  /** A connection was closed: the unsent text from it is removed. */
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
