import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Commission } from '../care-units/staff.entity.js';
import { Cases } from '../cases/case.service.js';
import { nextState } from '../cases/case-transitions.rule.js';
import { forEachCase } from '../cases/each-case.js';
import { systemEntry } from '../cases/timeline-actors.js';
import { Clock } from '../config/clock.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { repeat } from '../config/repeat.js';

const EVERY_MS = 10_000;

/**
 * Returns cases to their queue, place kept, whose holder has given no sign of life for `HOLD_MINUTES`. Each case is
 * locked and looked at again first, so any number of processes may run it.
 */
@Injectable()
export class HoldSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(HoldSweeper.name);
  private stop?: () => void;

  constructor(
    private readonly cases: Cases,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = repeat(HoldSweeper.name, EVERY_MS, () => this.sweep());
  }

  onApplicationShutdown(): void {
    this.stop?.();
  }

  /** Returns how many cases it gave back. */
  async sweep(): Promise<number> {
    const minutes = this.settings.HOLD_MINUTES;
    const goneSince = new Date(this.clock.now().getTime() - minutes * 60_000);
    const held: { id: string }[] = await this.cases.dataSource.query(
      `SELECT care_case.id FROM care_case JOIN commission ON commission.id = care_case.holder_commission_id
       WHERE state = 'held' AND GREATEST(claimed_at, last_seen_at) < $1`,
      [goneSince],
    );
    let returned = 0;
    await forEachCase(this.logger, held, (id) =>
      this.cases.change(id, async (careCase, manager) => {
        if (careCase.state !== 'held') return {};
        const holder = await manager.findOneByOrFail(Commission, { id: careCase.holderCommissionId ?? '' });
        const lastSign = Math.max(careCase.claimedAt?.getTime() ?? 0, holder.lastSeenAt?.getTime() ?? 0);
        if (lastSign >= goneSince.getTime()) return {};
        returned += 1;
        return {
          patch: { state: nextState(careCase.state, 'expire-hold'), holderCommissionId: null },
          entries: [systemEntry('hold-expired', { minutes })],
        };
      }),
    );
    return returned;
  }
}
