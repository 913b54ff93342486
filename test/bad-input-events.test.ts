import { randomUUID } from 'node:crypto';
import type { CLIENT_EVENTS, Problem } from '../src/contracts/index.js';
import { SOCKET_EVENTS } from '../src/identity/access-table.js';
import { startTestApp, type TestApp } from './support/app.js';
import { ongoingCall } from './support/calls.js';
import { type ApiSocket, Resident, StaffMember } from './support/people.js';
import { insertWaitingCase } from './support/waiting-case.js';
import { brief, type Fields, faultsOf, HALF, NUL, stored, wrongBodies } from './support/wrong-input.js';

/** Every socket event with what it cannot take, as `bad-input.test.ts` does for the routes. */

let server: TestApp;
let samir: Resident;
let anna: StaffMember;
const sockets: ApiSocket[] = [];

beforeAll(async () => {
  server = await startTestApp({ env: { SOCKET_EVENTS_PER_10_S: '100000' } });
  server.clock.stop();
  samir = await Resident.signedIn(server.origin, /Samir/);
  anna = await StaffMember.signedIn(server.origin, /Anna/);
});
afterAll(async () => {
  for (const socket of sockets) socket.close();
  await server?.close();
});

/** The physicians are asked about a case that Anna holds. */
async function asked(): Promise<string> {
  const [unit] = await server.dataSource.query(`SELECT id FROM care_unit WHERE slug = 'herrgardet'`);
  const body = {
    id: randomUUID(),
    question: 'Vad tror du?',
    unitId: unit.id,
    competence: 'physician',
    commissionId: null,
  };
  await anna.ok('POST', `/api/desk/cases/${await held()}/consultations`, body);
  return body.id;
}

async function held(): Promise<string> {
  const { id } = await insertWaitingCase(server.dataSource, { urgency: 4, since: server.clock.now() });
  await anna.ok('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
  return id;
}

const EVENTS: Record<
  (typeof CLIENT_EVENTS)[number],
  { right: (caseId: string, call: { id: string; to: string }) => Record<string, unknown>; fields: Fields }
> = {
  'case:watch': { right: (caseId) => ({ caseId, have: 0 }), fields: { caseId: 'id', have: 'whole' } },
  'case:leave': { right: (caseId) => ({ caseId }), fields: { caseId: 'id' } },
  'message:send': {
    right: (caseId) => ({ caseId, id: randomUUID(), text: 'Hej', attachmentIds: [] }),
    fields: { caseId: 'id', id: 'id', text: 'text', attachmentIds: 'ids' },
  },
  'message:seen': { right: (caseId) => ({ caseId, number: 1 }), fields: { caseId: 'id', number: 'whole' } },
  typing: { right: (caseId) => ({ caseId, typing: true }), fields: { caseId: 'id', typing: 'yes-no' } },
  'queue:watch': { right: () => ({}), fields: {} },
  'call:join': {
    right: (_, { id }) => ({ callId: id, page: randomUUID(), microphone: true, camera: false, have: 0 }),
    fields: { callId: 'id', page: 'id', microphone: 'yes-no', camera: 'yes-no', have: 'whole' },
  },
  'call:signal': {
    right: (_, { id, to }) => ({
      callId: id,
      to,
      fromPage: randomUUID(),
      toPage: randomUUID(),
      kind: 'restart',
      data: '{}',
    }),
    fields: { callId: 'id', to: 'id', fromPage: 'id', toPage: 'id', kind: 'name', data: 'text?' },
  },
  'call:leave': {
    right: (_, { id }) => ({ callId: id, lost: false }),
    fields: { callId: 'id', lost: 'yes-no' },
  },
  'call:text': {
    right: (_, { id }) => ({ callId: id, id: randomUUID(), text: 'He' }),
    fields: { callId: 'id', id: 'id', text: 'text?' },
  },
  'consultation:watch': {
    right: (consultationId) => ({ consultationId, have: 0 }),
    fields: { consultationId: 'id', have: 'whole' },
  },
  'consultation:leave': {
    right: (consultationId) => ({ consultationId }),
    fields: { consultationId: 'id' },
  },
  'consultation:send': {
    right: (consultationId) => ({ consultationId, id: randomUUID(), text: 'Hej', attachmentIds: [] }),
    fields: { consultationId: 'id', id: 'id', text: 'text', attachmentIds: 'ids' },
  },
  'consultation:seen': {
    right: (consultationId) => ({ consultationId, number: 1 }),
    fields: { consultationId: 'id', number: 'whole' },
  },
};

/** What is never answered fails; a slow machine does not. */
const ANSWERED_MS = 30_000;

type Reply = { ok: boolean; problem?: Problem };
type AnySocket = {
  timeout: (ms: number) => { emitWithAck: (event: string, ...args: unknown[]) => Promise<Reply> };
  connected: boolean;
};

async function emit(socket: ApiSocket, event: string, ...args: unknown[]): Promise<Reply> {
  return (socket as unknown as AnySocket).timeout(ANSWERED_MS).emitWithAck(event, ...args);
}

function eventFaults(what: string, { ok, problem }: Reply, field?: string): string[] {
  if (ok || !problem) return [`${what}: was taken`];
  const type = 'application/problem+json';
  return faultsOf({ what, status: problem.status, type, problem }, field);
}

describe.each(Object.entries(EVENTS))('the event %s', (event, { right, fields }) => {
  it('answers what it cannot take with a problem, and changes nothing', async () => {
    const call = event.startsWith('call:') ? await ongoingCall(server, { samir, anna }) : null;
    const ofThread = event.startsWith('consultation:');
    const id = call?.caseId ?? (ofThread ? await asked() : await held());
    const rightOf = () => right(id, { id: call?.id ?? '', to: call?.seats.staff ?? '' });
    const socket = await (ofThread || event === 'queue:watch' ? anna : samir).socket();
    sockets.push(socket);
    if (!ofThread) await emit(socket, 'case:watch', { caseId: id, have: 0 });
    const before = await stored(server);
    const faults: string[] = [];
    for (const wrong of [null, undefined, [], [rightOf()], 'x', 7, true, Buffer.from('x')]) {
      faults.push(...eventFaults(`the event ${brief(wrong)}`, await emit(socket, event, wrong)));
    }
    faults.push(...eventFaults('no event at all', await emit(socket, event)));
    faults.push(...eventFaults('two events', await emit(socket, event, rightOf(), rightOf())));
    for (const { what, body, field } of wrongBodies(fields, rightOf())) {
      if (!body.startsWith('{"')) continue;
      let parsed: unknown;
      try {
        parsed = JSON.parse(body);
      } catch {
        continue;
      }
      // What nests so deep that the client itself cannot send it is left to the test of HTTP.
      if (what.startsWith('deep')) parsed = { ...rightOf(), unknown: nested(200) };
      faults.push(...eventFaults(what, await emit(socket, event, parsed), field));
    }
    expect(faults).toEqual([]);
    expect(await stored(server)).toBe(before);
    expect(await emit(socket, event, rightOf())).toMatchObject({ ok: true });
  });
});

function nested(depth: number): unknown {
  return depth === 0 ? 1 : { a: nested(depth - 1) };
}

it('never lets one wrong message take the others of its batch with it', async () => {
  const caseId = await held();
  const socket = await samir.socket();
  sockets.push(socket);
  const texts = ['före', NUL, HALF, 'efter'];
  const answers = await Promise.all(
    texts.map((text) => emit(socket, 'message:send', { caseId, id: randomUUID(), text, attachmentIds: [] })),
  );
  expect(answers.map(({ ok }) => ok)).toEqual([true, false, false, true]);
});

it('answers a message whose id is in capitals, once, and tells its watchers', async () => {
  const caseId = await held();
  const socket = await samir.socket();
  sockets.push(socket);
  const heard: string[] = [];
  socket.on('timeline:entries', ({ entries }) => heard.push(...entries.map(({ id }) => id)));
  await emit(socket, 'case:watch', { caseId: caseId.toUpperCase(), have: 0 });
  const id = randomUUID();
  const message = { caseId: caseId.toUpperCase(), id: id.toUpperCase(), text: 'Hej', attachmentIds: [] };
  expect(await emit(socket, 'message:send', message)).toMatchObject({ ok: true });
  expect(await emit(socket, 'message:send', { ...message, id })).toMatchObject({ ok: true });
  await emit(socket, 'case:leave', { caseId });
  expect(heard.filter((each) => each === id)).toHaveLength(1);
});

it('answers an event that there is not', async () => {
  const socket = await samir.socket();
  sockets.push(socket);
  for (const event of ['case:delete', '__proto__', 'constructor']) {
    expect(await emit(socket, event, {})).toMatchObject({ ok: false, problem: { status: 403 } });
  }
});

it('is tried at every event that there is', () => {
  expect(Object.keys(EVENTS).sort()).toEqual(Object.keys(SOCKET_EVENTS).sort());
});
