import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { repeat } from '../config/repeat.js';
import { Cases } from './case.service.js';
import { forEachCase } from './each-case.js';
import { lastSetAside } from './set-aside.js';
import { takenUp } from './set-aside.rule.js';
import { systemEntry } from './timeline-actors.js';

const EVERY_MS = 10_000;
const AT_ONCE = 200;

/**
 * Takes up cases whose time has come, and reminds of others. Each is locked and looked at again first, so any number of
 * processes may run it.
 */
@Injectable()
export class SetAsideSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SetAsideSweeper.name);
  private stop?: () => void;

  constructor(
    private readonly cases: Cases,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = repeat(SetAsideSweeper.name, EVERY_MS, () => this.sweep());
  }

  onApplicationShutdown(): void {
    this.stop?.();
  }

  /** Takes up what is due; returns how many. */
  async sweep(): Promise<number> {
    const due: { id: string }[] = await this.cases.dataSource.query(
      `SELECT id FROM care_case WHERE set_aside_until <= $1 OR remind_at <= $1 LIMIT $2`,
      [this.clock.now(), AT_ONCE],
    );
    await forEachCase(this.logger, due, (id) => this.takeUp(id));
    return due.length;
  }

  private takeUp(id: string): Promise<unknown> {
    return this.cases.change(id, async (careCase, manager, now) => {
      const isOver = [careCase.setAsideUntil, careCase.remindAt].some((at) => at !== null && at <= now);
      if (!isOver) return null;
      const body = (await lastSetAside(manager, [id])).get(id) ?? { why: 'follow-up', note: null };
      return {
        patch: takenUp(careCase, now),
        entries: [systemEntry('set-aside-over', { why: body.why, note: body.note })],
      };
    });
  }
}
