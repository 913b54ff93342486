import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { AccessLog } from '../access-log/access-log.service.js';
import { CareCase } from '../cases/case.entity.js';
import { Cases } from '../cases/case.service.js';
import { CaseViews } from '../cases/case-views.js';
import { isCutOff, isInCall } from '../cases/in-call.rule.js';
import { keepInCall } from '../cases/keep-in-call.js';
import { Clock } from '../config/clock.js';
import {
  type CaseReach,
  NOTIFICATION_CHANNELS,
  type NotificationChannel,
  type TelephoneNumber,
} from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { ContactPoint } from './contact.entity.js';
import { contactOf, mayBeReached } from './contacts.js';
import { Delivery } from './delivery.entity.js';
import type { Point } from './who-is-told.rule.js';

/** A page in front says so every twenty seconds; two that are missed are a page that is gone. */
const HERE_MS = 45_000;
const SHOWN = 10;

/** The channels by which nothing arrives any more, and since when. */
function notReached(
  confirmed: readonly Point[],
  ways: readonly NotificationChannel[],
): CaseReach['notReached'] {
  return NOTIFICATION_CHANNELS.filter((name) => !ways.includes(name)).flatMap((channel) => {
    const failed = confirmed.flatMap((point) =>
      point.channel === channel && point.failedAt ? [point.failedAt.getTime()] : [],
    );
    return failed.length > 0 ? [{ channel, since: new Date(Math.max(...failed)).toISOString() }] : [];
  });
}

/** How a case's resident is reached. Addresses are none of the staff's business; the number is, for who is to call. */
@Injectable()
export class Reach {
  constructor(
    private readonly cases: Cases,
    private readonly views: CaseViews,
    private readonly accessLog: AccessLog,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemException not-found, also for a case that is somebody else's */
  async of(staff: CommissionCaller, caseId: string): Promise<CaseReach> {
    const { careCase } = await this.views.find(caseId, staff);
    const { manager } = this.cases.dataSource;
    const contact = await contactOf(manager, careCase.residentId);
    const isReached = !contact?.stopped && (await mayBeReached(manager, careCase, this.clock.now()));
    const points = isReached ? (contact?.points ?? []) : [];
    const confirmed = points.filter(({ confirmedAt }) => confirmedAt);
    const usable = confirmed.filter(({ failedAt }) => !failedAt);
    const deliveries = await manager.find(Delivery, {
      where: { caseId },
      order: { createdAt: 'DESC', id: 'ASC' },
      take: SHOWN,
    });
    const ways = NOTIFICATION_CHANNELS.filter((name) => usable.some(({ channel }) => channel === name));
    const { residentHereAt } = careCase;
    return {
      isHere: residentHereAt !== null && this.clock.now().getTime() - residentHereAt.getTime() < HERE_MS,
      lastHereAt: residentHereAt?.toISOString() ?? null,
      ways,
      notReached: notReached(confirmed, ways),
      deliveries: deliveries.map(({ event, channel, state, changedAt }) => ({
        event,
        channel,
        state,
        at: changedAt.toISOString(),
      })),
    };
  }

  /**
   * The number to ring back: as said on the telephone where it was opened so, else, for its holder, one that the
   * resident has given and confirmed, at which nothing came back; none of a guardian whose right has ended. Its showing
   * is logged.
   * @throws ProblemException not-found, not-allowed, wrong-state
   */
  numberOf(staff: CommissionCaller, caseId: string): Promise<TelephoneNumber> {
    return this.cases.dataSource.transaction(async (manager) => {
      const known = await manager.findOneBy(CareCase, { id: caseId });
      // Who had the caller on the line rings back when the call was cut off.
      const action = known && isCutOff(known) ? 'ask-on' : 'telephone';
      const { careCase, relations } = await this.views.find(caseId, staff, action, manager);
      const { residentId, patientId, callbackNumber } = careCase;
      if (isInCall(careCase)) await keepInCall(manager, caseId, 'act', this.clock.now());
      const mayBeRung = await mayBeReached(manager, careCase, this.clock.now());
      if (!residentId || !patientId || !mayBeRung) return { number: null, isConfirmed: false };
      const point =
        callbackNumber || !relations.includes('holder')
          ? null
          : await manager.findOne(ContactPoint, {
              where: { personId: residentId, channel: 'sms', confirmedAt: Not(IsNull()), failedAt: IsNull() },
              order: { confirmedAt: 'DESC' },
            });
      const number = callbackNumber ?? point?.address ?? null;
      if (!number) return { number: null, isConfirmed: false };
      await this.accessLog.write(manager, staff, [{ patientId, caseId, action: 'telephone-number' }]);
      return { number, isConfirmed: point !== null };
    });
  }
}
