import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CareUnits } from '../care-units/care-unit.service.js';
import { alarmsOf } from '../cases/alarms.rule.js';
import type { CareCase } from '../cases/case.entity.js';
import { Cases } from '../cases/case.service.js';
import { forEachCase } from '../cases/each-case.js';
import { isInCall } from '../cases/in-call.rule.js';
import { readAlarmEntries } from '../cases/timeline.js';
import { Clock } from '../config/clock.js';
import { repeat } from '../config/repeat.js';
import { Policies } from '../routing/policies.service.js';
import { standingAlarm } from './alarm-floor.rule.js';
import { cutOff, type KnownInCall } from './cut-call.rule.js';
import { Flows } from './flows.service.js';
import { flagsSoFar } from './triage-view.js';

const EVERY_MS = 15_000;
const AT_ONCE = 200;

/**
 * Finds telephone calls that were cut off amid the questions, and puts their cases into a queue. Any number of processes
 * may run it: each case is locked and checked again.
 */
@Injectable()
export class CutCalls implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(CutCalls.name);
  private stop?: () => void;

  constructor(
    private readonly cases: Cases,
    private readonly units: CareUnits,
    private readonly policies: Policies,
    private readonly flows: Flows,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = repeat(CutCalls.name, EVERY_MS, () => this.sweep());
  }

  onApplicationShutdown(): void {
    this.stop?.();
  }

  /** Places the cases in which nothing has happened for too long; returns how many were due. */
  async sweep(): Promise<number> {
    const due: { id: string }[] = await this.cases.dataSource.query(
      `SELECT id FROM care_case
       WHERE state IN ('describing', 'triage') AND opened_at_unit_id IS NOT NULL AND next_deadline_at <= $1
       ORDER BY next_deadline_at LIMIT $2`,
      [this.clock.now(), AT_ONCE],
    );
    await forEachCase(this.logger, due, (id) => this.place(id));
    return due.length;
  }

  private async place(id: string): Promise<void> {
    const policy = await this.policies.current();
    await this.cases.change(id, async (careCase, manager, now) => {
      const { openedAtUnitId, nextDeadlineAt } = careCase;
      if (!isInCall(careCase) || !nextDeadlineAt || nextDeadlineAt > now) return null;
      const unit = await this.units.byId(openedAtUnitId ?? '');
      if (!unit) throw new Error(`Case ${id} was opened at a unit that does not exist`);
      const alarm = standingAlarm(alarmsOf(await readAlarmEntries(manager, id)));
      return cutOff(careCase, unit, { alarm, ...(await this.flagsOf(careCase)) }, policy, now);
    });
  }

  /** The red flags in the answers; of answers that nobody can read any more the worst is thought. */
  private async flagsOf({ id, triage }: CareCase): Promise<Omit<KnownInCall, 'alarm'>> {
    if (!triage) return { redFlags: [], level: null };
    try {
      return flagsSoFar(await this.flows.withHash(triage.flowHash), triage);
    } catch (error) {
      this.logger.error({ caseId: id, err: error }, 'the flow of a call that was cut off cannot be read');
      return { redFlags: [], level: 1 };
    }
  }
}
