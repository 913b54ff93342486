import { AccessLogEntry } from './access-log/access-log-entry.entity.js';
import { AccessLogHash } from './access-log/access-log-hash.entity.js';
import { BookableTimeRow, BookingRow, BookingTicket } from './booking/booking.entity.js';
import { CallInvitation, CallParticipant, CallRow, CallSignalRow, CallWebhook } from './calls/call.entity.js';
import { CareUnit } from './care-units/care-unit.entity.js';
import { Commission, Staff } from './care-units/staff.entity.js';
import { UnitChange } from './care-units/unit-change.entity.js';
import { Attachment } from './cases/attachment.entity.js';
import { CareCase } from './cases/case.entity.js';
import { DeviceCodeRow } from './cases/device-code.entity.js';
import { FormerHolder } from './cases/former-holder.entity.js';
import { StoredTimelineEntry } from './cases/timeline-entry.entity.js';
import { Consultation } from './consultations/consultation.entity.js';
import { StoredConsultationMessage } from './consultations/consultation-message.entity.js';
import { QuickReplyRow } from './conversations/quick-reply.entity.js';
import { SharedLimitRow } from './database/shared-limit.entity.js';
import { Rating } from './follow-up/rating.entity.js';
import { ResidentSessionRow, SignIn, WebSession } from './identity/session.entity.js';
import {
  ContactCode,
  ContactPoint,
  ContactSettings,
  NotificationSecret,
} from './notifications/contact.entity.js';
import {
  Delivery,
  NotificationMark,
  NotificationPosition,
  PlannedNotice,
} from './notifications/delivery.entity.js';
import { Guardianship, Person } from './residents/person.entity.js';
import { NetworkSnapshot } from './routing/network-snapshot.entity.js';
import { RoutingPolicyRow } from './routing/routing-policy.entity.js';
import { FlowDefinition } from './triage/flow.entity.js';
import { FlowReview } from './triage/flow-review.entity.js';
import { WatchPosition } from './watching/watch-position.entity.js';

/** Every table of ours; the drift test holds them and the migrations together. */
export const ENTITIES = [
  AccessLogEntry,
  AccessLogHash,
  Attachment,
  BookableTimeRow,
  BookingRow,
  BookingTicket,
  CallInvitation,
  CallParticipant,
  CallRow,
  CallSignalRow,
  CallWebhook,
  CareCase,
  CareUnit,
  Commission,
  Consultation,
  ContactCode,
  ContactPoint,
  ContactSettings,
  Delivery,
  DeviceCodeRow,
  FlowDefinition,
  FlowReview,
  FormerHolder,
  Guardianship,
  NetworkSnapshot,
  NotificationMark,
  NotificationPosition,
  NotificationSecret,
  Person,
  PlannedNotice,
  QuickReplyRow,
  Rating,
  ResidentSessionRow,
  RoutingPolicyRow,
  SharedLimitRow,
  SignIn,
  Staff,
  StoredConsultationMessage,
  StoredTimelineEntry,
  UnitChange,
  WatchPosition,
  WebSession,
];
