import { randomUUID } from 'node:crypto';
import { CareCase } from '../src/cases/case.entity.js';
import type {
  DeskCase,
  Problem,
  QueueRow,
  QueueView,
  ResidentCase,
  TimelineEntry,
  TriageResult,
  Urgency,
} from '../src/contracts/index.js';
import { ContactPoint } from '../src/notifications/contact.entity.js';
import { Delivery } from '../src/notifications/delivery.entity.js';
import { Flows } from '../src/triage/flows.service.js';
import { AlarmWatch } from '../src/watching/alarm-watch.service.js';
import { CheckIns } from '../src/watching/check-ins.service.js';
import type { TestApp } from './support/app.js';
import { Conversation } from './support/conversation.js';
import { readFlows } from './support/flows.js';
import { message } from './support/messages.js';
import { Resident, StaffMember } from './support/people.js';
import { samirWrites } from './support/samir.js';
import { until } from './support/until.js';
import { insertWaitingCase } from './support/waiting-case.js';

let test: TestApp;
let anna: StaffMember;
let samir: Resident;
let talk: Conversation;

beforeAll(async () => {
  talk = await Conversation.start();
  ({ test, anna, samir } = talk);
});
afterEach(() => talk.closeSockets());
afterAll(() => talk.end());

const CANNOT_BREATHE = 'Nu blev det värre, jag kan inte andas';

async function waitingCase(urgency: Urgency, more: Partial<Parameters<typeof insertWaitingCase>[1]> = {}) {
  const { id } = await insertWaitingCase(test.dataSource, { urgency, since: test.clock.now(), ...more });
  return id;
}

async function write(who: Resident | StaffMember, caseId: string, text: string): Promise<void> {
  const socket = await talk.open(who.socket());
  expect(await socket.emitWithAck('message:send', message(caseId, text))).toMatchObject({ ok: true });
}

const seenBy = (resident: Resident, caseId: string) =>
  resident.ok<ResidentCase>('GET', `/api/cases/${caseId}`);
const alarmed = (resident: Resident, caseId: string) =>
  until('the alarm is shown to the resident', async () => (await seenBy(resident, caseId)).alarm !== null);

async function rowOf(caseId: string): Promise<QueueRow | undefined> {
  const { rows } = await anna.ok<QueueView>('GET', '/api/desk/queue?scope=unit');
  return rows.find((row) => row.caseId === caseId);
}

async function told(caseId: string): Promise<TimelineEntry[]> {
  const { timeline } = await anna.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`);
  return timeline;
}

describe('what a resident writes while they wait (P5)', () => {
  it('raises the urgency, rings at the desk, and shows the resident what to do', async () => {
    const caseId = await waitingCase(4);
    const desk = await talk.open(anna.socket());
    const rung: unknown[] = [];
    desk.on('queue:changed', ({ arrived }) => arrived && rung.push(arrived));
    await desk.emitWithAck('queue:watch', {});
    await write(samir, caseId, CANNOT_BREATHE);
    await alarmed(samir, caseId);
    const { alarm } = await seenBy(samir, caseId);
    expect(alarm).toMatchObject({ alarmId: 'breathing', urgency: 1, entry: 1, answer: null });
    await until('it rings', () => rung.length > 0);
    expect(rung).toEqual([{ caseId, urgency: 1 }]);
    expect(await rowOf(caseId)).toMatchObject({ urgency: 1, state: 'waiting', alert: { what: 'alarm' } });
    const kinds = (await told(caseId)).map(({ kind }) => kind);
    expect(kinds).toEqual(['message', 'alarm-found', 'urgency-raised', 'routed']);
    expect(await anna.next()).toBe(caseId);
  });

  it('is found again by the phrases that it names', async () => {
    const caseId = await waitingCase(5);
    await write(samir, caseId, CANNOT_BREATHE);
    await alarmed(samir, caseId);
    const [written, found] = await told(caseId);
    const text = (written as TimelineEntry<'message'>).body.text;
    const flows = test.app.get(Flows);
    const [again] = flows.alarmsTold(flows.alarmsIn(text));
    expect(found?.body).toEqual({ ...again, entry: written?.number });
  });

  it('is found without a full stop, whatever else they only wonder', async () => {
    const caseId = await waitingCase(4);
    await write(samir, caseId, 'Hej, jag bara undrar när ni svarar, nu kan jag inte andas');
    await alarmed(samir, caseId);
    expect(await rowOf(caseId)).toMatchObject({ urgency: 1, alert: { what: 'alarm' } });
  });

  it('is shown one after the other when there are several, and a milder one later hides none', async () => {
    const caseId = await waitingCase(4);
    await write(samir, caseId, 'Jag har tryck över bröstet och vill inte leva längre');
    await alarmed(samir, caseId);
    await write(samir, caseId, 'Och bajset är svart som tjära');
    const alarms = async () => (await anna.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`)).alarms;
    await until('all are seen at the desk', async () => (await alarms()).length === 3);
    const first = (await seenBy(samir, caseId)).alarm;
    expect(first).toMatchObject({ alarmId: 'chest-pain', urgency: 1, answer: null });
    const deny = async (number: number | undefined) =>
      (await samir.ok<ResidentCase>('PUT', `/api/cases/${caseId}/alarm`, { answer: 'not-meant', number }))
        .alarm;
    const second = await deny(first?.number);
    expect(second).toMatchObject({ alarmId: 'suicide', urgency: 1, answer: null });
    expect(await deny(second?.number)).toMatchObject({ alarmId: 'black-stool', urgency: 2, answer: null });
    expect((await alarms()).map(({ answer }) => answer)).toEqual(['not-meant', 'not-meant', null]);
    expect(await rowOf(caseId)).toMatchObject({ urgency: 1 });
  });

  it('is answered, which is kept and lowers nothing', async () => {
    const caseId = await waitingCase(3);
    await write(samir, caseId, CANNOT_BREATHE);
    await alarmed(samir, caseId);
    const { alarm } = await seenBy(samir, caseId);
    const say = (number: number | undefined, answer = 'not-meant') =>
      samir.call<ResidentCase & Problem>('PUT', `/api/cases/${caseId}/alarm`, { answer, number });
    expect((await say(99)).status).toBe(409);
    expect((await say(alarm?.number)).body.alarm).toMatchObject({ answer: 'not-meant' });
    expect((await say(alarm?.number)).status).toBe(200);
    expect(await rowOf(caseId)).toMatchObject({ urgency: 1 });
    const seen = await anna.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`);
    expect(seen.alarms).toMatchObject([{ alarmId: 'breathing', answer: 'not-meant' }]);
    expect(seen.timeline.filter(({ kind }) => kind === 'alarm-answered')).toHaveLength(1);
  });

  it('marks the case for its holder, who keeps it', async () => {
    const caseId = await talk.heldCase();
    await write(samir, caseId, CANNOT_BREATHE);
    await alarmed(samir, caseId);
    expect(await rowOf(caseId)).toMatchObject({ urgency: 1, state: 'held', alert: { what: 'alarm' } });
    const { lastNumber, mine } = await anna.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`);
    expect(mine).toBe(true);
    const socket = await talk.open(anna.socket());
    await socket.emitWithAck('message:seen', { caseId, number: lastNumber });
    expect(await rowOf(caseId)).toMatchObject({ urgency: 1, alert: null });
  });

  it('is no alarm when it is denied, calm, or what staff ask', async () => {
    const caseId = await talk.heldCase();
    await write(anna, caseId, 'Har du svårt att andas? Kan du inte andas, ring 112.');
    await write(samir, caseId, 'Nej, ingen andnöd och inte ont i bröstet');
    await write(samir, caseId, 'Jag dör av skratt');
    const quiet = await waitingCase(4);
    await write(samir, quiet, CANNOT_BREATHE);
    await alarmed(samir, quiet); // what was written before is read before
    expect((await seenBy(samir, caseId)).alarm).toBeNull();
    expect((await rowOf(caseId))?.urgency).toBe(2);
  });

  it('is read when a guardian writes for a child', async () => {
    const erik = await Resident.signedIn(test.origin, /Erik Lundgren/);
    const caseId = await waitingCase(4, { patient: 'Viktor' });
    const { person } = await erik.ok<{ person: { id: string } }>('GET', '/api/me');
    await test.dataSource.manager.update(CareCase, { id: caseId }, { residentId: person.id, about: 'child' });
    await write(erik, caseId, 'Viktor får inte luft och läpparna är blå');
    await alarmed(erik, caseId);
    expect(await rowOf(caseId)).toMatchObject({ urgency: 1 });
  });

  it('waits for nobody who could not judge it', async () => {
    const caseId = await waitingCase(4, { competence: 'physiotherapist' });
    await write(samir, caseId, CANNOT_BREATHE);
    await alarmed(samir, caseId);
    expect(await rowOf(caseId)).toMatchObject({ urgency: 1, competence: 'nurse' });
  });

  it('is found later, once, when the process that committed it ended before it was read', async () => {
    const caseId = await waitingCase(4);
    const watch = test.app.get(AlarmWatch);
    await watch.catchUp();
    await test.dataSource.query(
      `INSERT INTO timeline_entry (case_id, number, id, at, kind, actor, staff_only, body)
       VALUES ($1, 1, $2, $3, 'message', '{"kind":"resident","name":"Samir","personId":null}', false, $4)`,
      [caseId, randomUUID(), test.clock.now(), { text: CANNOT_BREATHE, attachments: [] }],
    );
    await test.dataSource.manager.update(CareCase, { id: caseId }, { lastNumber: 1 });
    test.clock.forward({ minutes: 1 });
    await watch.catchUp(); // or its own round, if that was quicker
    await until('it is told', async () => (await told(caseId)).some(({ kind }) => kind === 'alarm-found'));
    expect(await watch.catchUp()).toBe(0);
    expect(await talk.other.app.get(AlarmWatch).catchUp()).toBe(0);
    expect((await told(caseId)).filter(({ kind }) => kind === 'alarm-found')).toHaveLength(1);
  });

  it('is found behind more than is read at once, and what was read is never thought unread', async () => {
    const caseId = await waitingCase(4);
    const watch = test.app.get(AlarmWatch);
    const position = async () =>
      (await test.dataSource.query('SELECT read_until FROM watch_position'))[0]?.read_until as Date;
    await watch.catchUp();
    await test.dataSource.query(
      `INSERT INTO timeline_entry (case_id, number, id, at, kind, actor, staff_only, body)
       SELECT $1, n, gen_random_uuid(), $2, 'message', '{"kind":"staff"}', false, '{"text":"Hej","attachments":[]}'
       FROM generate_series(1, 4100) AS n`,
      [caseId, test.clock.now()],
    );
    await test.dataSource.query(
      `INSERT INTO timeline_entry (case_id, number, id, at, kind, actor, staff_only, body)
       VALUES ($1, 4101, 'ffffffff-ffff-4fff-bfff-fffffffffff1', $2, 'message',
         '{"kind":"resident","name":"Samir","personId":null}', false, $3)`,
      [caseId, test.clock.now(), { text: CANNOT_BREATHE, attachments: [] }],
    );
    await test.dataSource.manager.update(CareCase, { id: caseId }, { lastNumber: 4101 });
    const before = await position();
    test.clock.forward({ minutes: 1 });
    await watch.catchUp(); // or its own round, if that was quicker
    const found = `SELECT FROM timeline_entry WHERE case_id = $1 AND kind = 'alarm-found'`;
    await until('it is told', async () => (await test.dataSource.query(found, [caseId])).length > 0);
    await until('it counts as read', async () => (await position()).getTime() > before.getTime());
    // Another process that began to look earlier, and ends later, puts nothing back.
    const ahead = new Date(test.clock.now().getTime() + 60_000);
    await test.dataSource.query('UPDATE watch_position SET read_until = $1', [ahead]);
    await watch.catchUp();
    expect(await position()).toEqual(ahead);
  });

  it('of somebody whom who cannot judge it has, waits for a nurse once it is handed back', async () => {
    const caseId = await talk.heldCase();
    await test.dataSource.manager.update(
      CareCase,
      { id: caseId },
      { competence: 'physiotherapist', urgency: 4 },
    );
    await write(samir, caseId, CANNOT_BREATHE);
    await alarmed(samir, caseId);
    expect(await rowOf(caseId)).toMatchObject({ urgency: 1, state: 'held', competence: 'nurse' });
    await anna.ok('POST', `/api/desk/cases/${caseId}/hand-back`, { id: randomUUID(), reason: null });
    expect(await rowOf(caseId)).toMatchObject({ urgency: 1, state: 'waiting', competence: 'nurse' });
  });

  it('is read in a free answer too, once the case waits', async () => {
    const { person } = await samir.ok<{ person: { id: string } }>('GET', '/api/me');
    const started = await samir.start('Jag behöver ett intyg', {
      patientId: person.id,
      patientAgeMonths: null,
    });
    const details = `Till körkortet. ${CANNOT_BREATHE}`;
    const seen = await samir.answer(started.id, 'certificate', { kind: 'driving', details });
    expect(seen.state).toBe('waiting');
    await alarmed(samir, started.id);
    expect(await rowOf(started.id)).toMatchObject({ urgency: 1, competence: 'nurse' });
  });
});

describe('who judges a case judges what they have seen (P5)', () => {
  const idOf = async (slug: string): Promise<string> =>
    (await test.dataSource.query('SELECT id FROM care_unit WHERE slug = $1', [slug]))[0].id;

  it.each([
    ['lowering it', 'PUT', 'urgency', async () => ({ urgency: 5, reason: 'Mår bättre' })],
    ['closing it', 'POST', 'closing', async () => ({ result: 'other', note: null })],
    ['advice', 'POST', 'advice', async () => ({})],
    ['a ticket', 'POST', 'tickets', async () => ({ kind: 'nurse-visit', unitId: await idOf('herrgardet') })],
    [
      'a referral',
      'POST',
      'referral',
      async () => ({ unitId: await idOf('akutmottagningen'), text: 'Andfådd' }),
    ],
  ] as const)('%s is refused when an alarm came after what was shown', async (_name, method, path, rest) => {
    const caseId = await talk.heldCase();
    const text = { sv: 'Vila.', en: 'Rest.' };
    const result: TriageResult = {
      outcome: 'self-care',
      urgency: 5,
      competence: 'nurse',
      now: text,
      why: text,
      steps: [],
      watchFor: [],
      redFlags: [],
      rule: 'otherwise',
    };
    await test.dataSource.manager.update(
      CareCase,
      { id: caseId },
      // As urgent as the alarm: that changes nothing but what is known.
      { urgency: 1, result },
    );
    const { lastNumber } = await anna.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`);
    await write(samir, caseId, CANNOT_BREATHE);
    await alarmed(samir, caseId);
    const judge = async (upTo: number | null) =>
      anna.call<DeskCase>(method, `/api/desk/cases/${caseId}/${path}`, {
        id: randomUUID(),
        ...(await rest()),
        upTo,
      });
    expect(await judge(lastNumber)).toMatchObject({
      status: 409,
      problem: { type: 'urn:slussen:problem:conflict', detail: expect.stringContaining('urgency is 1 now') },
    });
    const now = await anna.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`);
    expect([now.state, now.urgency]).toEqual(['held', 1]);
    expect((await judge(now.lastNumber)).status).toBeLessThan(300);
  });

  it('raises it whatever they have seen, and calm messages hinder nobody', async () => {
    const caseId = await talk.heldCase();
    await write(samir, caseId, 'Tack för hjälpen');
    const change = (urgency: Urgency, upTo: number) =>
      anna.call('PUT', `/api/desk/cases/${caseId}/urgency`, {
        id: randomUUID(),
        urgency,
        reason: 'Har läst',
        upTo,
      });
    expect((await change(3, 1)).status).toBe(200);
    await write(samir, caseId, CANNOT_BREATHE);
    await alarmed(samir, caseId);
    await test.dataSource.manager.update(CareCase, { id: caseId }, { urgency: 3 });
    expect((await change(2, 1)).status).toBe(200);
  });

  it('is not refused by what a colleague lowered, but by what one raised', async () => {
    const caseId = await talk.heldCase();
    const change = (urgency: Urgency, upTo: number | null = null) =>
      anna.call('PUT', `/api/desk/cases/${caseId}/urgency`, {
        id: randomUUID(),
        urgency,
        reason: 'Har läst',
        upTo,
      });
    const { lastNumber } = await anna.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`);
    await change(3);
    expect((await change(4, lastNumber)).status).toBe(200);
    await change(2);
    expect((await change(4, lastNumber)).status).toBe(409);
  });

  it('is refused when they who had said that it was not meant say that it was', async () => {
    const caseId = await talk.heldCase();
    await write(samir, caseId, CANNOT_BREATHE);
    await alarmed(samir, caseId);
    const { alarm } = await seenBy(samir, caseId);
    const say = (answer: string) =>
      samir.ok('PUT', `/api/cases/${caseId}/alarm`, { answer, number: alarm?.number });
    await say('not-meant');
    const { lastNumber } = await anna.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`);
    await say('go-on');
    const lower = (upTo: number) =>
      anna.call('PUT', `/api/desk/cases/${caseId}/urgency`, {
        id: randomUUID(),
        urgency: 5,
        reason: 'Menade inte så',
        upTo,
      });
    expect((await lower(lastNumber)).status).toBe(409);
    expect((await lower(lastNumber + 1)).status).toBe(200);
  });
});

describe('what is written with a rating, once the case is closed (P5)', () => {
  const rate = async (words: string, how: 'closing' | 'withdrawal') => {
    const caseId = how === 'closing' ? await talk.heldCase() : await waitingCase(4);
    const close = { id: randomUUID(), result: 'advice-given', note: null };
    if (how === 'closing') await anna.ok('POST', `/api/desk/cases/${caseId}/closing`, close);
    else await samir.ok('POST', `/api/cases/${caseId}/withdrawal`);
    await samir.ok('PUT', `/api/cases/${caseId}/rating`, { score: 2, words });
    return caseId;
  };

  it.each(['closing', 'withdrawal'] as const)(
    'is read: what is dangerous shows 112, and the case is open again at once, after a %s',
    async (how) => {
      const caseId = await rate(`Nu är det värre igen. ${CANNOT_BREATHE}`, how);
      await alarmed(samir, caseId);
      const seen = await seenBy(samir, caseId);
      expect([seen.state, seen.advice?.standing?.outcome]).toEqual(['waiting', 'emergency-call']);
      expect(await rowOf(caseId)).toMatchObject({ urgency: 1, alert: { what: 'alarm' } });
    },
  );

  it('leaves it closed where nothing dangerous is said', async () => {
    const caseId = await rate('Tack, det gick bra', 'closing');
    const other = await rate(CANNOT_BREATHE, 'closing');
    await alarmed(samir, other); // what was written before is read before
    expect(await seenBy(samir, caseId)).toMatchObject({ state: 'closed', alarm: null });
  });
});

describe('what those who wait are asked again (P5)', () => {
  const sweep = () => test.app.get(CheckIns).sweep();
  /** Sessions end meanwhile. */
  const later = async (minutes: number) => {
    test.clock.forward({ minutes });
    samir = await Resident.signedIn(test.origin, /Samir/);
    anna = await StaffMember.signedIn(test.origin, /Anna/);
    await sweep();
  };

  /** Samir is breathless and waits; half an hour later he is asked again. */
  async function askedAgain(): Promise<ResidentCase> {
    const { person } = await samir.ok<{ person: { id: string } }>('GET', '/api/me');
    const { id } = await samirWrites(samir, { patientId: person.id, patientAgeMonths: null });
    await sweep();
    expect((await seenBy(samir, id)).checkIn).toBeNull();
    await later(31);
    return seenBy(samir, id);
  }
  const answer = (caseId: string, value: unknown, questionId = 'worse-while-waiting') =>
    samir.call<ResidentCase & Problem>('PUT', `/api/cases/${caseId}/check-in/${questionId}`, { value });

  it('is asked when the flow says so, and an answer that is worse raises the case and says what to do', async () => {
    const asked = await askedAgain();
    expect(asked.checkIn).toMatchObject({ number: 1, question: { id: 'worse-while-waiting' }, advice: null });
    expect((await answer(asked.id, ['nothing-like-it'])).status).toBe(422);
    expect((await answer(asked.id, ['none'], 'effort')).status).toBe(422);
    const { body } = await answer(asked.id, ['breath']);
    expect(body.checkIn).toMatchObject({ question: null, advice: { outcome: 'emergency-call', urgency: 1 } });
    expect(body.state).toBe('waiting');
    expect(await rowOf(asked.id)).toMatchObject({ urgency: 1, alert: { what: 'worse' } });
    const seen = await anna.ok<DeskCase>('GET', `/api/desk/cases/${asked.id}`);
    expect(seen.redFlags.map(({ questionId }) => questionId)).toContain('worse-while-waiting');
    expect(seen.timeline.map(({ kind }) => kind).slice(-5)).toEqual([
      'check-in-asked',
      'answer',
      'check-in-answered',
      'urgency-raised',
      'routed',
    ]);
  });

  it('lowers nothing, also when the answer is changed to a calmer one', async () => {
    const asked = await askedAgain();
    await answer(asked.id, ['breath']);
    expect((await answer(asked.id, ['none'])).status).toBe(200);
    expect(await rowOf(asked.id)).toMatchObject({ urgency: 1 });
  });

  it('is told of at the desk, once, when nobody answers at urgency 2', async () => {
    const asked = await askedAgain();
    await later(16);
    await sweep();
    expect(await rowOf(asked.id)).toMatchObject({ urgency: 2, alert: { what: 'unanswered' } });
    const missed = (await told(asked.id)).filter(({ kind }) => kind === 'check-in-unanswered');
    expect(missed).toMatchObject([{ staffOnly: true, body: { checkIn: 1, minutes: 16 } }]);
    expect((await answer(asked.id, ['none'])).body.checkIn).toMatchObject({ question: null, advice: null });
  });

  it('is told of to whom is not there, by what they gave to be told by, until it is answered', async () => {
    const { person } = await samir.ok<{ person: { id: string } }>('GET', '/api/me');
    const now = test.clock.now();
    const point = {
      id: randomUUID(),
      personId: person.id,
      channel: 'email',
      address: 'samir@example.se',
    } as const;
    await test.dataSource.manager.insert(ContactPoint, { ...point, createdAt: now, confirmedAt: now });
    try {
      const { id } = await askedAgain();
      const notices = () => test.dataSource.manager.findBy(Delivery, { caseId: id, event: 'unit-asks' });
      await until('it is sent', async () => (await notices())[0]?.state === 'sent');
      // As if it were held back.
      const later = new Date(test.clock.now().getTime() + 3_600_000);
      await test.dataSource.manager.update(
        Delivery,
        { caseId: id },
        { state: 'queued', notBefore: later, attempts: 1 },
      );
      await answer(id, ['none']);
      await until('it is dropped', async () => (await notices())[0]?.state === 'dropped');
      expect(await notices()).toMatchObject([{ why: 'overtaken' }]);
    } finally {
      await test.dataSource.manager.delete(ContactPoint, { id: point.id });
    }
  });

  it('is asked the next time too, when nobody answered before', async () => {
    const flows = await readFlows();
    const checkInsOf = (flowId: string) => flows.find((flow) => flow.id === flowId)?.checkIns ?? [];
    const [feverish] = checkInsOf('fever-child');
    const own = checkInsOf('shortness-of-breath');
    own.push({ afterMinutes: 120, questions: feverish?.questions.slice(0, 1) ?? [] });
    try {
      const asked = await askedAgain();
      await later(16);
      expect((await told(asked.id)).at(-1)).toMatchObject({
        kind: 'check-in-unanswered',
        body: { checkIn: 1 },
      });
      await later(80);
      expect((await told(asked.id)).at(-1)).toMatchObject({ kind: 'check-in-asked', body: { checkIn: 2 } });
      const { checkIn } = await seenBy(samir, asked.id);
      // What was not answered comes first.
      expect(checkIn).toMatchObject({ number: 2, question: { id: 'worse-while-waiting' } });
      await answer(asked.id, ['breath']);
      expect(await rowOf(asked.id)).toMatchObject({ urgency: 1 });
    } finally {
      own.pop();
    }
  });

  it('is not asked while somebody has the case', async () => {
    const { person } = await samir.ok<{ person: { id: string } }>('GET', '/api/me');
    const { id } = await samirWrites(samir, { patientId: person.id, patientAgeMonths: null });
    await anna.ok('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
    await later(31);
    expect((await seenBy(samir, id)).checkIn).toBeNull();
  });
});
