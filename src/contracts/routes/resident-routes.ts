import type { AccessLogRow } from '../access-log.js';
import type { BookableTime } from '../booking.js';
import type { CallMedia, CallView, GuestPass, RedeemInvitation } from '../calls.js';
import type { DeviceCode, DeviceCodeState, ResidentCase, ResidentCaseRow } from '../cases.js';
import type { RegionView, ResidentSession, SignedInResident } from '../identity.js';
import type { RegionInformation } from '../information.js';
import type {
  ConfirmContactPoint,
  ContactView,
  PutContactPoint,
  PutPushBrowser,
  SetContact,
} from '../notifications.js';
import type {
  AnswerAlarm,
  AskInterpreter,
  BookTime,
  ChooseReason,
  DeclineOffers,
  GiveAnswer,
  NamePatient,
  RateCase,
  RebookOwnTime,
  RedeemCode,
  RedeemDeviceCode,
  ReopenCase,
  StartCase,
} from '../requests.js';
import type { AttachmentRef } from '../timeline.js';
import type { ResidentEntry } from '../timeline-rules.js';

/** What residents and their guests call. */
export interface ResidentRoutes {
  'GET /api/region': { query: { unit?: string }; answer: RegionView; problems: 'not-found' };
  'GET /api/information': { answer: RegionInformation };

  'POST /api/resident-session': { answer: ResidentSession; status: 201; problems: 'too-many-requests' };
  'POST /api/resident-session/renew': {
    answer: ResidentSession;
    problems: 'not-signed-in' | 'session-expired' | 'too-many-requests';
  };
  'POST /api/resident-session/redeem': {
    body: RedeemCode;
    answer: ResidentSession;
    problems: 'conflict' | 'too-many-requests';
  };
  'DELETE /api/resident-session': { status: 204 };
  'GET /api/me': { answer: { person: SignedInResident | null } };
  'GET /api/me/access-log': { answer: AccessLogRow[] };

  'GET /api/me/contact': { answer: ContactView };
  'PUT /api/me/contact': { body: SetContact; answer: ContactView };
  'PUT /api/me/contact/points/:pointId': {
    body: PutContactPoint;
    answer: ContactView;
    problems: 'conflict' | 'too-many-requests' | 'channel-away';
  };
  'POST /api/me/contact/points/:pointId/confirmation': {
    body: ConfirmContactPoint;
    answer: ContactView;
    problems: 'wrong-code';
  };
  'PUT /api/me/contact/browsers/:pointId': {
    body: PutPushBrowser;
    answer: ContactView;
    problems: 'conflict' | 'too-many-requests';
  };
  'DELETE /api/me/contact/points/:pointId': { answer: ContactView };

  'POST /api/cases': {
    body: StartCase;
    answer: ResidentCase;
    problems: 'conflict' | 'not-found' | 'wrong-state' | 'too-many-requests';
  };
  'GET /api/cases': { answer: ResidentCaseRow[] };
  'GET /api/cases/:caseId': { answer: ResidentCase };
  'GET /api/cases/:caseId/timeline': { query: { after?: number }; answer: ResidentEntry[] };
  'PUT /api/cases/:caseId/alarm': { body: AnswerAlarm; answer: ResidentCase; problems: 'wrong-state' };
  'PUT /api/cases/:caseId/reason': {
    body: ChooseReason;
    answer: ResidentCase;
    problems: 'wrong-state' | 'wrong-answer' | 'wrong-flow-version';
  };
  'PUT /api/cases/:caseId/offers': { body: DeclineOffers; answer: ResidentCase; problems: 'wrong-state' };
  'PUT /api/cases/:caseId/answers/:questionId': {
    body: GiveAnswer;
    answer: ResidentCase;
    problems: 'wrong-state' | 'wrong-answer' | 'wrong-flow-version';
  };
  'PUT /api/cases/:caseId/check-in/:questionId': {
    body: GiveAnswer;
    answer: ResidentCase;
    problems: 'wrong-state' | 'wrong-answer';
  };
  'PUT /api/cases/:caseId/patient': { body: NamePatient; answer: ResidentCase; problems: 'wrong-state' };
  'PUT /api/cases/:caseId/device-code': {
    answer: DeviceCode;
    problems: 'wrong-state' | 'conflict' | 'too-many-requests';
  };
  'GET /api/device-codes/:codeId': { answer: DeviceCodeState };
  'POST /api/device-codes/redemption': {
    body: RedeemDeviceCode;
    answer: ResidentCase;
    problems: 'wrong-code' | 'too-many-requests';
  };
  'PUT /api/cases/:caseId/interpreter': {
    body: AskInterpreter;
    answer: ResidentCase;
    problems: 'wrong-state';
  };
  'POST /api/cases/:caseId/contact-wish': { answer: ResidentCase; problems: 'wrong-state' };
  'POST /api/cases/:caseId/withdrawal': { answer: ResidentCase; problems: 'wrong-state' };
  'POST /api/cases/:caseId/reopening': {
    body: ReopenCase;
    answer: ResidentCase;
    problems: 'wrong-state' | 'conflict';
  };
  'PUT /api/cases/:caseId/rating': {
    body: RateCase;
    answer: ResidentCase;
    problems: 'wrong-state' | 'conflict';
  };
  'PUT /api/cases/:caseId/attachments/:attachmentId': {
    upload: 'file';
    answer: AttachmentRef;
    problems: 'wrong-state' | 'conflict' | 'not-an-image' | 'storage-full' | 'too-many-requests';
  };

  'GET /api/cases/:caseId/times': {
    query: { bookingId?: string };
    answer: BookableTime[];
    problems: 'wrong-state';
  };
  'POST /api/cases/:caseId/booking': {
    body: BookTime;
    answer: ResidentCase;
    problems: 'wrong-state' | 'conflict' | 'time-taken';
  };
  'PUT /api/cases/:caseId/booking': {
    body: RebookOwnTime;
    answer: ResidentCase;
    problems: 'wrong-state' | 'conflict' | 'time-taken';
  };
  'DELETE /api/cases/:caseId/booking': {
    query: { bookingId?: string };
    answer: ResidentCase;
    problems: 'wrong-state' | 'conflict';
  };
  'GET /api/cases/:caseId/booking.ics': {
    query: { bookingId?: string };
    file: 'text/calendar';
    problems: 'wrong-state';
  };

  'POST /api/cases/:caseId/calls/:callId/preparing': { status: 204; problems: 'wrong-state' };
  'POST /api/cases/:caseId/calls/:callId/answer': {
    body: { media: CallMedia };
    answer: CallView;
    problems: 'wrong-state' | 'conflict' | 'calls-away';
  };
  'POST /api/cases/:caseId/calls/:callId/refusal': { status: 204; problems: 'wrong-state' };
  'POST /api/call-guests': {
    body: RedeemInvitation;
    answer: GuestPass;
    problems: 'not-found' | 'wrong-state' | 'too-many-requests';
  };

  /** Residents and staff. */
  'GET /api/attachments/:attachmentId': { file: 'image/*'; problems: 'storage-full' };
}
