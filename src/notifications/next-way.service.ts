import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { CareCase } from '../cases/case.entity.js';
import { toEntry } from '../cases/timeline.js';
import { StoredTimelineEntry } from '../cases/timeline-entry.entity.js';
import { Clock } from '../config/clock.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { Delivery } from './delivery.entity.js';
import { keepDeliveries } from './kept-notices.js';
import { kindsThatDrop } from './notification-events.js';
import { tellFactsOf } from './tell-facts.js';
import { allMissed, isOvertaken, whoIsTold } from './who-is-told.rule.js';

/** What follows, in the same transaction, on a notice that did not arrive. */
@Injectable()
export class NextWay {
  constructor(
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Of two notices of a case that fail at once, the second sees what became of the first. Taken before anything is changed. */
  async lock(manager: EntityManager, caseId: string): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 4))', [caseId]);
  }

  /** Marks where nothing arrives, unless it was confirmed since the notice was sent: its owner sees that, and staff. */
  async markPoint(
    manager: EntityManager,
    { pointId, changedAt }: Pick<Delivery, 'pointId' | 'changedAt'>,
    why: string,
  ): Promise<void> {
    await manager.query(
      `UPDATE contact_point SET failed_at = $2, failed_why = $3
       WHERE id = $1 AND failed_at IS NULL AND confirmed_at <= $4`,
      [pointId, this.clock.now(), why.slice(0, 200), changedAt],
    );
  }

  /**
   * Tells the same by the ways that were not tried yet, unless one that was may still arrive, or something has happened
   * since that makes it untrue.
   * @returns whether there is anything to send
   */
  async goOn(
    manager: EntityManager,
    {
      caseId,
      event,
      number,
      createdAt,
      until,
    }: Pick<Delivery, 'caseId' | 'event' | 'number' | 'createdAt' | 'until'>,
  ): Promise<boolean> {
    const tried = await manager.findBy(Delivery, { caseId, event, number });
    if (!allMissed(tried)) return false;
    const since = await manager.findBy(StoredTimelineEntry, [
      { caseId, number },
      { caseId, number: MoreThan(number), kind: In(kindsThatDrop(event)) },
    ]);
    if (isOvertaken({ event, number }, since.map(toEntry))) return false;
    const careCase = await manager.findOneByOrFail(CareCase, { id: caseId });
    const now = this.clock.now();
    const facts = await tellFactsOf(manager, careCase, { now, smsForCalls: this.settings.SMS_FOR_CALLS });
    const points = facts.contact?.points.filter(({ id }) => !tried.some(({ pointId }) => pointId === id));
    const contact = facts.contact && points ? { ...facts.contact, points } : null;
    const next = whoIsTold({ event, number, at: createdAt, until }, { ...facts, contact });
    await keepDeliveries(manager, caseId, next, now);
    return next.length > 0;
  }
}
