import type { Language, NotificationChannel, NotificationEvent } from '../contracts/index.js';
import type { ContactPoint } from './contact.entity.js';
import type { MailText } from './texts.js';

/** Something to be sent to one point. */
export interface OutgoingNotice {
  /** The id of the delivery, by which channels that can know a repeat. */
  id: string;
  event: NotificationEvent;
  language: Language;
  point: Pick<ContactPoint, 'id' | 'address' | 'pushP256dh' | 'pushAuth'>;
  /** Opens the case after signing in. */
  openLink: string;
  /** Stops notices to this point, in one press. */
  stopLink: string;
  until: Date;
}

/**
 * What came of sending. sent: accepted · refused: it will never be accepted, and `pointIsBad` when that goes for
 * everything sent there · later: certainly not accepted, and worth trying again · uncertain: nobody knows.
 */
export type SendResult =
  | { kind: 'sent'; ref: string | null }
  | { kind: 'refused'; why: string; pointIsBad: boolean }
  | { kind: 'later'; why: string }
  | { kind: 'uncertain'; why: string };

/** A way of reaching people. */
export abstract class Channel {
  abstract readonly name: NotificationChannel;
  /** A repeat of the same id reaches nobody twice, so that what was under way at a crash may be sent again. */
  abstract readonly knowsRepeats: boolean;
  /** Sends a notice; never throws for what the other side does. */
  abstract send(notice: OutgoingNotice): Promise<SendResult>;
  /** Sends a code by which a point is confirmed. */
  abstract sendCode(id: string, address: string, text: MailText): Promise<SendResult>;
  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** The channels that this service has. */
export abstract class Channels {
  abstract get(name: NotificationChannel): Channel | null;
  abstract readonly names: NotificationChannel[];
}

/** Nothing that is sent takes longer than this. */
export const SEND_TIMEOUT_MS = 20_000;
