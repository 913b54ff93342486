import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { caseAddress, publicOrigin } from '../config/public-address.js';
import { equalSecrets } from '../config/secrets.js';
import { addressOf, type Language } from '../contracts/index.js';
import { NotificationSecrets } from './notification-secrets.service.js';

/** The addresses that stand in notices. */
@Injectable()
export class Links {
  private readonly origin: string;

  constructor(
    private readonly secrets: NotificationSecrets,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.origin = publicOrigin(settings);
  }

  /** Opens a case, on any device, after signing in; on its own it shows nothing. */
  toCase(caseId: string, language: Language): string {
    return caseAddress(this.origin, caseId, language);
  }

  /** Stops notices to one point without signing in. */
  async toStop(pointId: string): Promise<string> {
    const token = await this.stopToken(pointId);
    return this.origin + addressOf('GET /notifications/stop', { query: { point: pointId, token } }).path;
  }

  /** Where a gateway says what became of an SMS. */
  async toReceipt(deliveryId: string): Promise<string> {
    const token = await this.receiptToken(deliveryId);
    return `${this.origin}/api/notifications/receipts/46elks/${deliveryId}/${token}`;
  }

  async isStopToken(pointId: string, token: string): Promise<boolean> {
    return equalSecrets(token, await this.stopToken(pointId));
  }

  async isReceiptToken(deliveryId: string, token: string): Promise<boolean> {
    return equalSecrets(token, await this.receiptToken(deliveryId));
  }

  private stopToken(pointId: string): Promise<string> {
    return this.sign('stop', pointId);
  }

  private receiptToken(deliveryId: string): Promise<string> {
    return this.sign('receipt', deliveryId);
  }

  private async sign(what: string, id: string): Promise<string> {
    const { secret } = await this.secrets.get();
    return createHmac('sha256', secret).update(`${what}:${id}`).digest('base64url');
  }
}
