import type { Competence, Manages } from '../contracts/index.js';
import { type CallerKind, SOCKET_EVENTS } from './access-table.js';

/** Staff in the commission they chose for the session. */
export interface CommissionCaller {
  kind: 'commission';
  sessionId: string;
  staffId: string;
  staffHsaId: string;
  staffName: string;
  commissionId: string;
  commissionHsaId: string;
  role: Competence;
  unitId: string;
  unitHsaId: string;
  unitName: string;
  manages: Manages | null;
}

export interface ResidentCaller {
  kind: 'resident';
  sessionId: string;
  personId: string;
}

export interface VisitorCaller {
  kind: 'visitor';
  sessionId: string;
}

export interface StaffCaller {
  kind: 'staff';
  sessionId: string;
  staffId: string;
}

/** Someone invited to one call, by a pass that is valid while the call lasts. */
export interface GuestCaller {
  kind: 'guest';
  sessionId: string;
  participantId: string;
  callId: string;
}

/** The caller, as the guard identified them. `sessionId` is an id, not a secret. */
export type Caller =
  | { kind: 'anyone' }
  | VisitorCaller
  | ResidentCaller
  | StaffCaller
  | CommissionCaller
  | GuestCaller;

/**
 * What each kind of caller may pass as: a signed-in resident as a visitor, a commission as staff. Managers
 * and editors take no part in the care.
 */
const PASSES_AS: Readonly<Record<CallerKind, readonly CallerKind[]>> = {
  anyone: ['anyone'],
  visitor: ['anyone', 'visitor'],
  resident: ['anyone', 'visitor', 'resident'],
  staff: ['anyone', 'staff'],
  commission: ['anyone', 'staff', 'commission'],
  manager: ['anyone', 'staff', 'manager'],
  editor: ['anyone', 'staff', 'editor'],
  guest: ['anyone', 'guest'],
};

const KIND_OF_MANAGING: Readonly<Record<Manages, CallerKind>> = {
  unit: 'manager',
  region: 'manager',
  flows: 'editor',
};

/** The kind of the caller with the most rights, as the access table names it. */
export function callerKind({
  kind,
  manages,
}: {
  kind: Caller['kind'];
  manages?: Manages | null;
}): CallerKind {
  return manages ? KIND_OF_MANAGING[manages] : kind;
}

/** Whether a caller of that kind is let in where these kinds are allowed. */
export function isLetIn(kind: CallerKind, allowed: readonly CallerKind[]): boolean {
  return PASSES_AS[kind].some((each) => allowed.includes(each));
}

/** Whether the caller may send that socket event. An event without a line in the table is refused. */
export function mayEmit(caller: Caller | undefined, event: string): boolean {
  if (!caller || !Object.hasOwn(SOCKET_EVENTS, event)) return false;
  return isLetIn(callerKind(caller), SOCKET_EVENTS[event as keyof typeof SOCKET_EVENTS].who);
}
