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
import type { Receipt } from './receipt.rule.js';
import { Receipts } from './receipts.service.js';
import { readReturnedMail } from './returned-mail.rule.js';
import { isSigned } from './sms-channel.js';

/** Hears from gateways what became of what they took. The same receipt may come any number of times. */
@ApiExcludeController()
@Controller()
export class ReceiptsController {
  constructor(
    private readonly receipts: Receipts,
    private readonly links: Links,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * `{"id": "…", "delivered": true}` or `{"id": "…", "delivered": false, "permanent": true, "why": "…"}`, signed like what
   * we send. Permanent is what goes for all that is sent to that number.
   */
  @Serves('POST /api/notifications/receipts/sms', 204)
  async sms(
    @Body() body: unknown,
    @Headers('slussen-timestamp') timestamp: string | undefined,
    @Headers('slussen-signature') signature: string | undefined,
  ): Promise<void> {
    const { SMS_GATEWAY, SMS_SECRET } = this.settings;
    const secret = SMS_GATEWAY === 'signed' ? SMS_SECRET : undefined;
    const { id, receipt } = readReceipt(this.signed(body, secret, { timestamp, signature }));
    await this.receipts.take('sms', id, receipt);
  }

  /** The same of mail, by the delivery's id or the Message-ID; or `{"returned": "…"}`, a mail that came back as it is. */
  @Serves('POST /api/notifications/receipts/mail', 204)
  async mail(
    @Body() body: unknown,
    @Headers('slussen-timestamp') timestamp: string | undefined,
    @Headers('slussen-signature') signature: string | undefined,
  ): Promise<void> {
    const said = this.signed(body, this.settings.MAIL_SECRET, { timestamp, signature });
    if ('returned' in said) {
      if (typeof said.returned !== 'string')
        throw badInput([{ field: 'returned', message: 'must be the mail that came back, as text' }]);
      const returned = readReturnedMail(said.returned);
      if (returned) await this.receipts.takeReturned(returned);
      return;
    }
    const { id, receipt } = readReceipt(said);
    await this.receipts.take('email', id, receipt);
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
    // It does not say whether a number is gone or a telephone is switched off: the number is kept.
    if (status === 'delivered' || status === 'failed') {
      const delivered = status === 'delivered';
      await this.receipts.take('sms', deliveryId, { delivered, permanent: false, why: null });
    } else if (status !== 'sent' && status !== 'created') {
      throw badInput([{ field: 'status', message: 'must be created, sent, delivered or failed' }]);
    }
  }

  /** @throws ProblemException bad-input, not-signed-in: also where no secret is set */
  private signed(
    body: unknown,
    secret: string | undefined,
    by: { timestamp: string | undefined; signature: string | undefined },
  ): Record<string, unknown> {
    if (!Buffer.isBuffer(body))
      throw badInput([{ field: 'body', message: 'must be JSON, sent as application/webhook+json' }]);
    const text = body.toString('utf8');
    if (secret === undefined || !isSigned(secret, by, text, this.clock.now()))
      throw new ProblemException('not-signed-in', 'The receipt is not signed by our gateway.');
    let read: unknown;
    try {
      read = JSON.parse(text);
    } catch {
      throw badInput([{ field: 'body', message: 'must be JSON' }]);
    }
    return (typeof read === 'object' && read ? read : {}) as Record<string, unknown>;
  }
}

function readReceipt({ id, delivered, permanent = false, why }: Record<string, unknown>): {
  id: string;
  receipt: Receipt;
} {
  const bare = typeof id === 'string' ? deliveryIdIn(id) : null;
  if (!bare) throw badInput([{ field: 'id', message: 'must be the id or Message-ID that it was sent with' }]);
  if (typeof delivered !== 'boolean')
    throw badInput([{ field: 'delivered', message: 'must be true or false' }]);
  if (typeof permanent !== 'boolean')
    throw badInput([{ field: 'permanent', message: 'must be true or false' }]);
  return { id: bare, receipt: { delivered, permanent, why: typeof why === 'string' ? why : null } };
}

/** `8d0c…`, or `<8d0c…@example.se>` as mail gateways have it. */
function deliveryIdIn(id: string): string | null {
  const bare = /^<?([^@<>]+)(?:@[^@<>]+)?>?$/.exec(id.slice(0, 400))?.[1];
  return bare && isUUID(bare) ? bare.toLowerCase() : null;
}
