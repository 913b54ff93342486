import { Injectable } from '@nestjs/common';
import { AddressLimit } from '../identity/rate-limits.js';

/** Limits the webhooks of a media server: a few for each call. */
@Injectable()
export class WebhookLimit extends AddressLimit {
  constructor() {
    super(30_000, 300);
  }
}
