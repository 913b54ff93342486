import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { LAST_SEEN_SQL } from '../care-units/care-unit.service.js';
import { Commission } from '../care-units/staff.entity.js';
import { Cases } from '../cases/case.service.js';
import { nextState } from '../cases/case-transitions.rule.js';
import { forEachCase } from '../cases/each-case.js';
import { systemEntry } from '../cases/timeline-actors.js';
import { Clock } from '../config/clock.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { repeat } from '../config/repeat.js';
import {
  type Hearing,
  hearingAfter,
  hearsDesks,
  holdMinutes,
  lastSign,
  URGENT_HOLD_MINUTES,
} from './hold.rule.js';

const EVERY_MS = 10_000;

/**
 * Returns a case to its queue, place kept, when its holder is gone: without a sign of life for as long as
 * `hold.rule` allows. Nobody counts as gone because of a silence of our own, after an outage or a restart.
 * Each case is locked and checked again first, so any number of processes may run it.
 */
@Injectable()
export class HoldSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(HoldSweeper.name);
  private hearing: Hearing | null = null;
  private stop?: () => void;

  constructor(
    private readonly cases: Cases,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = repeat(HoldSweeper.name, EVERY_MS, () => this.round());
  }

  onApplicationShutdown(): void {
    this.stop?.();
  }

  /** Gives cases back unless signs of life may have been missed recently. @returns how many */
  async round(): Promise<number> {
    const silent = await this.silentHolds();
    this.hearing = hearingAfter(this.hearing, this.clock.now());
    return hearsDesks(this.hearing) ? this.giveBack(silent) : 0;
  }

  /** Gives the cases back at once. @returns how many */
  async sweep(): Promise<number> {
    return this.giveBack(await this.silentHolds());
  }

  private silentHolds(): Promise<{ id: string }[]> {
    return this.cases.dataSource.query(
      `SELECT care_case.id FROM care_case JOIN ${LAST_SEEN_SQL} ON desk.id = care_case.holder_commission_id
       WHERE state = 'held' AND GREATEST(claimed_at, desk.last_seen_at) < $1`,
      [this.before(Math.min(URGENT_HOLD_MINUTES, this.settings.HOLD_MINUTES))],
    );
  }

  private async giveBack(silent: readonly { id: string }[]): Promise<number> {
    let returned = 0;
    await forEachCase(this.logger, silent, (id) =>
      this.cases.change(id, async (careCase, manager) => {
        if (careCase.state !== 'held') return {};
        const { lastSeenAt } = await manager.findOneByOrFail(Commission, {
          id: careCase.holderCommissionId ?? '',
        });
        const minutes = holdMinutes(careCase.urgency ?? 1, this.settings.HOLD_MINUTES);
        if (lastSign({ claimedAt: careCase.claimedAt, lastSeenAt }) >= this.before(minutes)) return {};
        returned += 1;
        return {
          patch: { state: nextState(careCase.state, 'expire-hold'), holderCommissionId: null },
          entries: [systemEntry('hold-expired', { minutes })],
        };
      }),
    );
    return returned;
  }

  private before(minutes: number): Date {
    return new Date(this.clock.now().getTime() - minutes * 60_000);
  }
}
