import { Body, Controller, Headers, Inject, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import { Clock } from '../config/clock.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { ProblemException } from '../config/problem.exception.js';
import { badInput } from '../config/problem.filter.js';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import { Links } from './links.service.js';
import { Receipts } from './receipts.service.js';
import { isSigned } from './sms-channel.js';

/** Hears from SMS gateways what became of what they took. The same receipt may come any number of times. */
@ApiExcludeController()
@Controller()
export class ReceiptsController {
  constructor(
    private readonly receipts: Receipts,
    private readonly links: Links,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** `{"id": "…", "delivered": true}` or `{"id": "…", "delivered": false, "why": "…"}`, signed like what we send. */
  @Serves('POST /api/notifications/receipts/sms', 204)
  async signed(
    @Body() body: unknown,
    @Headers('slussen-timestamp') timestamp: string | undefined,
    @Headers('slussen-signature') signature: string | undefined,
  ): Promise<void> {
    const { SMS_GATEWAY, SMS_SECRET } = this.settings;
    if (!Buffer.isBuffer(body))
      throw badInput([{ field: 'body', message: 'must be JSON, sent as application/webhook+json' }]);
    const text = body.toString('utf8');
    const right =
      SMS_GATEWAY === 'signed' &&
      SMS_SECRET !== undefined &&
      isSigned(SMS_SECRET, { timestamp, signature }, text, this.clock.now());
    if (!right) throw new ProblemException('not-signed-in', 'The receipt is not signed by our gateway.');
    const { id, delivered, why } = readReceipt(text);
    await this.receipts.take(id, delivered, why);
  }

  /** What 46elks sends to the address that it was given with the SMS; only it knows that address. */
  @Serves('POST /api/notifications/receipts/46elks/:deliveryId/:token', 204)
  async elks(
    @UuidParam('deliveryId') deliveryId: string,
    @Param('token') token: string,
    @Body() body: unknown,
  ): Promise<void> {
    if (!(await this.links.isReceiptToken(deliveryId, token)))
      throw new ProblemException('not-found', 'The receipt is not for something that we sent.');
    const { status } = (body ?? {}) as Record<string, unknown>;
    if (status === 'delivered') await this.receipts.take(deliveryId, true, null);
    else if (status === 'failed') await this.receipts.take(deliveryId, false, 'failed');
    else if (status !== 'sent' && status !== 'created')
      throw badInput([{ field: 'status', message: 'must be created, sent, delivered or failed' }]);
  }
}

function readReceipt(text: string): { id: string; delivered: boolean; why: string | null } {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw badInput([{ field: 'body', message: 'must be JSON' }]);
  }
  const { id, delivered, why } = (typeof read === 'object' && read ? read : {}) as Record<string, unknown>;
  if (typeof id !== 'string' || !isUUID(id))
    throw badInput([{ field: 'id', message: 'must be the id that the SMS was sent with' }]);
  if (typeof delivered !== 'boolean')
    throw badInput([{ field: 'delivered', message: 'must be true or false' }]);
  return { id, delivered, why: typeof why === 'string' ? why : null };
}
