import type { CLIENT_EVENTS } from '../contracts/index.js';

/**
 * Who may call what. The guard reads this table and a route without a line is refused; a test walks every route and
 * socket event of the running application against it, so that a new one without a line fails.
 *
 * anyone: no session asked for · visitor: a frame session, signed in or not · resident: a signed-in resident ·
 * staff: signed in, commission not yet chosen · commission: staff who have chosen a commission ·
 * manager: staff in a commission that manages a unit or the region · guest: invited to one call, known by sockets only.
 * Whether *this* case may be seen, or *this* unit changed, by *this* caller is decided where it is loaded.
 */
export const CALLER_KINDS = [
  'anyone',
  'visitor',
  'resident',
  'staff',
  'commission',
  'manager',
  'guest',
] as const;
export type CallerKind = (typeof CALLER_KINDS)[number];

export const ROUTES: Readonly<Record<string, readonly CallerKind[]>> = {
  'GET /': ['anyone'],
  'GET /demo/host/:page': ['anyone'],
  'GET /demo/page.css': ['anyone'],

  'GET /health/live': ['anyone'],
  'GET /health/ready': ['anyone'],
  'GET /metrics': ['anyone'], // closed unless METRICS_TOKEN is set, and then asks for it
  'GET /api/region': ['anyone'],

  'POST /api/resident-session': ['anyone'],
  'POST /api/resident-session/renew': ['anyone'], // asks for the token to be renewed itself
  'POST /api/resident-session/redeem': ['visitor'],
  'DELETE /api/resident-session': ['visitor'],
  'GET /api/me': ['visitor'],
  'GET /api/me/access-log': ['resident'],

  'GET /sign-in/resident': ['anyone'],
  'GET /sign-in/staff': ['anyone'],
  'GET /sign-in/callback': ['anyone'],
  'GET /sign-in/page.css': ['anyone'],
  'GET /sign-in/hand-over.js': ['anyone'],
  'GET /api/staff/me': ['staff'],
  'PUT /api/staff/commission': ['staff'],
  'POST /api/staff/sign-out': ['staff'],
  'PUT /api/staff/availability': ['commission'],

  'POST /api/cases': ['visitor'],
  'GET /api/cases': ['visitor'],
  'GET /api/cases/:caseId': ['visitor'],
  'GET /api/cases/:caseId/timeline': ['visitor'],
  'PUT /api/cases/:caseId/reason': ['visitor'],
  'PUT /api/cases/:caseId/answers/:questionId': ['visitor'],
  'PUT /api/cases/:caseId/patient': ['resident'],
  'POST /api/cases/:caseId/contact-wish': ['visitor'],
  'POST /api/cases/:caseId/withdrawal': ['visitor'],
  'POST /api/cases/:caseId/reopening': ['resident'],
  'PUT /api/cases/:caseId/rating': ['resident'],

  'PUT /api/cases/:caseId/attachments/:attachmentId': ['visitor'],
  'PUT /api/desk/cases/:caseId/attachments/:attachmentId': ['commission'],
  'GET /api/attachments/:attachmentId': ['visitor', 'commission'],

  'GET /api/cases/:caseId/times': ['resident'],
  'POST /api/cases/:caseId/booking': ['resident'],
  'PUT /api/cases/:caseId/booking': ['resident'],
  'DELETE /api/cases/:caseId/booking': ['resident'],
  'GET /api/cases/:caseId/booking.ics': ['resident'],

  'POST /api/cases/:caseId/calls/:callId/preparing': ['resident'],
  'POST /api/cases/:caseId/calls/:callId/answer': ['resident'],
  'POST /api/cases/:caseId/calls/:callId/refusal': ['resident'],
  'POST /api/desk/cases/:caseId/calls': ['commission'],
  'POST /api/desk/cases/:caseId/calls/:callId/invitations': ['commission'],
  'GET /api/desk/cases/:caseId/calls/:callId/invitations': ['commission'],
  'DELETE /api/desk/cases/:caseId/calls/:callId/invitations/:invitationId': ['commission'],
  'POST /api/call-guests': ['anyone'], // asks for the token of an invitation
  'POST /api/calls/livekit-events': ['anyone'], // asks for LiveKit's signature

  'GET /api/desk/queue': ['commission'],
  'POST /api/desk/claims': ['commission'],
  'GET /api/desk/cases/:caseId': ['commission'],
  'POST /api/desk/cases/:caseId/claim': ['commission'],
  'POST /api/desk/cases/:caseId/hand-back': ['commission'],
  'GET /api/desk/cases/:caseId/transfer-targets': ['commission'],
  'POST /api/desk/cases/:caseId/transfer': ['commission'],
  'POST /api/desk/cases/:caseId/closing': ['commission'],
  'PUT /api/desk/cases/:caseId/urgency': ['commission'],
  'POST /api/desk/cases/:caseId/notes': ['commission'],
  'POST /api/desk/cases/:caseId/advice': ['commission'],
  'POST /api/desk/cases/:caseId/tickets': ['commission'],
  'GET /api/desk/colleagues': ['commission'],
  'GET /api/desk/consultations': ['commission'],
  'GET /api/desk/consultations/:consultationId': ['commission'],
  'POST /api/desk/cases/:caseId/consultations': ['commission'],
  'POST /api/desk/consultations/:consultationId/ending': ['commission'],
  'POST /api/desk/consultations/:consultationId/take-over': ['commission'],
  'PUT /api/desk/consultations/:consultationId/attachments/:attachmentId': ['commission'],
  'POST /api/desk/cases/:caseId/participants': ['commission'],
  'DELETE /api/desk/cases/:caseId/participants/:commissionId': ['commission'],
  'POST /api/desk/cases/:caseId/referral': ['commission'],
  'GET /api/desk/units': ['commission'],
  'GET /api/desk/times': ['commission'],
  'POST /api/desk/cases/:caseId/bookings': ['commission'],
  'PUT /api/desk/cases/:caseId/bookings/:bookingId': ['commission'],
  'DELETE /api/desk/cases/:caseId/bookings/:bookingId': ['commission'],
  'GET /api/desk/quick-replies': ['commission'],
  'POST /api/desk/quick-replies': ['commission'],
  'PUT /api/desk/quick-replies/:replyId': ['commission'],
  'DELETE /api/desk/quick-replies/:replyId': ['commission'],

  'GET /api/desk/policy': ['manager'],
  'PUT /api/desk/policy': ['manager'],
  'POST /api/desk/policy/preview': ['manager'],
  'GET /api/desk/simulations': ['manager'],
  'POST /api/desk/simulations': ['manager'],
  'GET /api/desk/managed-units': ['manager'],
  'GET /api/desk/units/:unitId/hours': ['manager'],
  'PUT /api/desk/units/:unitId/hours': ['manager'],
  'POST /api/desk/units/:unitId/hours/preview': ['manager'],
  'POST /api/desk/units/:unitId/hours/visits': ['manager'],
  'GET /api/desk/units/:unitId/staff': ['manager'],
  'GET /api/desk/units/:unitId/digital-visits': ['manager'],
  'PUT /api/desk/units/:unitId/staff/:commissionId/availability': ['manager'],
};

export const SOCKET_EVENTS: Readonly<Record<(typeof CLIENT_EVENTS)[number], readonly CallerKind[]>> = {
  'case:watch': ['visitor', 'commission'],
  'case:leave': ['visitor', 'commission'],
  'message:send': ['resident', 'commission'],
  'message:seen': ['resident', 'commission'],
  typing: ['resident', 'commission'],
  'queue:watch': ['commission'],
  'call:join': ['resident', 'commission', 'guest'],
  'call:signal': ['resident', 'commission', 'guest'],
  'call:leave': ['resident', 'commission', 'guest'],
  'call:text': ['resident', 'commission'], // a guest has no chat
  'consultation:watch': ['commission'],
  'consultation:leave': ['commission'],
  'consultation:send': ['commission'],
  'consultation:seen': ['commission'],
};
