import type { BookableTime } from '../booking.js';
import type { FindCaller, FoundCaller, OpenForCaller } from '../callers.js';
import type {
  CallView,
  GuestInvitation,
  InviteGuest,
  NoteTelephoneCall,
  OpenInvitation,
  StartCall,
  TelephoneNumber,
} from '../calls.js';
import type { DeskCase, HeldCases, QueueScope, QueueView, ResidentCase } from '../cases.js';
import type {
  AskConsultation,
  ColleagueUnit,
  ConsultationLists,
  ConsultationRecord,
  EndConsultation,
  InviteParticipant,
  ReferPatient,
  TakeOverCase,
} from '../consultations.js';
import type { StaffSession } from '../identity.js';
import type { CaseReach } from '../notifications.js';
import type {
  AnswerAlarm,
  AskForImage,
  BookableUnit,
  BookTime,
  ChangeUrgency,
  ChooseCommission,
  ChooseReason,
  ClaimCase,
  ClaimNext,
  CloseCase,
  DeclineOffers,
  GiveAdvice,
  GiveAnswer,
  GiveTicket,
  HandBack,
  HandOver,
  QuickReply,
  QuickReplyBody,
  RebookTime,
  TakeOverFromGone,
  TakeRecordNote,
  TransferCase,
  Transferred,
  TransferTarget,
  UndoClaim,
  WithdrawForCaller,
  WriteNote,
} from '../requests.js';
import type { FoundCases, ListClosed, SearchCases } from '../search.js';
import type { SetAside } from '../set-aside.js';
import type { AttachmentRef } from '../timeline.js';
import type { SetAvailability } from '../units.js';
import type { BookingKind } from '../words.js';

/** What the desk calls, for all who work there. */
export interface DeskRoutes {
  'GET /api/staff/me': { answer: StaffSession };
  'PUT /api/staff/commission': { body: ChooseCommission; answer: StaffSession; problems: 'conflict' };
  'POST /api/staff/sign-out': { status: 204 };
  'PUT /api/staff/availability': { body: SetAvailability; answer: SetAvailability };

  'POST /api/desk/callers': { body: FindCaller; answer: FoundCaller; problems: 'too-many-requests' };
  'POST /api/desk/caller-cases': {
    body: OpenForCaller;
    answer: ResidentCase;
    problems: 'conflict' | 'not-found' | 'too-many-requests' | 'wrong-state';
  };
  'GET /api/desk/cases/:caseId/questions': { answer: ResidentCase; problems: 'wrong-state' };
  'PUT /api/desk/cases/:caseId/alarm': { body: AnswerAlarm; answer: ResidentCase; problems: 'wrong-state' };
  'PUT /api/desk/cases/:caseId/reason': {
    body: ChooseReason;
    answer: ResidentCase;
    problems: 'wrong-state' | 'wrong-answer' | 'wrong-flow-version';
  };
  'PUT /api/desk/cases/:caseId/offers': {
    body: DeclineOffers;
    answer: ResidentCase;
    problems: 'wrong-state';
  };
  'PUT /api/desk/cases/:caseId/answers/:questionId': {
    body: GiveAnswer;
    answer: ResidentCase;
    problems: 'wrong-state' | 'wrong-answer' | 'wrong-flow-version';
  };
  'POST /api/desk/cases/:caseId/contact-wish': { answer: ResidentCase; problems: 'wrong-state' };
  'POST /api/desk/cases/:caseId/withdrawal': {
    body: WithdrawForCaller;
    answer: ResidentCase;
    problems: 'wrong-state' | 'conflict';
  };
  'GET /api/desk/cases/:caseId/ticket-times': { answer: BookableTime[]; problems: 'wrong-state' };
  'POST /api/desk/cases/:caseId/ticket-booking': {
    body: BookTime;
    answer: ResidentCase;
    problems: 'wrong-state' | 'conflict' | 'time-taken';
  };

  'POST /api/desk/searches': {
    body: SearchCases;
    answer: FoundCases;
    problems: 'too-many-requests' | 'conflict';
  };
  'POST /api/desk/closed-cases': {
    body: ListClosed;
    answer: FoundCases;
    problems: 'too-many-requests' | 'conflict';
  };
  'GET /api/desk/queue': { query: { scope?: QueueScope }; answer: QueueView };
  'GET /api/desk/held': { answer: HeldCases };
  'POST /api/desk/claims': {
    body: ClaimNext;
    answer: { caseId: string | null };
    problems: 'conflict' | 'enough-cases';
  };
  'GET /api/desk/cases/:caseId': { answer: DeskCase };
  'GET /api/desk/cases/:caseId/reach': { answer: CaseReach };
  'POST /api/desk/cases/:caseId/claim': {
    body: ClaimCase;
    answer: DeskCase;
    problems: 'conflict' | 'wrong-state';
  };
  'POST /api/desk/cases/:caseId/claim-undoing': { body: UndoClaim; status: 204; problems: 'wrong-state' };
  'POST /api/desk/cases/:caseId/take-over': {
    body: TakeOverFromGone;
    answer: DeskCase;
    problems: 'conflict' | 'wrong-state';
  };
  'POST /api/desk/cases/:caseId/hand-over': {
    body: HandOver;
    status: 204;
    problems: 'conflict' | 'wrong-state';
  };
  'POST /api/desk/cases/:caseId/hand-back': {
    body: HandBack;
    answer: DeskCase;
    problems: 'conflict' | 'wrong-state';
  };
  'POST /api/desk/cases/:caseId/set-aside': {
    body: SetAside;
    answer: DeskCase;
    problems: 'conflict' | 'wrong-state';
  };
  'POST /api/desk/cases/:caseId/closing': {
    body: CloseCase;
    answer: DeskCase;
    problems: 'conflict' | 'wrong-state';
  };
  'PUT /api/desk/cases/:caseId/urgency': {
    body: ChangeUrgency;
    answer: DeskCase;
    problems: 'conflict' | 'wrong-state';
  };
  'POST /api/desk/cases/:caseId/notes': {
    body: WriteNote;
    answer: DeskCase;
    problems: 'conflict' | 'wrong-state';
  };
  'POST /api/desk/cases/:caseId/record-notes': {
    body: TakeRecordNote;
    answer: DeskCase;
    problems: 'conflict' | 'wrong-state';
  };
  'POST /api/desk/cases/:caseId/advice': {
    body: GiveAdvice;
    answer: DeskCase;
    problems: 'conflict' | 'wrong-state';
  };
  'POST /api/desk/cases/:caseId/image-requests': {
    body: AskForImage;
    answer: DeskCase;
    problems: 'conflict' | 'wrong-state';
  };
  'GET /api/desk/cases/:caseId/transfer-targets': { answer: TransferTarget[]; problems: 'wrong-state' };
  'POST /api/desk/cases/:caseId/transfer': {
    body: TransferCase;
    answer: Transferred;
    problems: 'conflict' | 'wrong-state';
  };
  'PUT /api/desk/cases/:caseId/attachments/:attachmentId': {
    upload: 'file';
    answer: AttachmentRef;
    problems: 'wrong-state' | 'conflict' | 'not-an-image' | 'storage-full';
  };

  'GET /api/desk/colleagues': { answer: ColleagueUnit[] };
  'GET /api/desk/consultations': { answer: ConsultationLists };
  'GET /api/desk/consultations/:consultationId': { answer: ConsultationRecord };
  'POST /api/desk/cases/:caseId/consultations': {
    body: AskConsultation;
    answer: DeskCase;
    problems: 'conflict' | 'wrong-state';
  };
  'POST /api/desk/consultations/:consultationId/ending': {
    body: EndConsultation;
    answer: ConsultationRecord;
    problems: 'conflict' | 'wrong-state';
  };
  'POST /api/desk/consultations/:consultationId/take-over': {
    body: TakeOverCase;
    answer: DeskCase;
    problems: 'conflict' | 'wrong-state';
  };
  'PUT /api/desk/consultations/:consultationId/attachments/:attachmentId': {
    upload: 'file';
    answer: AttachmentRef;
    problems: 'wrong-state' | 'conflict' | 'not-an-image' | 'storage-full';
  };
  'POST /api/desk/cases/:caseId/participants': {
    body: InviteParticipant;
    answer: DeskCase;
    problems: 'conflict' | 'wrong-state';
  };
  'DELETE /api/desk/cases/:caseId/participants/:commissionId': { status: 204; problems: 'wrong-state' };
  'POST /api/desk/cases/:caseId/referral': {
    body: ReferPatient;
    answer: DeskCase;
    problems: 'conflict' | 'wrong-state';
  };

  'GET /api/desk/units': { answer: BookableUnit[] };
  'GET /api/desk/times': { query: { unitId: string; kind: BookingKind }; answer: BookableTime[] };
  'POST /api/desk/cases/:caseId/bookings': {
    body: BookTime;
    answer: DeskCase;
    problems: 'conflict' | 'wrong-state' | 'time-taken';
  };
  'PUT /api/desk/cases/:caseId/bookings/:bookingId': {
    body: RebookTime;
    answer: DeskCase;
    problems: 'conflict' | 'wrong-state' | 'time-taken';
  };
  'DELETE /api/desk/cases/:caseId/bookings/:bookingId': {
    answer: DeskCase;
    problems: 'conflict' | 'wrong-state';
  };
  'POST /api/desk/cases/:caseId/tickets': {
    body: GiveTicket;
    answer: DeskCase;
    problems: 'conflict' | 'wrong-state';
  };

  'GET /api/desk/quick-replies': { answer: QuickReply[] };
  'POST /api/desk/quick-replies': { body: QuickReplyBody; answer: QuickReply; status: 201 };
  'PUT /api/desk/quick-replies/:replyId': { body: QuickReplyBody; answer: QuickReply };
  'DELETE /api/desk/quick-replies/:replyId': { status: 204 };

  'POST /api/desk/cases/:caseId/telephone-number': { answer: TelephoneNumber; problems: 'wrong-state' };
  'POST /api/desk/cases/:caseId/telephone-calls': {
    body: NoteTelephoneCall;
    answer: DeskCase;
    problems: 'conflict' | 'wrong-state';
  };
  'POST /api/desk/cases/:caseId/calls': {
    body: StartCall;
    answer: CallView;
    problems: 'conflict' | 'wrong-state' | 'calls-away';
  };
  'POST /api/desk/cases/:caseId/calls/:callId/invitations': {
    body: InviteGuest;
    answer: GuestInvitation;
    problems: 'conflict' | 'wrong-state';
  };
  'GET /api/desk/cases/:caseId/calls/:callId/invitations': {
    answer: OpenInvitation[];
    problems: 'wrong-state';
  };
  'DELETE /api/desk/cases/:caseId/calls/:callId/invitations/:invitationId': {
    status: 204;
    problems: 'wrong-state';
  };
}
