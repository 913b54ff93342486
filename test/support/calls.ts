import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import type {
  CallMedia,
  CallView,
  GuestInvitation,
  GuestPass,
  JoinedCall,
} from '../../src/contracts/index.js';
import type { TestApp } from './app.js';
import { type ApiSocket, ApiUser, Resident, StaffMember } from './people.js';
import { insertWaitingCase } from './waiting-case.js';

/** Anna's call to Samir in a case that she holds. */
export interface TestCall {
  origin: string;
  caseId: string;
  id: string;
  anna: StaffMember;
  samir: Resident;
  /** Ids of the participants; the resident's when answered. */
  seats: { staff: string; resident: string };
}

export interface CallPeople {
  anna?: StaffMember;
  samir?: Resident;
}

/** A case of Samir's that Anna holds. */
export async function heldCase({ dataSource, clock }: TestApp, anna: StaffMember): Promise<string> {
  const { id } = await insertWaitingCase(dataSource, { urgency: 4, since: clock.now() });
  await anna.ok('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
  return id;
}

export function startCall(
  anna: StaffMember,
  caseId: string,
  media: CallMedia = 'video',
  id: string = randomUUID(),
): Promise<CallView> {
  return anna.ok<CallView>('POST', `/api/desk/cases/${caseId}/calls`, { id, media });
}

export async function ringingCall(server: TestApp, people: CallPeople = {}): Promise<TestCall> {
  const { origin } = server;
  const anna = people.anna ?? (await StaffMember.signedIn(origin, /Anna/));
  const samir = people.samir ?? (await Resident.signedIn(origin, /Samir/));
  const caseId = await heldCase(server, anna);
  const { id, participants } = await startCall(anna, caseId);
  return { origin, caseId, id, anna, samir, seats: { staff: participants[0]?.id ?? '', resident: '' } };
}

export async function ongoingCall(server: TestApp, people: CallPeople = {}): Promise<TestCall> {
  const call = await ringingCall(server, people);
  const path = `/api/cases/${call.caseId}/calls/${call.id}/answer`;
  const { participants } = await call.samir.ok<CallView>('POST', path, { media: 'video' });
  const resident = participants.find(({ who }) => who.side === 'resident')?.id ?? '';
  return { ...call, seats: { ...call.seats, resident } };
}

export function invite(
  { anna, caseId, id }: TestCall,
  more: Record<string, unknown> = {},
): Promise<GuestInvitation> {
  return anna.ok<GuestInvitation>('POST', `/api/desk/cases/${caseId}/calls/${id}/invitations`, {
    id: randomUUID(),
    name: 'Amal Nasser',
    guest: 'interpreter',
    minutes: 15,
    ...more,
  });
}

/** A guest who has opened an invitation to the call. */
export async function guestOf(call: TestCall): Promise<GuestPass> {
  const { token } = await invite(call);
  return new ApiUser(call.origin, {}).ok<GuestPass>('POST', '/api/call-guests', { token });
}

export type Joined = { ok: true } & JoinedCall;

/** Sits down in a call over a socket. */
export async function join(
  socket: ApiSocket,
  callId: string,
  more: { page?: string; camera?: boolean; microphone?: boolean; have?: number } = {},
): Promise<Joined> {
  const answer = await socket.emitWithAck('call:join', {
    callId,
    page: randomUUID(),
    microphone: true,
    camera: true,
    have: 0,
    ...more,
  });
  if (!answer.ok) throw new Error(`call:join: ${JSON.stringify(answer.problem)}`);
  return answer;
}

/** The socket of someone who was invited to a call; rejects when it is refused. */
export async function connectGuest(origin: string, pass: string): Promise<ApiSocket> {
  const socket: ApiSocket = io(origin, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { pass },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
  });
  return socket;
}
