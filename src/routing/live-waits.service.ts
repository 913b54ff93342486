import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type CareCase, queued } from '../cases/case.entity.js';
import { ExpectedWaits, sayableRange, type WaitRange } from '../cases/expected-wait.js';
import { Clock } from '../config/clock.js';
import { QUEUE_ORDER_SQL } from '../queue/queue-order.rule.js';
import { estimateWait } from './expected-wait.rule.js';
import { NetworkState } from './network-state.service.js';
import { Policies } from './policies.service.js';

/** How long residents may have to wait: the same model as the router uses, on the network as it is now. */
@Injectable()
export class LiveWaits extends ExpectedWaits {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly network: NetworkState,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {
    super();
  }

  async of(careCase: CareCase): Promise<WaitRange | null> {
    const { unitId, competence, urgency } = queued(careCase);
    const { casesAtOnce } = await this.policies.current();
    const now = this.clock.now();
    const unit = (await this.network.load(now, casesAtOnce, { unitIds: [unitId] })).get(unitId);
    const desk = unit?.desks[competence];
    if (!unit?.open || !desk) return null;
    const [row]: { ahead: number }[] = await this.dataSource.query(
      `SELECT (place - 1)::int AS ahead FROM (
         SELECT id, row_number() OVER (ORDER BY ${QUEUE_ORDER_SQL}) AS place FROM care_case
         WHERE unit_id = $1 AND competence = $2 AND state = 'waiting'
           AND set_aside_until IS NULL
       ) queue WHERE id = $3`,
      [unitId, competence, careCase.id],
    );
    const wait = estimateWait(desk, row?.ahead ?? 0, urgency);
    return wait && sayableRange(wait, now, unit.closesAt);
  }
}
