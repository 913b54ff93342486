import type { Competence, Instant } from './words.js';

export const CALL_MEDIA = ['voice', 'video'] as const;
/** What a call was started with; in a video call one may still have the camera off. */
export type CallMedia = (typeof CALL_MEDIA)[number];

/**
 * ringing: the resident is asked · ongoing: answered · ended: was ongoing and is over · declined, missed: the resident
 * did not answer · cancelled: the caller, or what happened to the case, ended it before it was answered.
 */
export const CALL_STATES = ['ringing', 'ongoing', 'ended', 'declined', 'missed', 'cancelled'] as const;
export type CallState = (typeof CALL_STATES)[number];

/**
 * hung-up: by staff or the resident · connection-lost: someone was gone too long · case-left: the case was closed or
 * went to somebody else.
 */
export type CallEnding = 'hung-up' | 'connection-lost' | 'case-left' | 'right-ended';

export const GUEST_KINDS = ['interpreter', 'relative'] as const;
export type GuestKind = (typeof GUEST_KINDS)[number];

/** Who was in a call, as the timeline names them. */
export type CallPerson =
  | { side: 'staff'; name: string; role: Competence; unit: string }
  | { side: 'resident'; name: string }
  | { side: 'guest'; name: string; guest: GuestKind };

/** How an ordinary telephone call to the resident went. */
export const TELEPHONE_OUTCOMES = ['answered', 'no-answer', 'message-left'] as const;
export type TelephoneOutcome = (typeof TELEPHONE_OUTCOMES)[number];

/**
 * POST /api/desk/cases/:caseId/telephone-number: the number to ring back, if any: as said on the telephone, else one that
 * the resident has given and confirmed.
 */
export interface TelephoneNumber {
  number: string | null;
  isConfirmed: boolean;
}
/** POST /api/desk/cases/:caseId/telephone-calls */
export interface NoteTelephoneCall {
  id: string;
  outcome: TelephoneOutcome;
}

/** What each kind of entry about calls holds; spans in milliseconds. */
export interface CallBodies {
  'call-started': { callId: string; media: CallMedia };
  /** By an ordinary telephone, outside the service; what staff noted of it. */
  telephoned: { outcome: TelephoneOutcome };
  'call-answered': { callId: string; media: CallMedia; waitedMs: number };
  'call-declined': { callId: string; media: CallMedia; waitedMs: number };
  'call-missed': { callId: string; media: CallMedia; waitedMs: number };
  'call-joined': { callId: string; who: CallPerson };
  'call-left': { callId: string; who: CallPerson; durationMs: number };
  /** Staff withdrew the invitation of a guest, who was put out if in it already. */
  'call-uninvited': { callId: string; name: string; guest: GuestKind };
  /** `durationMs` is from the answer; 0 for a call that was never answered. */
  'call-ended': {
    callId: string;
    media: CallMedia;
    answered: boolean;
    durationMs: number;
    why: CallEnding;
  };
}

export interface CallParticipantView {
  id: string;
  who: CallPerson;
  /** In the call now. */
  present: boolean;
  microphone: boolean;
  camera: boolean;
  /** Changes when the participant's page was loaded anew: what was connected to the old one is gone. */
  page: string | null;
}

/** A call as those who take part in it see it. */
export interface CallView {
  id: string;
  state: CallState;
  media: CallMedia;
  startedAt: Instant;
  /** While ringing: until when. */
  ringsUntil: Instant | null;
  answeredAt: Instant | null;
  why: CallEnding | null;
  /** The resident tries camera and microphone before answering. */
  preparing: boolean;
  participants: CallParticipantView[];
}

export interface IceServer {
  urls: string[];
  username?: string;
  credential?: string;
}

/** How a browser connects to a call: straight to the others, or to a media server. */
export type CallConnection =
  /** `relayOnly`: through TURN servers, so that neither side learns the other's address. */
  | { kind: 'direct'; iceServers: IceServer[]; relayOnly: boolean }
  | { kind: 'livekit'; url: string; token: string };

/** Between browsers in a call without a media server; the server passes it on and forgets it with the call. */
export const SIGNAL_KINDS = ['offer', 'answer', 'candidate', 'restart'] as const;
export interface CallSignal {
  /** 1, 2, 3 … within the call. */
  number: number;
  from: string;
  fromPage: string;
  to: string;
  toPage: string;
  kind: (typeof SIGNAL_KINDS)[number];
  /** SDP, or a candidate as JSON. */
  data: string;
}

/** What stands where somebody in a call writes: all of it each time, and `''` when there is nothing any more. */
export interface WrittenText {
  callId: string;
  /** Under which it will be sent as a message. */
  id: string;
  text: string;
}

/** "I am in the call, so": sent at joining, at each change of microphone or camera, and after each reconnect. */
export interface JoinCall {
  callId: string;
  /** Made by the page when it was loaded. */
  page: string;
  microphone: boolean;
  camera: boolean;
  /** The highest number of signals that this page has; the rest comes with the answer. */
  have: number;
}

export interface JoinedCall {
  call: CallView;
  /** Which of the participants asks. */
  me: string;
  connection: CallConnection;
  signals: CallSignal[];
}

/** POST /api/desk/cases/:caseId/calls */
export interface StartCall {
  id: string;
  media: CallMedia;
}
/** POST /api/desk/cases/:caseId/calls/:callId/invitations */
export interface InviteGuest {
  id: string;
  name: string;
  guest: GuestKind;
  /** How long the link can be opened. */
  minutes: number;
}
export interface GuestInvitation {
  /** Goes behind `#` in the address of the guest page; shown once. */
  token: string;
  path: string;
  expiresAt: Instant;
}
/** GET /api/desk/cases/:caseId/calls/:callId/invitations: those that can be opened, and those that were. */
export interface OpenInvitation {
  id: string;
  name: string;
  guest: GuestKind;
  /** Until when the link can be opened; of no meaning once it was. */
  expiresAt: Instant;
  /** The guest has opened it. */
  opened: boolean;
}
/** POST /api/call-guests */
export interface RedeemInvitation {
  token: string;
}
/** A guest's own pass, good for one call and as long as it lasts. */
export interface GuestPass {
  pass: string;
  callId: string;
  name: string;
  guest: GuestKind;
  /** Who invites, by name. */
  invitedBy: { name: string; role: Competence; unit: string };
  media: CallMedia;
}
