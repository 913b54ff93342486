import { Injectable } from '@nestjs/common';
import { Cases } from '../cases/case.service.js';
import { Clock } from '../config/clock.js';
import type { NotificationChannel } from '../contracts/index.js';
import { ContactPoint } from './contact.entity.js';
import { Delivery } from './delivery.entity.js';
import { NextWay } from './next-way.service.js';
import { followsReceipt, type Receipt } from './receipt.rule.js';
import { type ReturnedMail, receiptOfReturned } from './returned-mail.rule.js';
import { Sender } from './sender.service.js';

/** What channels say afterwards. */
@Injectable()
export class Receipts {
  constructor(
    private readonly cases: Cases,
    private readonly nextWay: NextWay,
    private readonly sender: Sender,
    private readonly clock: Clock,
  ) {}

  /** Takes a mail that came back; one that is about none of ours is let be. */
  async takeReturned(returned: ReturnedMail): Promise<void> {
    const { manager } = this.cases.dataSource;
    const known = await manager.findOneBy(Delivery, { id: returned.id, channel: 'email' });
    const point = known && (await manager.findOneBy(ContactPoint, { id: known.pointId }));
    const receipt = receiptOfReturned(returned, point?.address ?? null);
    if (known && receipt) await this.take('email', known.id, receipt);
  }

  /** Takes what a gateway says of a notice, however often; ids that are unknown, or of another channel, are let be. */
  async take(channel: NotificationChannel, id: string, receipt: Receipt): Promise<void> {
    const due = await this.cases.dataSource.transaction(async (manager) => {
      const known = await manager.findOneBy(Delivery, { id, channel });
      if (!known) return false;
      await this.nextWay.lock(manager, known.caseId);
      const delivery = await manager.findOne(Delivery, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!delivery) return false;
      const { state, pointIsBad } = followsReceipt(delivery, receipt);
      const why = receipt.delivered ? null : `receipt: ${receipt.why ?? 'failed'}`.slice(0, 200);
      if (pointIsBad && why) await this.nextWay.markPoint(manager, delivery, why);
      if (!state) return false;
      await manager.update(Delivery, { id }, { state, why, changedAt: this.clock.now() });
      return state === 'failed' && this.nextWay.goOn(manager, delivery);
    });
    if (due) this.sender.wake();
  }
}
