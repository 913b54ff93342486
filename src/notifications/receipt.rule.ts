import type { DeliveryState, NotificationChannel } from '../contracts/index.js';

/** What a gateway says of a notice. */
export interface Receipt {
  delivered: boolean;
  /** Nothing that is sent there will ever arrive: there is no such address or number. */
  permanent: boolean;
  why: string | null;
}

/** What follows from a receipt: the state the delivery comes into, null: it stays; and whether the point is marked. */
export interface ReceiptFollows {
  state: 'delivered' | 'failed' | null;
  pointIsBad: boolean;
}

const OPEN: ReadonlySet<DeliveryState> = new Set(['sending', 'sent', 'uncertain']);

/**
 * The first word is the last one; it counts also where we do not know whether the notice was sent, or it is about to be
 * tried again because the answer was lost. Only a mail that was taken by the next server, and so called delivered, may
 * still come back from further on, also for a reason that passes, such as a full mailbox.
 */
export function followsReceipt(
  { state, channel, attempts }: { state: DeliveryState; channel: NotificationChannel; attempts: number },
  { delivered, permanent }: Receipt,
): ReceiptFollows {
  const isOpen = OPEN.has(state) || (state === 'queued' && attempts > 0);
  if (delivered) return { state: isOpen ? 'delivered' : null, pointIsBad: false };
  const cameBack = channel === 'email' && state === 'delivered';
  const fails = isOpen || cameBack;
  return { state: fails ? 'failed' : null, pointIsBad: permanent && (fails || state === 'failed') };
}
