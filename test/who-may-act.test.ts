import { randomUUID } from 'node:crypto';
import { CareCase } from '../src/cases/case.entity.js';
import { refused } from '../src/cases/case.errors.js';
import { caseThen } from '../src/cases/past-case.rule.js';
import { type CaseReader, relationsOf } from '../src/cases/relations.rule.js';
import { refusalOf } from '../src/cases/who-may-act.rule.js';
import {
  CASE_ACTIONS,
  CASE_STATES,
  type CaseAction,
  type CaseState,
  RELATIONS,
  type Relation,
} from '../src/contracts/index.js';
import { AttachmentStore } from '../src/conversations/attachment-store.js';
import { ROUTES, SOCKET_EVENTS } from '../src/identity/access-table.js';
import { callerKind, isLetIn } from '../src/identity/caller.js';
import { hashToken } from '../src/identity/tokens.js';
import { startTestApp, type TestApp } from './support/app.js';
import { connectGuest } from './support/calls.js';
import { besideOf, putInState, type Subject } from './support/cube.js';
import { TRIES } from './support/cube-tries.js';
import { type ApiSocket, ApiUser, Resident, StaffMember } from './support/people.js';
import { insertWaitingCase } from './support/waiting-case.js';

/**
 * Every action × every way to stand to a case × every state of it, tried over the running service and compared with the
 * one table. What is tried comes from the tables of routes and events, the ways and the states from the contracts.
 */

/** Claims whichever case is in greatest need, or opens a new one: of no case of one's own choice. */
const OF_NO_CASE = ['POST /api/desk/claims', 'POST /api/desk/caller-cases'];

/**
 * Another check stands before the rule, and refuses in words of its own: seats of calls, and threads that are over. Here
 * it is enough that who may not is refused.
 */
const REFUSED_BEFORE: readonly CaseAction[] = [
  'join-call',
  'signal-in-call',
  'leave-call',
  'write-in-call',
  'answer-question',
  'write-in-consultation',
  'add-image-to-consultation',
  'take-over',
];
/** Told as done to whoever sees the case, as nothing is changed by it. */
const SILENT: Partial<Record<CaseAction, (state: CaseState, subject: Subject) => boolean>> = {
  'mark-seen': () => true,
  'mark-consultation-seen': () => true,
  'leave-chat': () => true,
  'want-contact': (state) => state === 'waiting' || state === 'identifying',
  'end-consultation': (state, { consultation }) =>
    consultation.isOver || (state !== 'waiting' && state !== 'held'),
};

/** What a call says of somebody besides their name. */
const OF_SIDE = {
  staff: { role: 'nurse', unit: 'Herrgärdets vårdcentral' },
  resident: {},
  guest: { guest: 'relative' },
} as const;

/** The state in which those are tried who are not let in at all. */
const AT_THE_DOOR: CaseState = 'closed';

let test: TestApp;
/** By their relation; of strangers there are several, by who they are as well. */
const subjects = new Map<string, Subject>();
const sockets: ApiSocket[] = [];

beforeAll(async () => {
  test = await startTestApp({ env: { SOCKET_EVENTS_PER_10_S: '1000000', ROUTER_JOBS: 'false' } });
  await makeSubjects();
});
afterAll(async () => {
  for (const socket of sockets) socket.close();
  await test?.close();
});

async function makeSubjects(): Promise<void> {
  const { origin, dataSource, clock } = test;
  const one = async (sql: string, ...values: unknown[]) =>
    (await dataSource.query(sql, values))[0]?.id as string;
  const unit = (slug: string) => one('SELECT id FROM care_unit WHERE slug = $1', slug);
  const person = (given: string, family: string) =>
    one('SELECT id FROM person WHERE given_name = $1 AND family_name LIKE $2', given, family);
  const [herrgardet, barn, kungsor, samir, erik, viktor, lisa, oliver] = await Promise.all([
    unit('herrgardet'),
    unit('barnmottagningen'),
    unit('kungsor'),
    person('Samir', '%'),
    person('Erik', 'Lundgren'),
    person('Viktor', '%'),
    person('Lisa', 'Andersson'),
    person('Oliver', '%'),
  ]);
  const anna = await StaffMember.signedIn(origin, /Anna/);
  const holderId = anna.session.commissions[0]?.id ?? '';
  const { manager } = dataSource;

  const add = async (relation: Relation, who: Who, more: Partial<Subject> = {}, name: string = relation) => {
    const careCase = more.caseId
      ? { id: more.caseId }
      : await insertWaitingCase(dataSource, { urgency: 3, since: clock.now() });
    const consultation = {
      id: randomUUID(),
      unitId: barn,
      askedById: holderId,
      isOver: false,
      ...more.consultation,
    };
    const call = { id: randomUUID(), staffSeat: randomUUID(), residentSeat: randomUUID() };
    const attachmentId = randomUUID();
    await manager.query(
      `INSERT INTO consultation (id, case_id, state, question, asked_by_id, asked_at, unit_id, competence, due_at)
       VALUES ($1, $2, 'asked', 'Vad tror ni?', $3, now(), $4, 'child-nurse', now() + interval '1 day')`,
      [consultation.id, careCase.id, consultation.askedById, consultation.unitId],
    );
    await manager.query(
      `INSERT INTO "call" (id, case_id, commission_id, media, state, carrier, room, room_open, started_at, deadline_at, answered_at)
       VALUES ($1, $2, $3, 'voice', 'ongoing', 'direct', $4, false, now(), now() + interval '1 day', now())`,
      [call.id, careCase.id, holderId, randomUUID()],
    );
    const reader = who.reader;
    const seat = async (
      id: string,
      side: keyof typeof OF_SIDE,
      more: { personId?: string; passHash?: string } = {},
    ) =>
      manager.query(
        `INSERT INTO call_participant (id, call_id, side, person_id, who, pass_hash, joined_at, last_seen_at)
         VALUES ($1, $2, $3, $4, $5, $6, now(), now() + interval '1 day')`,
        [
          id,
          call.id,
          side,
          more.personId ?? null,
          { side, name: 'Namn', ...OF_SIDE[side] },
          more.passHash ?? null,
        ],
      );
    await seat(call.staffSeat, 'staff');
    let own: string | null = relation === 'holder' ? call.staffSeat : null;
    let socket = who.socket;
    if (reader.kind === 'resident') {
      own = call.residentSeat;
      await seat(own, 'resident', { personId: reader.personId });
    }
    if (relation === 'guest') {
      own = randomUUID();
      const pass = randomUUID().replaceAll('-', '').padEnd(43, 'a');
      await seat(own, 'guest', { passHash: hashToken(pass) });
      socket = await connectGuest(origin, pass);
      sockets.push(socket);
    }
    if (more.isFormerHolder && reader.kind === 'commission') {
      await manager.query(
        `INSERT INTO former_holder (case_id, commission_id, at, up_to, until, case_then)
         VALUES ($1, $2, $3, 0, $4, $5)`,
        [
          careCase.id,
          reader.commissionId,
          clock.now(),
          new Date(clock.now().getTime() + 3_600_000),
          caseThen(await manager.findOneByOrFail(CareCase, { id: careCase.id })),
        ],
      );
    }
    await manager.query(
      `INSERT INTO attachment (id, case_id, created_at, uploaded_by, with_words, content_type, byte_size, width, height)
       VALUES ($1, $2, $3, 'resident', true, 'image/png', 1, 1, 1)`,
      [attachmentId, careCase.id, new Date(clock.now().getTime() - 60_000)],
    );
    await test.app.get(AttachmentStore, { strict: false }).put(attachmentId, Buffer.from('x'), 'image/png');
    subjects.set(name, {
      relation,
      user: who.user,
      reader,
      caseId: careCase.id,
      unitId: herrgardet,
      holderId,
      facts: { residentId: samir, patientId: samir },
      isFormerHolder: false,
      isGuardianNow: false,
      ...more,
      socket: socket as ApiSocket,
      consultation,
      call: { ...call, seat: own },
      attachmentId,
    });
  };

  interface Who {
    user: ApiUser;
    socket: ApiSocket | null;
    reader: CaseReader;
  }
  const keep = async (connecting: Promise<ApiSocket>) => {
    const socket = await connecting;
    sockets.push(socket);
    return socket;
  };
  const resident = async (name: RegExp, personId: string): Promise<Who> => {
    const user = await Resident.signedIn(origin, name);
    return {
      user,
      socket: await keep(user.socket()),
      reader: { kind: 'resident', sessionId: randomUUID(), personId },
    };
  };
  const staff = async (name: RegExp, known?: StaffMember): Promise<Who> => {
    const user = known ?? (await StaffMember.signedIn(origin, name));
    const commission = user.session.commissions[0];
    if (!commission) throw new Error(`${name} has no commission`);
    const { id: commissionId, role, manages } = commission;
    const reader = { kind: 'commission', commissionId, unitId: commission.unit.id, role, manages } as const;
    return { user, socket: await keep(user.socket()), reader };
  };
  const commissionOf = ({ reader }: Who) => (reader.kind === 'commission' ? reader.commissionId : '');

  const visitor = await Resident.visit(origin);
  const { id: namelessId } = await visitor.start('Ont i ryggen');
  const { sessionId } = await manager.findOneByOrFail(CareCase, { id: namelessId });
  const fatima = await staff(/Fatima/);
  const jonas = await staff(/Jonas/);
  const leila = await staff(/Leila/);
  const father = await resident(/Erik Lundgren/, erik);

  await add('patient', await resident(/Samir/, samir));
  await add('guardian', father, { facts: { residentId: erik, patientId: viktor }, isGuardianNow: true });
  await add('earlier-guardian', father, { facts: { residentId: erik, patientId: lisa } });
  await add(
    'visitor',
    {
      user: visitor,
      socket: await keep(visitor.socket()),
      reader: { kind: 'visitor', sessionId: sessionId as string },
    },
    { caseId: namelessId, facts: {} },
  );
  const openedAtUnitId = leila.reader.kind === 'commission' ? leila.reader.unitId : null;
  await add('opener', leila, { facts: { residentId: samir, patientId: samir, openedAtUnitId } });
  await add('holder', await staff(/Anna/, anna));
  const beside = { residentId: samir, patientId: samir, participantIds: [commissionOf(fatima)] };
  await add('participant', fatima, { facts: beside });
  await add('colleague', fatima);
  await add('other-colleague', await staff(/Karin Nyström/));
  await add('administrator', await staff(/Birgitta/));
  const asked = { id: randomUUID(), unitId: barn, askedById: commissionOf(leila), isOver: false };
  await add('asker', leila, { consultation: asked });
  await add('consulted', jonas, { facts: { residentId: samir, patientId: samir, consultedUnitIds: [barn] } });
  await add('consulted-beside', await staff(/Ulla/), {
    facts: { residentId: samir, patientId: samir, consultedUnitIds: [kungsor] },
  });
  await add('was-consulted', jonas, {
    consultation: { id: randomUUID(), unitId: barn, askedById: holderId, isOver: true },
  });
  await add('former-holder', leila, { isFormerHolder: true });
  await add('manager', await staff(/Monica/));
  await add('guest', { user: new ApiUser(origin, {}), socket: null, reader: { kind: 'guest', callId: '' } });
  await add('stranger', leila);
  await add('stranger', await resident(/Oliver/, oliver), {}, 'stranger, signed in as a resident');
  const passerBy = await Resident.visit(origin);
  await passerBy.start('Ont i halsen');
  const reader = { kind: 'visitor', sessionId: randomUUID() } as const;
  const socket = await keep(passerBy.socket());
  await add('stranger', { user: passerBy, socket, reader }, {}, 'stranger without a name');
  await add('stranger', await staff(/Siv Brandt/), {}, 'stranger, a clinical editor');
}

function lineOf(line: string) {
  return line.includes(' ')
    ? ROUTES[line as keyof typeof ROUTES]
    : SOCKET_EVENTS[line as keyof typeof SOCKET_EVENTS];
}

/** Nameless cases are in no queue; the database says so. */
const possible = (relation: Relation, state: CaseState) =>
  relation !== 'visitor' || (state !== 'waiting' && state !== 'held');

async function tryAll(subject: Subject, faults: string[]): Promise<number> {
  const { dataSource } = test;
  const kind = callerKind(subject.reader);
  let count = 0;
  for (const state of CASE_STATES.filter((each) => possible(subject.relation, each))) {
    await putInState(dataSource, subject, state);
    const careCase = await dataSource.manager.findOneByOrFail(CareCase, { id: subject.caseId });
    for (const action of CASE_ACTIONS) {
      const isThread = action.includes('consultation') || action === 'take-over';
      const consultation = isThread ? subject.consultation : undefined;
      const relations = relationsOf(careCase, subject.reader, { ...besideOf(subject), consultation });
      const expected = refusalOf(action, relations, state);
      for (const each of TRIES[action]) {
        const isAtDoor = isLetIn(kind, lineOf(each.line).who);
        // Who is not let in at the door meets no case: once for each action is enough.
        if (!isAtDoor && state !== AT_THE_DOOR) continue;
        count += 1;
        const { status, detail } = await each.do(subject).catch((error: Error) => {
          faults.push(`${action} by ${subject.relation} while ${state}: ${error.message}`);
          return { status: 200, detail: '' };
        });
        const got = `${action} by ${subject.relation} (${relations}) while ${state}, ${each.line}: ${status} ${detail}`;
        const isRefused = status === 401 || status === 403 || status === 404 || status === 409;
        if (status >= 500 || status === 429) faults.push(`failed: ${got}`);
        else if (!isAtDoor) {
          if (status !== 401 && status !== 403) faults.push(`let in at the door: ${got}`);
          continue;
        } else if (expected === null) {
          if (isRefusal(action, detail, state) || status === 401) faults.push(`refused: ${got}`);
        } else if (REFUSED_BEFORE.includes(action)) {
          if (!isRefused) faults.push(`let in, not ${expected}: ${got}`);
        } else if (status < 300) {
          if (!(SILENT[action]?.(state, subject) && expected !== 'not-found'))
            faults.push(`let in, not ${expected}: ${got}`);
        } else {
          const problem = refused(action, expected, state).problem;
          if (status !== problem.status) faults.push(`not ${expected}: ${got}`);
          else if (status !== 404 && detail !== problem.detail)
            faults.push(`said otherwise than ${problem.detail}: ${got}`);
        }
        if (status < 300) await putInState(dataSource, subject, state);
      }
    }
  }
  return count;
}

/** Whether somebody was refused by the rule, and not by something that the try lacked. */
function isRefusal(action: CaseAction, detail: string, state: CaseState): boolean {
  if (detail === '') return false;
  return (['not-found', 'not-allowed', 'wrong-state'] as const).some(
    (each) => refused(action, each, state).problem.detail === detail,
  );
}

it('every route and event that does something with a case is tried, and nothing else', () => {
  const inTable = [...Object.entries(ROUTES), ...Object.entries(SOCKET_EVENTS)].flatMap(([line, each]) =>
    ('actions' in each ? (each.actions ?? []) : []).map((action) => `${action}: ${line}`),
  );
  const tried = CASE_ACTIONS.flatMap((action) => TRIES[action].map(({ line }) => `${action}: ${line}`));
  const ofCases = inTable.filter((each) => !OF_NO_CASE.some((line) => each.endsWith(line)));
  expect(tried.sort()).toEqual(ofCases.sort());
});

it('somebody stands in each way to a case', async () => {
  for (const relation of RELATIONS) {
    const subject = subjects.get(relation);
    if (!subject) throw new Error(`Nobody is ${relation}`);
    const state = relation === 'visitor' || relation === 'opener' ? 'triage' : 'held';
    await putInState(test.dataSource, subject, state);
    const careCase = await test.dataSource.manager.findOneByOrFail(CareCase, { id: subject.caseId });
    const { consultation } = subject;
    expect(relationsOf(careCase, subject.reader, { ...besideOf(subject), consultation })).toContain(relation);
  }
});

it('each action × relation × state is as the table says, over the running service (P8)', async () => {
  const faults: string[] = [];
  const counts = await Promise.all([...subjects.values()].map((subject) => tryAll(subject, faults)));
  const count = counts.reduce((sum, each) => sum + each, 0);
  process.stdout.write(`who may act: ${count} combinations of action, relation and state were tried\n`);
  expect(faults).toEqual([]);
  expect(count).toBeGreaterThan(5_000);
}, 900_000);
