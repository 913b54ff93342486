import { Injectable } from '@nestjs/common';
import { Cases } from '../cases/case.service.js';
import { Clock } from '../config/clock.js';

/** What channels say afterwards. */
@Injectable()
export class Receipts {
  constructor(
    private readonly cases: Cases,
    private readonly clock: Clock,
  ) {}

  /** The first word is the last one; it counts also where we do not know whether it was sent. Unknown ids are let be. */
  async take(deliveryId: string, delivered: boolean, why: string | null): Promise<void> {
    await this.cases.dataSource.query(
      `UPDATE delivery SET state = $2, why = $3, changed_at = $4
       WHERE id = $1 AND state IN ('sending', 'sent', 'uncertain')`,
      [
        deliveryId,
        delivered ? 'delivered' : 'failed',
        delivered ? null : `receipt: ${why ?? 'failed'}`.slice(0, 200),
        this.clock.now(),
      ],
    );
  }
}
