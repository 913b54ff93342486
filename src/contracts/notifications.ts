import type { Instant, Language } from './words.js';

/** By which residents are told when something happens and they do not look. */
export const NOTIFICATION_CHANNELS = ['email', 'sms', 'push'] as const;
export type NotificationChannel = (typeof NOTIFICATION_CHANNELS)[number];

/** What residents are told of; no text says what a case is about. */
export const NOTIFICATION_EVENTS = [
  'answer',
  'call',
  'call-missed',
  'unit-asks',
  'booking-made',
  'booking-moved',
  'booking-cancelled',
  'booking-reminder',
  'ticket-ends',
  'answer-late',
  'closed',
  'news',
] as const;
export type NotificationEvent = (typeof NOTIFICATION_EVENTS)[number];

/**
 * queued: to be sent, or tried again · sending: a process has it · sent: the channel has accepted it · delivered: the
 * channel says that it has arrived · failed: the channel refused it, or was away for too long · uncertain: it was under way
 * when the process or the line ended, and is not sent again · dropped: no longer needed.
 */
export const DELIVERY_STATES = [
  'queued',
  'sending',
  'sent',
  'delivered',
  'failed',
  'uncertain',
  'dropped',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Hours of the day, `HH:MM` in the region's time, between which nothing is sent that can wait. */
export interface QuietHours {
  from: string;
  to: string;
}

/** An address, a number or a browser at which a resident wants to be told. */
export interface ContactPointView {
  id: string;
  channel: NotificationChannel;
  /** The address or number as it was given; of a browser its own name. */
  address: string;
  confirmed: boolean;
  /** Since when what is sent there does not arrive, so that nothing more is; null once it is confirmed anew. */
  failedAt: Instant | null;
  /** A code has been sent there and is valid. */
  codeSent: boolean;
}

/** How a resident wants to be told. */
export interface ContactView {
  language: Language;
  quiet: QuietHours | null;
  stopped: boolean;
  points: ContactPointView[];
  /** The channels that this service has. */
  channels: NotificationChannel[];
  /** The public key with which browsers subscribe to web push (VAPID). */
  pushKey: string | null;
}

/** PUT /api/me/contact */
export interface SetContact {
  language: Language;
  quiet: QuietHours | null;
  stopped: boolean;
}

/** PUT /api/me/contact/points/:pointId: a code is sent there; the same again sends a new one. */
export interface PutContactPoint {
  channel: 'email' | 'sms';
  address: string;
}

/** POST /api/me/contact/points/:pointId/confirmation */
export interface ConfirmContactPoint {
  /** The six digits that were sent. */
  code: string;
}

/** PUT /api/me/contact/browsers/:pointId: what the browser's push service gave. */
export interface PutPushBrowser {
  endpoint: string;
  p256dh: string;
  auth: string;
  /** What the resident sees it called, e.g. `Chrome, Android`. */
  name: string;
}
/** GET /api/desk/cases/:caseId/reach: whether a resident is there, and how they are told when not. */
export interface CaseReach {
  /** The resident has the case on their screen. */
  isHere: boolean;
  /** When they last had; null if never since they signed in. */
  lastHereAt: Instant | null;
  /** The channels by which they are told; empty when they have chosen none or stopped. */
  ways: NotificationChannel[];
  /** The channels that they have chosen and at which nothing arrives, and since when. */
  notReached: { channel: NotificationChannel; since: Instant }[];
  /** The newest first. */
  deliveries: {
    event: NotificationEvent;
    channel: NotificationChannel;
    state: DeliveryState;
    at: Instant;
  }[];
}
