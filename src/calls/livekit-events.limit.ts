import { Injectable } from '@nestjs/common';
import { AddressLimit } from '../identity/rate-limits.js';

/** What a media server tells: a few words for each call. */
@Injectable()
export class WebhookLimit extends AddressLimit {
  constructor() {
    super(30_000, 300);
  }
}
