import type { CallState } from '../contracts/index.js';
import { type CallFacts, type HolderFacts, isIn, isWithHolder, type ParticipantFacts } from './call.rule.js';

/** A seat in a call, as needed to pass text on. */
export interface TextSeat extends ParticipantFacts {
  personId: string | null;
  /** The page that has the seat now. */
  page: string | null;
}

export interface TextCall extends CallFacts {
  participants: readonly TextSeat[];
}

/** The writer: only these two have a chat beside a call. */
export type TextWriter =
  | { kind: 'commission'; commissionId: string }
  | { kind: 'resident'; personId: string };

/**
 * not-yours: the writer has no seat in the call · ringing: it has not been answered · over · left: the writer
 * has left it · case-left: the caller no longer has the case.
 */
export type TextRefusal = 'not-yours' | 'ringing' | 'over' | 'left' | 'case-left';

/** The sender of the text, and the page it goes to; null while the other side is not there. */
export interface TextWay {
  from: string;
  to: { participantId: string; page: string } | null;
}

/**
 * Where live text goes: from staff to the resident and back, while both are in an ongoing call and the caller
 * still holds the case. Nobody else gets it, not even others who may read the chat.
 */
export function wayOfText(call: TextCall, careCase: HolderFacts, writer: TextWriter): TextWay | TextRefusal {
  const own = call.participants.find((seat) => isSeatOf(seat, call, writer));
  if (!own) return 'not-yours';
  if (!isWithHolder(call, careCase)) return 'case-left';
  if (call.state !== 'ongoing') return REFUSED[call.state];
  if (!isIn(own)) return 'left';
  const other = call.participants.find((seat) => seat.side !== 'guest' && seat.id !== own.id);
  const to = other?.page && isIn(other) ? { participantId: other.id, page: other.page } : null;
  return { from: own.id, to };
}

const REFUSED: Record<Exclude<CallState, 'ongoing'>, TextRefusal> = {
  ringing: 'ringing',
  ended: 'over',
  declined: 'over',
  missed: 'over',
  cancelled: 'over',
};

function isSeatOf(seat: TextSeat, call: TextCall, writer: TextWriter): boolean {
  return writer.kind === 'resident'
    ? seat.side === 'resident' && seat.personId === writer.personId
    : seat.side === 'staff' && call.commissionId === writer.commissionId;
}
