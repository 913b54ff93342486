import type { CallSignal, CallView, JoinCall, JoinedCall, WrittenText } from './calls.js';
import type { ConsultationMessage, ConsultationMessageToSend } from './consultations.js';
import type { Problem } from './problem.js';
import type { TimelineEntry } from './timeline.js';
import type { Instant } from './words.js';

export type Acknowledged<T> = ({ ok: true } & T) | { ok: false; problem: Problem };

export interface MessageToSend {
  caseId: string;
  /** Made by the client; the same id is stored once, however often it is sent. */
  id: string;
  text: string;
  attachmentIds: string[];
}

/** Browser → server. Each is acknowledged. */
export interface ClientEvents {
  /** "I have up to `have`": joins the case's feed and brings the rest, in order. Send again at every reconnect. */
  'case:watch': (
    request: { caseId: string; have: number },
    ack: (
      answer: Acknowledged<{
        entries: TimelineEntry[];
        more: boolean;
        seenByStaff: number;
        seenByResident: number;
      }>,
    ) => void,
  ) => void;
  'case:leave': (request: { caseId: string }, ack: (answer: Acknowledged<object>) => void) => void;
  /** Acknowledged when stored and numbered. */
  'message:send': (
    request: MessageToSend,
    ack: (answer: Acknowledged<{ number: number; at: Instant }>) => void,
  ) => void;
  'message:seen': (
    request: { caseId: string; number: number },
    ack: (answer: Acknowledged<object>) => void,
  ) => void;
  typing: (request: { caseId: string; typing: boolean }, ack: (answer: Acknowledged<object>) => void) => void;
  /** Staff: hear when the queue of the chosen commission's unit changes. */
  'queue:watch': (request: object, ack: (answer: Acknowledged<object>) => void) => void;
  /** Those in a call: here I am. */
  'call:join': (request: JoinCall, ack: (answer: Acknowledged<JoinedCall>) => void) => void;
  'call:signal': (
    request: Omit<CallSignal, 'number' | 'from'> & { callId: string },
    ack: (answer: Acknowledged<object>) => void,
  ) => void;
  /** Out of the call; staff and the resident end it by that. `lost`: not by choice, nothing came through any more. */
  'call:leave': (
    request: { callId: string; lost: boolean },
    ack: (answer: Acknowledged<object>) => void,
  ) => void;
  /** Real-time text: what is being written in the chat beside the call, to be sent later as the message `id`. */
  'call:text': (request: WrittenText, ack: (answer: Acknowledged<object>) => void) => void;
  /** Staff: joins a consultation's thread, "I have up to `have`", and brings the rest, in order. */
  'consultation:watch': (
    request: { consultationId: string; have: number },
    ack: (answer: Acknowledged<{ messages: ConsultationMessage[] }>) => void,
  ) => void;
  'consultation:leave': (
    request: { consultationId: string },
    ack: (answer: Acknowledged<object>) => void,
  ) => void;
  /** Acknowledged when stored and numbered. */
  'consultation:send': (
    request: ConsultationMessageToSend,
    ack: (answer: Acknowledged<{ number: number; at: Instant }>) => void,
  ) => void;
  'consultation:seen': (
    request: { consultationId: string; number: number },
    ack: (answer: Acknowledged<object>) => void,
  ) => void;
}

/** Server → browser. */
export interface ServerEvents {
  /** In order of number within a case. */
  'timeline:entries': (event: { caseId: string; entries: TimelineEntry[] }) => void;
  /** The case itself (state, holder, place) changed: fetch it anew. */
  'case:changed': (event: { caseId: string }) => void;
  /** This socket may no longer follow the case. */
  'case:lost': (event: { caseId: string }) => void;
  'message:seen': (event: { caseId: string; by: 'resident' | 'staff'; number: number }) => void;
  typing: (event: { caseId: string; by: 'resident' | 'staff'; name: string | null; typing: boolean }) => void;
  /** In order of number within a consultation. */
  'consultation:messages': (event: { consultationId: string; messages: ConsultationMessage[] }) => void;
  /** This socket may no longer follow the consultation. */
  'consultation:lost': (event: { consultationId: string }) => void;
  'queue:changed': (event: { unitId: string; arrived: { caseId: string; urgency: number } | null }) => void;
  /** The call as it is now, to those who are in it. */
  'call:state': (event: { call: CallView }) => void;
  'call:signals': (event: { callId: string; signals: CallSignal[] }) => void;
  /** What the other is writing now; `from` is their participant. It is not sent yet. */
  'call:text': (event: WrittenText & { from: string }) => void;
  /** Signed out here or in another tab. */
  'session:ended': () => void;
}

export const CLIENT_EVENTS = [
  'case:watch',
  'case:leave',
  'message:send',
  'message:seen',
  'typing',
  'queue:watch',
  'call:join',
  'call:signal',
  'call:leave',
  'call:text',
  'consultation:watch',
  'consultation:leave',
  'consultation:send',
  'consultation:seen',
] as const satisfies readonly (keyof ClientEvents)[];
