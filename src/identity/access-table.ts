import type { CaseAction, CLIENT_EVENTS, RouteName } from '../contracts/index.js';

/**
 * Who may call what. The guard reads this table, and a route without a line is refused; a test checks every
 * route and socket event of the running application against it, so that a new one without a line fails.
 * anyone: no session needed · visitor: a frame session, signed in or not · resident: a signed-in resident ·
 * staff: signed in, commission not yet chosen · commission: staff who have chosen a commission in care ·
 * manager: staff in a commission that manages a unit or the region, and nothing else · editor: staff in a
 * commission that manages the triage flows, and nothing else · guest: invited to one call, recognised on sockets
 * only.
 * Whether *this* case may be seen, or *this* unit changed, by *this* caller is decided where it is loaded;
 * `actions` says what a call does with a case.
 */
export const CALLER_KINDS = [
  'anyone',
  'visitor',
  'resident',
  'staff',
  'commission',
  'manager',
  'editor',
  'guest',
] as const;
export type CallerKind = (typeof CALLER_KINDS)[number];

type Who = readonly CallerKind[];
/**
 * What a call does with a case; `who-may-act` says whether this caller may take these actions on this case.
 */
type Actions = readonly [CaseAction, ...CaseAction[]];

/** One line of the table. */
export interface AccessLine {
  readonly who: Who;
  readonly actions?: Actions;
}

/** A route whose address names a case, or a part of a case, does something with it. */
type LineOf<R extends RouteName> =
  R extends `${string}/:${'caseId' | 'consultationId' | 'attachmentId'}${string}`
    ? { readonly who: Who; readonly actions: Actions }
    : AccessLine;

export const ROUTES: { readonly [R in RouteName]: LineOf<R> } = {
  'GET /': { who: ['anyone'] },
  'GET /demo/host/:page': { who: ['anyone'] },
  'GET /demo/page.css': { who: ['anyone'] },

  'GET /health/live': { who: ['anyone'] },
  'GET /health/ready': { who: ['anyone'] },
  'GET /metrics': { who: ['anyone'] }, // closed unless METRICS_TOKEN is set, and then requires it
  'GET /api/region': { who: ['anyone'] },
  'GET /api/information': { who: ['anyone'] },

  'POST /api/resident-session': { who: ['anyone'] },
  'POST /api/resident-session/renew': { who: ['anyone'] }, // requires the token that is to be renewed
  'POST /api/resident-session/redeem': { who: ['visitor'] },
  'DELETE /api/resident-session': { who: ['visitor'] },
  'GET /api/me': { who: ['visitor'] },
  'GET /api/me/access-log': { who: ['resident'] },

  'GET /api/me/contact': { who: ['resident'] },
  'PUT /api/me/contact': { who: ['resident'] },
  'PUT /api/me/contact/points/:pointId': { who: ['resident'] },
  'POST /api/me/contact/points/:pointId/confirmation': { who: ['resident'] },
  'PUT /api/me/contact/browsers/:pointId': { who: ['resident'] },
  'DELETE /api/me/contact/points/:pointId': { who: ['resident'] },
  'GET /notifications/stop': { who: ['anyone'] },
  'POST /notifications/stop': { who: ['anyone'] }, // requires the token that stands in the mail
  'POST /api/notifications/receipts/sms': { who: ['anyone'] }, // requires the gateway's signature
  'POST /api/notifications/receipts/mail': { who: ['anyone'] }, // requires the gateway's signature
  // requires the token that the gateway was given
  'POST /api/notifications/receipts/46elks/:deliveryId/:token': { who: ['anyone'] },

  'GET /sign-in/resident': { who: ['anyone'] },
  'GET /sign-in/staff': { who: ['anyone'] },
  'GET /sign-in/callback': { who: ['anyone'] },
  'GET /sign-in/page.css': { who: ['anyone'] },
  'GET /sign-in/hand-over.js': { who: ['anyone'] },
  'GET /api/staff/me': { who: ['staff'] },
  'PUT /api/staff/commission': { who: ['staff'] },
  'POST /api/staff/sign-out': { who: ['staff'] },
  'PUT /api/staff/availability': { who: ['commission', 'manager'] },

  'POST /api/cases': { who: ['visitor'] },
  'GET /api/cases': { who: ['visitor'] },
  'GET /api/cases/:caseId': { who: ['visitor'], actions: ['see'] },
  'GET /api/cases/:caseId/timeline': { who: ['visitor'], actions: ['see'] },
  'PUT /api/cases/:caseId/alarm': { who: ['visitor'], actions: ['answer-alarm'] },
  'PUT /api/cases/:caseId/reason': { who: ['visitor'], actions: ['choose-reason'] },
  'PUT /api/cases/:caseId/offers': { who: ['visitor'], actions: ['choose-reason'] },
  'PUT /api/cases/:caseId/answers/:questionId': { who: ['visitor'], actions: ['answer-question'] },
  'PUT /api/cases/:caseId/check-in/:questionId': { who: ['resident'], actions: ['answer-check-in'] },
  'PUT /api/cases/:caseId/patient': { who: ['resident'], actions: ['name-patient'] },
  'PUT /api/cases/:caseId/device-code': { who: ['visitor'], actions: ['carry'] },
  'GET /api/device-codes/:codeId': { who: ['visitor'] }, // only of a code that the session made
  'POST /api/device-codes/redemption': { who: ['visitor'] }, // requires the code
  'PUT /api/cases/:caseId/interpreter': { who: ['visitor'], actions: ['ask-interpreter'] },
  'POST /api/cases/:caseId/contact-wish': { who: ['visitor'], actions: ['want-contact'] },
  'POST /api/cases/:caseId/withdrawal': { who: ['visitor'], actions: ['withdraw'] },
  'POST /api/cases/:caseId/reopening': { who: ['resident'], actions: ['reopen'] },
  'PUT /api/cases/:caseId/rating': { who: ['resident'], actions: ['rate'] },

  'PUT /api/cases/:caseId/attachments/:attachmentId': { who: ['visitor'], actions: ['add-image'] },
  'PUT /api/desk/cases/:caseId/attachments/:attachmentId': { who: ['commission'], actions: ['add-image'] },
  'GET /api/attachments/:attachmentId': { who: ['visitor', 'commission'], actions: ['see-image'] },

  'GET /api/cases/:caseId/times': { who: ['resident'], actions: ['see-times'] },
  'POST /api/cases/:caseId/booking': { who: ['resident'], actions: ['book'] },
  'PUT /api/cases/:caseId/booking': { who: ['resident'], actions: ['move-booking'] },
  'DELETE /api/cases/:caseId/booking': { who: ['resident'], actions: ['cancel-booking'] },
  'GET /api/cases/:caseId/booking.ics': { who: ['resident'], actions: ['see-calendar'] },

  'POST /api/cases/:caseId/calls/:callId/preparing': { who: ['resident'], actions: ['prepare-call'] },
  'POST /api/cases/:caseId/calls/:callId/answer': { who: ['resident'], actions: ['answer-call'] },
  'POST /api/cases/:caseId/calls/:callId/refusal': { who: ['resident'], actions: ['decline-call'] },
  'POST /api/desk/cases/:caseId/calls': { who: ['commission'], actions: ['start-call'] },
  'POST /api/desk/cases/:caseId/calls/:callId/invitations': {
    who: ['commission'],
    actions: ['invite-guest'],
  },
  'GET /api/desk/cases/:caseId/calls/:callId/invitations': { who: ['commission'], actions: ['see-guests'] },
  'DELETE /api/desk/cases/:caseId/calls/:callId/invitations/:invitationId': {
    who: ['commission'],
    actions: ['withdraw-guest'],
  },
  'POST /api/call-guests': { who: ['anyone'] }, // requires the token of an invitation
  'POST /api/calls/livekit-events': { who: ['anyone'] }, // requires LiveKit's signature

  'POST /api/desk/callers': { who: ['commission'] },
  'POST /api/desk/caller-cases': { who: ['commission'], actions: ['open-for-caller'] },
  'GET /api/desk/cases/:caseId/questions': { who: ['commission'], actions: ['see-questions'] },
  'PUT /api/desk/cases/:caseId/alarm': { who: ['commission'], actions: ['answer-alarm'] },
  'PUT /api/desk/cases/:caseId/reason': { who: ['commission'], actions: ['choose-reason'] },
  'PUT /api/desk/cases/:caseId/offers': { who: ['commission'], actions: ['choose-reason'] },
  'PUT /api/desk/cases/:caseId/answers/:questionId': { who: ['commission'], actions: ['answer-question'] },
  'POST /api/desk/cases/:caseId/contact-wish': { who: ['commission'], actions: ['want-contact'] },
  'POST /api/desk/cases/:caseId/withdrawal': { who: ['commission'], actions: ['withdraw'] },
  'GET /api/desk/cases/:caseId/ticket-times': { who: ['commission'], actions: ['see-times'] },
  'POST /api/desk/cases/:caseId/ticket-booking': { who: ['commission'], actions: ['book'] },

  // Whether a case may be seen is part of the search itself, and asked again of each that it shows.
  'POST /api/desk/searches': { who: ['commission'] },
  'POST /api/desk/closed-cases': { who: ['commission'] },
  'GET /api/desk/queue': { who: ['commission'] },
  'GET /api/desk/held': { who: ['commission'] },
  'POST /api/desk/claims': { who: ['commission'], actions: ['claim'] },
  'GET /api/desk/cases/:caseId': { who: ['commission'], actions: ['see'] },
  'GET /api/desk/cases/:caseId/reach': { who: ['commission'], actions: ['follow'] },
  'POST /api/desk/cases/:caseId/claim': { who: ['commission'], actions: ['claim'] },
  'POST /api/desk/cases/:caseId/claim-undoing': { who: ['commission'], actions: ['undo-claim'] },
  'POST /api/desk/cases/:caseId/take-over': { who: ['commission'], actions: ['take-over-from-gone'] },
  'POST /api/desk/cases/:caseId/hand-over': { who: ['commission'], actions: ['hand-over'] },
  'POST /api/desk/cases/:caseId/hand-back': { who: ['commission'], actions: ['hand-back'] },
  'GET /api/desk/cases/:caseId/transfer-targets': { who: ['commission'], actions: ['see-transfer-targets'] },
  'POST /api/desk/cases/:caseId/transfer': { who: ['commission'], actions: ['transfer'] },
  'POST /api/desk/cases/:caseId/set-aside': { who: ['commission'], actions: ['set-aside'] },
  'POST /api/desk/cases/:caseId/closing': { who: ['commission'], actions: ['close'] },
  'PUT /api/desk/cases/:caseId/urgency': { who: ['commission'], actions: ['raise-urgency', 'lower-urgency'] },
  'POST /api/desk/cases/:caseId/notes': { who: ['commission'], actions: ['write-note'] },
  'POST /api/desk/cases/:caseId/record-notes': { who: ['commission'], actions: ['write-note'] },
  'POST /api/desk/cases/:caseId/advice': { who: ['commission'], actions: ['give-advice'] },
  'POST /api/desk/cases/:caseId/telephone-number': { who: ['commission'], actions: ['telephone'] },
  'POST /api/desk/cases/:caseId/telephone-calls': { who: ['commission'], actions: ['telephone'] },
  'POST /api/desk/cases/:caseId/image-requests': { who: ['commission'], actions: ['ask-for-image'] },
  'POST /api/desk/cases/:caseId/tickets': { who: ['commission'], actions: ['give-ticket'] },
  'GET /api/desk/colleagues': { who: ['commission'] },
  'GET /api/desk/consultations': { who: ['commission'] },
  'GET /api/desk/consultations/:consultationId': { who: ['commission'], actions: ['see-consultation'] },
  'POST /api/desk/cases/:caseId/consultations': { who: ['commission'], actions: ['consult'] },
  'POST /api/desk/consultations/:consultationId/ending': {
    who: ['commission'],
    actions: ['end-consultation'],
  },
  'POST /api/desk/consultations/:consultationId/take-over': { who: ['commission'], actions: ['take-over'] },
  'PUT /api/desk/consultations/:consultationId/attachments/:attachmentId': {
    who: ['commission'],
    actions: ['add-image-to-consultation'],
  },
  'POST /api/desk/cases/:caseId/participants': { who: ['commission'], actions: ['invite-colleague'] },
  'DELETE /api/desk/cases/:caseId/participants/:commissionId': {
    who: ['commission'],
    actions: ['leave-chat', 'remove-colleague'],
  },
  'POST /api/desk/cases/:caseId/referral': { who: ['commission'], actions: ['refer'] },
  'GET /api/desk/units': { who: ['commission'] },
  'GET /api/desk/times': { who: ['commission'] },
  'POST /api/desk/cases/:caseId/bookings': { who: ['commission'], actions: ['book-for-patient'] },
  'PUT /api/desk/cases/:caseId/bookings/:bookingId': {
    who: ['commission'],
    actions: ['move-booking-for-patient'],
  },
  'DELETE /api/desk/cases/:caseId/bookings/:bookingId': {
    who: ['commission'],
    actions: ['cancel-booking-for-patient'],
  },
  'GET /api/desk/quick-replies': { who: ['commission', 'manager'] },
  'POST /api/desk/quick-replies': { who: ['commission', 'manager'] },
  'PUT /api/desk/quick-replies/:replyId': { who: ['commission', 'manager'] },
  'DELETE /api/desk/quick-replies/:replyId': { who: ['commission', 'manager'] },

  'GET /api/desk/flows': { who: ['editor'] },
  'GET /api/desk/flows/:flowId': { who: ['editor'] },
  'POST /api/desk/flows/:flowId/try-out': { who: ['editor'] },
  'POST /api/desk/flows/:flowId/reviews': { who: ['editor'] },
  'POST /api/desk/flows/:flowId/reviews/:reviewId/withdrawal': { who: ['editor'] },

  'GET /api/desk/policy': { who: ['manager'] },
  'PUT /api/desk/policy': { who: ['manager'] },
  'POST /api/desk/policy/preview': { who: ['manager'] },
  'GET /api/desk/simulations': { who: ['manager'] },
  'POST /api/desk/simulations': { who: ['manager'] },
  'GET /api/desk/managed-units': { who: ['manager'] },
  'GET /api/desk/units/:unitId/hours': { who: ['manager'] },
  'PUT /api/desk/units/:unitId/hours': { who: ['manager'] },
  'POST /api/desk/units/:unitId/hours/preview': { who: ['manager'] },
  'POST /api/desk/units/:unitId/hours/visits': { who: ['manager'] },
  'GET /api/desk/units/:unitId/staff': { who: ['manager'] },
  'GET /api/desk/units/:unitId/digital-visits': { who: ['manager'] },
  'PUT /api/desk/units/:unitId/staff/:commissionId/availability': { who: ['manager'] },
};

export const SOCKET_EVENTS: Readonly<Record<(typeof CLIENT_EVENTS)[number], AccessLine>> = {
  'case:watch': { who: ['visitor', 'commission'], actions: ['follow'] },
  'case:leave': { who: ['visitor', 'commission'] },
  'message:send': { who: ['resident', 'commission'], actions: ['write'] },
  'message:seen': { who: ['resident', 'commission'], actions: ['mark-seen'] },
  typing: { who: ['resident', 'commission'], actions: ['type'] },
  'queue:watch': { who: ['commission'] },
  'call:join': { who: ['resident', 'commission', 'guest'], actions: ['join-call'] },
  'call:signal': { who: ['resident', 'commission', 'guest'], actions: ['signal-in-call'] },
  'call:leave': { who: ['resident', 'commission', 'guest'], actions: ['leave-call'] },
  'call:text': { who: ['resident', 'commission'], actions: ['write-in-call'] }, // a guest has no chat
  'consultation:watch': { who: ['commission'], actions: ['follow-consultation'] },
  'consultation:leave': { who: ['commission'] },
  'consultation:send': { who: ['commission'], actions: ['write-in-consultation'] },
  'consultation:seen': { who: ['commission'], actions: ['mark-consultation-seen'] },
};
