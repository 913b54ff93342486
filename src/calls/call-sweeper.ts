import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Cases } from '../cases/case.service.js';
import { Clock } from '../config/clock.js';
import { repeat } from '../config/repeat.js';
import { writtenForIfBornAfter } from '../residents/guardian.rule.js';
import { CallRow, CallWebhook } from './call.entity.js';
import { GONE_MS } from './call.rule.js';
import { Calls } from './call.service.js';
import { rightEndedSql } from './resident-right.js';
import { WEBHOOK_AGE_MS } from './webhook.rule.js';

const EVERY_MS = 3_000;
const AT_ONCE = 100;
const OPEN = `"call".state IN ('ringing', 'ongoing')`;
const LOST_CASE = `(care_case.state <> 'held' OR care_case.holder_commission_id <> "call".commission_id)`;

/**
 * Ends calls that must end: the call rang long enough, its participants are gone, its case is no longer held
 * by the caller (should the change itself not have ended it), or its resident may no longer write for the
 * child. Any number of processes may run it.
 */
@Injectable()
export class CallSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(CallSweeper.name);
  private stop?: () => void;

  constructor(
    private readonly calls: Calls,
    private readonly cases: Cases,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = repeat(CallSweeper.name, EVERY_MS, () => this.sweep());
  }

  onApplicationShutdown(): void {
    this.stop?.();
  }

  /** @returns how many calls were due */
  async sweep(): Promise<number> {
    const now = this.clock.now();
    const due: { id: string; case_id: string }[] = await this.cases.dataSource.query(
      `SELECT "call".id, case_id FROM "call" JOIN care_case ON care_case.id = case_id
       WHERE ${OPEN} AND (
         ${LOST_CASE}
         OR ${rightEndedSql('$4')}
         OR ("call".state = 'ringing' AND deadline_at <= $1)
         OR EXISTS (SELECT 1 FROM call_participant seat WHERE seat.call_id = "call".id AND seat.left_at IS NULL
                    AND LEAST(seat.last_seen_at, seat.away_since) < $2)
       ) LIMIT $3`,
      [now, new Date(now.getTime() - GONE_MS), AT_ONCE, writtenForIfBornAfter(now)],
    );
    for (const { id, case_id } of due) await this.settle(case_id, id);
    await this.closeRooms();
    await this.cases.dataSource.manager.delete(CallWebhook, {
      at: LessThan(new Date(Date.now() - 2 * WEBHOOK_AGE_MS)),
    });
    return due.length;
  }

  private async settle(caseId: string, callId: string): Promise<void> {
    await this.calls
      .settle(caseId, callId)
      .catch((err: unknown) => this.logger.error({ err, caseId }, 'a call was passed over'));
  }

  private async closeRooms(): Promise<void> {
    const open: CallRow[] = await this.cases.dataSource.manager
      .createQueryBuilder(CallRow, 'call')
      .where('call.room_open AND call.ended_at IS NOT NULL')
      .orderBy('call.ended_at')
      .limit(AT_ONCE)
      .getMany();
    for (const call of open) await this.calls.closeRoom(call);
  }
}
