import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CareCase } from '../cases/case.entity.js';
import { Cases } from '../cases/case.service.js';
import { readTimeline } from '../cases/timeline.js';
import { TimelineFeed } from '../cases/timeline-feed.js';
import { Clock } from '../config/clock.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { repeat } from '../config/repeat.js';
import type { TimelineEntry } from '../contracts/index.js';
import { NotificationMark, PlannedNotice } from './delivery.entity.js';
import { drop, keepDeliveries, keepPlan, sendHeldBack } from './kept-notices.js';
import { HEEDED_KINDS, ruleOf } from './notification-events.js';
import { Sender } from './sender.service.js';
import { tellFactsOf } from './tell-facts.js';
import { isUrgent, plansToTell, type TellFacts, tellsAtOnce, whoIsTold } from './who-is-told.rule.js';

/** Messages that come close together are one look at their case. */
const SOON_MS = 100;
const SWEEP_EVERY_MS = 5_000;
/** No commit is later than this after the time that its entries bear. */
const SLACK_MS = 120_000;
const AT_ONCE = 500;

/**
 * Follows the timelines, and decides once for each entry who is told. How far it has come is kept for each case, in the
 * commit that keeps the deliveries: it goes on anywhere after any crash. What is committed here is looked at soon; a
 * sweep in every process finds what was committed by a process that is gone, or while none was there.
 */
@Injectable()
export class TimelineFollower implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(TimelineFollower.name);
  private readonly waiting = new Set<string>();
  private readonly stops: (() => void)[] = [];
  private timer?: NodeJS.Timeout;
  private looking: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly cases: Cases,
    private readonly feed: TimelineFeed,
    private readonly sender: Sender,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const now = this.clock.now();
    await this.cases.dataSource
      .createQueryBuilder()
      .insert()
      .into(NotificationMark)
      .values({ id: 1, beganAt: now, lookedUntil: now })
      .orIgnore()
      .execute();
    const heard = this.feed.changes$.subscribe(({ caseId, entries }) => {
      if (entries.some((entry) => ruleOf(entry) !== null)) this.lookSoon(caseId);
    });
    this.stops.push(
      () => heard.unsubscribe(),
      repeat(TimelineFollower.name, SWEEP_EVERY_MS, () => this.sweep()),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const stop of this.stops.splice(0)) stop();
    clearTimeout(this.timer);
    await this.looking.catch(() => undefined);
  }

  /** Looks at a case within a moment. */
  lookSoon(caseId: string): void {
    this.waiting.add(caseId);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const caseIds = [...this.waiting];
      this.waiting.clear();
      this.looking = this.looking
        .then(() => this.lookAtAll(caseIds))
        .catch((err: unknown) => this.logger.warn({ err }, 'cases are looked at again by the sweep'));
    }, SOON_MS);
  }

  /** Looks at every case with entries that have not been. @returns how many those were */
  async sweep(): Promise<number> {
    const now = this.clock.now();
    const [mark] = await this.cases.dataSource.manager.find(NotificationMark);
    if (!mark) return 0;
    const since = new Date(Math.min(mark.lookedUntil.getTime(), now.getTime()) - SLACK_MS);
    const found: { id: string }[] = await this.cases.dataSource.query(
      `SELECT DISTINCT care_case.id FROM timeline_entry
       JOIN care_case ON care_case.id = timeline_entry.case_id
       LEFT JOIN notification_position position ON position.case_id = timeline_entry.case_id
       WHERE timeline_entry.kind = ANY($1) AND timeline_entry.at >= $2
         AND timeline_entry.number > COALESCE(position.up_to, 0)
         AND (position.case_id IS NOT NULL OR ${HAS_CONTACT})
       LIMIT $3`,
      [HEEDED_KINDS, since, AT_ONCE],
    );
    const failed = await this.lookAtEach(found.map(({ id }) => id));
    if (found.length < AT_ONCE && !failed) {
      await this.cases.dataSource.query(
        'UPDATE notification_mark SET looked_until = GREATEST(looked_until, $1) WHERE id = 1',
        [now],
      );
    }
    return found.length;
  }

  /** The cases of those who can be told; the others cost no more than this one question. */
  private async lookAtAll(caseIds: readonly string[]): Promise<void> {
    const found: { id: string }[] = await this.cases.dataSource.query(
      `SELECT care_case.id FROM care_case
       LEFT JOIN notification_position position ON position.case_id = care_case.id
       WHERE care_case.id = ANY($1) AND (position.case_id IS NOT NULL OR ${HAS_CONTACT})`,
      [caseIds],
    );
    await this.lookAtEach(found.map(({ id }) => id));
  }

  /** @returns whether any of them could not be looked at */
  private async lookAtEach(caseIds: readonly string[]): Promise<boolean> {
    let failed = false;
    for (const caseId of caseIds) {
      try {
        await this.look(caseId);
      } catch (err) {
        failed = true;
        this.logger.error({ err, caseId }, 'who is told could not be decided, tried again');
      }
    }
    return failed;
  }

  /** Decides about the entries of a case that have not been decided about. Another process that does it is left to it. */
  async look(caseId: string): Promise<void> {
    const due = await this.cases.dataSource.transaction(async (manager) => {
      await manager.query(
        'INSERT INTO notification_position (case_id, up_to) VALUES ($1, 0) ON CONFLICT DO NOTHING',
        [caseId],
      );
      const [position]: { up_to: number }[] = await manager.query(
        'SELECT up_to FROM notification_position WHERE case_id = $1 FOR UPDATE SKIP LOCKED',
        [caseId],
      );
      if (!position) return false;
      const entries = await readTimeline(manager, caseId, position.up_to, 'staff');
      const last = entries.at(-1);
      if (!last) return false;
      const careCase = await manager.findOneByOrFail(CareCase, { id: caseId });
      const deliveries = await this.decide(manager, careCase, entries);
      await manager.query('UPDATE notification_position SET up_to = $2 WHERE case_id = $1', [
        caseId,
        last.number,
      ]);
      return deliveries > 0;
    });
    if (due) this.sender.wake();
  }

  private async decide(
    manager: EntityManager,
    careCase: CareCase,
    entries: readonly TimelineEntry[],
  ): Promise<number> {
    const { beganAt } = await manager.findOneByOrFail(NotificationMark, { id: 1 });
    const facts = await this.factsOf(manager, careCase);
    const told = [...facts.toldUnseen];
    // Quiet hours hold back nothing of a case that has become urgent.
    let made = isUrgent(careCase.urgency) ? await sendHeldBack(manager, careCase.id, facts.now) : 0;
    for (const entry of entries) {
      const rule = ruleOf(entry);
      if (!rule) continue;
      const booking = rule.booking?.(entry) ?? '';
      if (rule.drops) await drop(manager, careCase.id, rule.drops, booking, facts.now);
      const plan = plansToTell(entry, careCase, facts.now);
      if (plan) await keepPlan(manager, careCase.id, plan, booking);
      const tell = new Date(entry.at) >= beganAt ? tellsAtOnce(entry, facts.now) : null;
      if (!tell) continue;
      const deliveries = whoIsTold(tell, { ...facts, toldUnseen: told });
      if (deliveries.length > 0) told.push({ event: tell.event, urgent: isUrgent(facts.urgency) });
      made += deliveries.length;
      await keepDeliveries(manager, careCase.id, deliveries, facts.now);
    }
    return made;
  }

  /** Makes deliveries of what was planned and is due. @returns whether there was anything */
  async tellPlanned(): Promise<boolean> {
    return this.cases.dataSource.transaction(async (manager) => {
      const now = this.clock.now();
      const due = await manager
        .createQueryBuilder(PlannedNotice, 'planned')
        .where('planned.at <= :now', { now })
        .orderBy('planned.at')
        .limit(50)
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getMany();
      for (const { caseId, event, booking, number, at, until } of due) {
        const careCase = await manager.findOneByOrFail(CareCase, { id: caseId });
        const facts = await this.factsOf(manager, careCase);
        await keepDeliveries(manager, caseId, whoIsTold({ event, number, at, until }, facts, true), now);
        await manager.delete(PlannedNotice, { caseId, event, booking });
      }
      return due.length > 0;
    });
  }

  private factsOf(manager: EntityManager, careCase: CareCase): Promise<TellFacts> {
    const now = this.clock.now();
    return tellFactsOf(manager, careCase, { now, smsForCalls: this.settings.SMS_FOR_CALLS });
  }
}

const HAS_CONTACT = `EXISTS (
  SELECT FROM contact_point WHERE person_id = care_case.resident_id AND confirmed_at IS NOT NULL)`;
