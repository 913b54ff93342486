import { randomUUID } from 'node:crypto';
import { AccessLogEntry } from '../src/access-log/access-log-entry.entity.js';
import { Consultation } from '../src/consultations/consultation.entity.js';
import { ConsultationSweeper } from '../src/consultations/consultation-sweeper.js';
import type {
  AttachmentRef,
  ColleagueUnit,
  ConsultationLists,
  ConsultationRecord,
  ConsultationRow,
  DeskCase,
  TimelineEntry,
} from '../src/contracts/index.js';
import type { TestApp } from './support/app.js';
import { ask, commissionOf, hearThreads, threadMessage, unitId } from './support/consultation.js';
import { Conversation } from './support/conversation.js';
import { hear, message } from './support/messages.js';
import { type Resident, StaffMember } from './support/people.js';
import { picture } from './support/pictures.js';
import { until } from './support/until.js';

let test: TestApp;
let other: TestApp;
let anna: StaffMember;
let samir: Resident;
let jonas: StaffMember;
let talk: Conversation;

beforeAll(async () => {
  talk = await Conversation.start();
  ({ test, other, anna, samir } = talk);
  jonas = await StaffMember.signedIn(test.origin, /Jonas/);
});
afterEach(() => talk.closeSockets());
afterAll(() => talk.end());

const listsOf = (who: StaffMember) => who.ok<ConsultationLists>('GET', '/api/desk/consultations');
const caseOf = (who: StaffMember, caseId: string) => who.call<DeskCase>('GET', `/api/desk/cases/${caseId}`);
const recordOf = (who: StaffMember, id: string) =>
  who.call<ConsultationRecord>('GET', `/api/desk/consultations/${id}`);
const end = (who: StaffMember, id: string) =>
  who.call('POST', `/api/desk/consultations/${id}/ending`, { id: randomUUID() });
const kindsOf = (entries: readonly TimelineEntry[]) => entries.map(({ kind }) => kind);
const found = async (who: StaffMember, id: string): Promise<ConsultationRow | undefined> =>
  (await listsOf(who)).toUs.find((each) => each.id === id);

async function writeIn(who: StaffMember, id: string, text: string) {
  const socket = await talk.open(who.socket());
  return socket.emitWithAck('consultation:send', threadMessage(id, text));
}

async function image(
  who: StaffMember,
  path: string,
): Promise<Awaited<ReturnType<typeof who.call<AttachmentRef>>>> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(await picture())]), 'bild.jpg');
  return who.call<AttachmentRef>('PUT', path, form);
}

describe('a consultation', () => {
  it('shows its case to the asked unit from the question until it ends, and its own part afterwards', async () => {
    const caseId = await talk.heldCase();
    const linnea = await StaffMember.signedIn(test.origin, /Linnea/);
    const sara = await StaffMember.signedIn(test.origin, /Sara/);
    expect((await caseOf(jonas, caseId)).status).toBe(404);

    const id = await ask(test, anna, caseId);
    for (const who of [jonas, linnea]) {
      const { status, body } = await caseOf(who, caseId);
      expect([status, body.relation, body.mine]).toEqual([200, 'consulted', false]);
      expect(body.may).toEqual(expect.arrayContaining(['see', 'take-over', 'write-in-consultation']));
      expect(body.may).not.toEqual(expect.arrayContaining(['close']));
      expect(body.consultations).toMatchObject([{ id, side: 'consulted', canWrite: true }]);
    }
    expect((await caseOf(sara, caseId)).status).toBe(404);
    expect((await recordOf(sara, id)).status).toBe(404);
    // The patient's words, answers and images come along; only acting does not.
    expect((await caseOf(jonas, caseId)).body.words).toBe('Ett prov');
    const closing = { id: randomUUID(), result: 'other', note: null };
    expect((await jonas.call('POST', `/api/desk/cases/${caseId}/closing`, closing)).status).toBe(403);
    const jonass = await talk.open(jonas.socket());
    expect(await jonass.emitWithAck('message:send', message(caseId, 'Hej'))).toMatchObject({ ok: false });
    expect(await jonass.emitWithAck('case:watch', { caseId, have: 0 })).toMatchObject({ ok: true });
    const lost = new Promise((resolve) => jonass.once('case:lost', resolve));

    expect((await end(jonas, id)).status).toBe(200);
    await lost;
    expect((await caseOf(jonas, caseId)).status).toBe(404);
    expect(await jonass.emitWithAck('case:watch', { caseId, have: 0 })).toMatchObject({ ok: false });
    expect((await recordOf(jonas, id)).body).toMatchObject({
      state: 'ended',
      seesCase: false,
      messages: [{ number: 1, body: { text: 'Ska han till barnakuten?' } }],
    });
    const lists = await listsOf(jonas);
    expect(lists.toUs.map((each) => each.id)).not.toContain(id);
    expect(lists.endedToday.map((each) => each.id)).toContain(id);
    const { body } = await caseOf(anna, caseId);
    expect(kindsOf(body.timeline).slice(-2)).toEqual(['consultation-asked', 'consultation-ended']);
    expect(await jonass.emitWithAck('consultation:send', threadMessage(id, 'En sak till'))).toMatchObject({
      ok: false,
      problem: { type: 'urn:slussen:problem:wrong-state' },
    });
  });

  it('writes each reading to the access log, with what the reader was to the case', async () => {
    const caseId = await talk.heldCase();
    const id = await ask(test, anna, caseId);
    for (const _ of [1, 2]) expect(await found(jonas, id)).toBeDefined();
    await caseOf(jonas, caseId);
    await recordOf(jonas, id);
    const logged = await test.dataSource.manager.find(AccessLogEntry, {
      where: { caseId },
      order: { id: 'ASC' },
    });
    const byJonas = logged.filter(({ staffName }) => staffName.startsWith('Jonas'));
    expect(byJonas.map(({ action }) => action)).toEqual(['list', 'case-as-consulted', 'consultation']);
    expect(
      logged.filter(({ staffName }) => staffName.startsWith('Anna')).map(({ action }) => action),
    ).toEqual(['case', 'case']);
  });

  it('is a thread that residents never hear of, though they are told of nothing missing', async () => {
    const caseId = await talk.heldCase();
    const samirs = await talk.open(samir.socket());
    const heard = hear(samirs);
    const threads = hearThreads(samirs);
    await samirs.emitWithAck('case:watch', { caseId, have: 0 });
    const id = await ask(test, anna, caseId);
    await writeIn(jonas, id, 'Hur är andningen?');
    const annas = await talk.open(anna.socket());
    await annas.emitWithAck('message:send', message(caseId, 'Strax'));
    await until('the message is heard', () => heard.some(({ kind }) => kind === 'message'));
    expect(kindsOf(heard)).toEqual(['message']);
    expect(threads).toEqual([]);
    const all = await samir.ok<TimelineEntry[]>('GET', `/api/cases/${caseId}/timeline?after=0`);
    expect(kindsOf(all).filter((kind) => kind.startsWith('consultation'))).toEqual([]);
    for (const event of ['consultation:watch', 'consultation:send'] as const) {
      const socket = samirs as unknown as { emitWithAck: (name: string, body: object) => Promise<unknown> };
      expect(await socket.emitWithAck(event, { ...threadMessage(id, 'x'), have: 0 })).toMatchObject({
        ok: false,
      });
    }
  });

  it('keeps the images of its thread from residents, and shows them to both sides', async () => {
    const caseId = await talk.heldCase();
    const id = await ask(test, anna, caseId);
    const attachmentId = randomUUID();
    const put = await image(jonas, `/api/desk/consultations/${id}/attachments/${attachmentId}`);
    expect(put.status).toBe(200);
    const jonass = await talk.open(jonas.socket());
    const sent = { ...threadMessage(id, 'Så här ser det ut'), attachmentIds: [attachmentId] };
    expect(await jonass.emitWithAck('consultation:send', sent)).toMatchObject({ ok: true });
    expect((await anna.call('GET', `/api/attachments/${attachmentId}`)).status).toBe(200);
    expect((await samir.call('GET', `/api/attachments/${attachmentId}`)).status).toBe(404);
    // Nor can it be passed on into the chat, or an image of the chat be claimed by the thread.
    const annas = await talk.open(anna.socket());
    const toChat = { ...message(caseId, 'x'), attachmentIds: [attachmentId] };
    expect(await annas.emitWithAck('message:send', toChat)).toMatchObject({ ok: false });
    const chatImage = randomUUID();
    await image(anna, `/api/desk/cases/${caseId}/attachments/${chatImage}`);
    const toThread = { ...threadMessage(id, 'x'), attachmentIds: [chatImage] };
    expect(await annas.emitWithAck('consultation:send', toThread)).toMatchObject({
      ok: false,
      problem: { errors: [{ field: 'attachmentIds' }] },
    });
    await end(jonas, id);
    expect((await jonas.call('GET', `/api/attachments/${attachmentId}`)).status).toBe(200);
  });

  it('lets several go on at once, each with its own thread and end', async () => {
    const caseId = await talk.heldCase();
    const first = await ask(test, anna, caseId);
    const second = await ask(test, anna, caseId, {
      unitId: await unitId(test, 'herrgardet'),
      competence: 'physician',
    });
    const third = await ask(test, anna, caseId, { competence: 'physician' });
    const karin = await StaffMember.signedIn(test.origin, /Karin/);
    expect(await found(karin, second)).toMatchObject({ to: { competence: 'physician' } });
    await writeIn(karin, second, 'Ta ett EKG');
    await end(anna, first);
    // The children's clinic is still asked by the third, and sees the case by it.
    expect((await caseOf(jonas, caseId)).body.relation).toBe('consulted');
    expect((await recordOf(jonas, second)).status).toBe(200); // it sees the case, and so what was asked about it
    await end(anna, third);
    expect((await caseOf(jonas, caseId)).status).toBe(404);
    expect((await recordOf(jonas, second)).status).toBe(404);
    const { body } = await caseOf(anna, caseId);
    expect(body.consultations.map(({ state }) => state)).toEqual(['ended', 'answered', 'ended']);
  });

  it('stands in the order of need at the asked unit, marked with whom it asks', async () => {
    const [calm, urgent] = [await talk.heldCase(), await talk.heldCase()];
    const lower = { id: randomUUID(), urgency: 4, reason: 'Lugnt' };
    await anna.ok('PUT', `/api/desk/cases/${calm}/urgency`, lower);
    const later = await ask(test, anna, calm);
    const sooner = await ask(test, anna, urgent);
    const ids = (await listsOf(jonas)).toUs.map((each) => each.id);
    expect(ids.indexOf(sooner)).toBeLessThan(ids.indexOf(later));
    const row = await found(jonas, sooner);
    // Half of a quarter of an hour.
    expect(Date.parse(row?.dueAt ?? '') - Date.parse(row?.askedAt ?? '')).toBe(7.5 * 60_000);
    expect(row).toMatchObject({
      unread: 1,
      urgency: 2,
      holder: { name: 'Anna Lindqvist' },
      side: 'consulted',
    });
    expect((await listsOf(anna)).ours.map((each) => each.id)).toEqual(
      expect.arrayContaining([sooner, later]),
    );
  });

  it('ends when staff no longer have the case, in the same moment', async () => {
    const caseId = await talk.heldCase();
    const id = await ask(test, anna, caseId);
    const closing = { id: randomUUID(), result: 'advice-given', note: null };
    const closed = await anna.ok<DeskCase>('POST', `/api/desk/cases/${caseId}/closing`, closing);
    expect(kindsOf(closed.timeline).slice(-2)).toEqual(['closed', 'consultation-ended']);
    expect((await recordOf(jonas, id)).body).toMatchObject({ state: 'ended', seesCase: false });
    await samir.ok('POST', `/api/cases/${caseId}/reopening`, { id: randomUUID(), text: 'En sak till' });
    expect((await caseOf(jonas, caseId)).status).toBe(404);
  });

  it('outlives a hand-back: the answer goes to whoever has the case next', async () => {
    const caseId = await talk.heldCase();
    const id = await ask(test, anna, caseId);
    await anna.ok('POST', `/api/desk/cases/${caseId}/hand-back`, { id: randomUUID(), reason: null });
    expect(await writeIn(jonas, id, 'Kom hit')).toMatchObject({ ok: true });
    const fatima = await StaffMember.signedIn(test.origin, /Fatima/);
    await fatima.ok('POST', `/api/desk/cases/${caseId}/claim`, { id: randomUUID() });
    const ours = (await listsOf(fatima)).ours.find((each) => each.id === id);
    expect(ours).toMatchObject({ state: 'answered', side: 'asker', lastFrom: 'Jonas Hedlund' });
    expect(await writeIn(fatima, id, 'Tack')).toMatchObject({ ok: true });
    expect(await writeIn(anna, id, 'Jag också')).toMatchObject({
      ok: false,
      problem: { type: 'urn:slussen:problem:not-allowed' },
    });
  });
});

describe('the thread of a consultation (P2)', () => {
  it('stores each message once and without gaps when both sides write at once and send all twice', async () => {
    const caseId = await talk.heldCase();
    const id = await ask(test, anna, caseId);
    const [annas, jonass] = [await talk.open(anna.socket()), await talk.open(jonas.socket())];
    const [annaHears, jonasHears] = [hearThreads(annas), hearThreads(jonass)];
    for (const socket of [annas, jonass]) {
      const answer = await socket.emitWithAck('consultation:watch', { consultationId: id, have: 0 });
      expect(answer.ok && answer.messages.map(({ number }) => number)).toEqual([1]);
    }
    const from = (who: string) =>
      Array.from({ length: 30 }, (_, index) => threadMessage(id, `${who} ${index}`));
    const [fromAnna, fromJonas] = [from('anna'), from('jonas')];
    const acknowledged = await Promise.all(
      [annas, jonass].flatMap((socket, side) =>
        (side ? fromJonas : fromAnna).flatMap((each) => [
          socket.emitWithAck('consultation:send', each),
          socket.emitWithAck('consultation:send', each),
        ]),
      ),
    );
    expect(acknowledged.filter(({ ok }) => !ok)).toEqual([]);
    await until('all are heard', () => annaHears.length >= 60 && jonasHears.length >= 60);
    for (const heard of [annaHears, jonasHears]) {
      expect(heard.map(({ number }) => number)).toEqual(heard.map((_, index) => index + 2));
      for (const [who, sent] of [['anna', fromAnna] as const, ['jonas', fromJonas] as const]) {
        const texts = heard.map(({ body }) => body.text).filter((text) => text.startsWith(who));
        expect(texts).toEqual(sent.map(({ text }) => text));
      }
    }
  });

  it('brings what came while one was away, also from another process', async () => {
    const caseId = await talk.heldCase();
    const id = await ask(test, anna, caseId);
    const here = await talk.open(anna.socket());
    const heard = hearThreads(here);
    await here.emitWithAck('consultation:watch', { consultationId: id, have: 0 });
    const jonasThere = await StaffMember.signedIn(other.origin, /Jonas/);
    const there = await talk.open(jonasThere.socket());
    for (const text of ['ett', 'två']) await there.emitWithAck('consultation:send', threadMessage(id, text));
    await until('both are heard here', () => heard.length === 2);
    expect(heard.map(({ number }) => number)).toEqual([2, 3]);
    here.close();
    await there.emitWithAck('consultation:send', threadMessage(id, 'tre'));
    const back = await talk.open(anna.socket());
    const answer = await back.emitWithAck('consultation:watch', { consultationId: id, have: 3 });
    expect(answer.ok && answer.messages.map(({ body }) => body.text)).toEqual(['tre']);
  });

  it('tells whose turn it is, what is unread, and tells the holder’s timeline of the answer', async () => {
    const caseId = await talk.heldCase();
    const id = await ask(test, anna, caseId);
    await writeIn(jonas, id, 'Hur många andetag?');
    const ours = async () => (await listsOf(anna)).ours.find((each) => each.id === id);
    expect(await ours()).toMatchObject({ state: 'answered', unread: 1 });
    const annas = await talk.open(anna.socket());
    await annas.emitWithAck('consultation:seen', { consultationId: id, number: 2 });
    expect(await ours()).toMatchObject({ unread: 0 });
    await writeIn(anna, id, '40');
    expect(await found(jonas, id)).toMatchObject({ state: 'asked' });
    await writeIn(jonas, id, 'Då räcker råd');
    const { body } = await caseOf(anna, caseId);
    const told = body.timeline.filter(({ kind }) => kind === 'consultation-answered');
    expect(told.map((entry) => (entry.body as { text: string }).text)).toEqual([
      'Hur många andetag?',
      'Då räcker råd',
    ]);
  });

  it('takes in nothing empty', async () => {
    const id = await ask(test, anna, await talk.heldCase());
    expect(await writeIn(jonas, id, ' \n ')).toMatchObject({
      ok: false,
      problem: { errors: [{ field: 'text' }] },
    });
  });
});

describe('the reminder', () => {
  it('is given once when the target has passed without an answer, though two processes look', async () => {
    const caseId = await talk.heldCase();
    const [late, answered] = [await ask(test, anna, caseId), await ask(test, anna, caseId)];
    await writeIn(jonas, answered, 'Ja');
    const sweep = () => Promise.all([test, other].map(({ app }) => app.get(ConsultationSweeper).sweep()));
    await sweep(); // whatever other tests have left
    const moved = new Date(test.clock.now().getTime() - 1_000);
    await test.dataSource.manager.update(Consultation, { id: late }, { dueAt: moved });
    await test.dataSource.manager.update(Consultation, { id: answered }, { dueAt: moved });
    const given = await sweep();
    expect(given.reduce((sum, each) => sum + each, 0)).toBe(1);
    await sweep();
    const { body } = await caseOf(anna, caseId);
    const reminders = body.timeline.filter(({ kind }) => kind === 'consultation-overdue');
    expect(reminders).toMatchObject([
      { actor: { kind: 'system' }, staffOnly: true, body: { consultationId: late } },
    ]);
    expect((await listsOf(anna)).ours.find(({ id }) => id === late)).toMatchObject({ reminded: true });
  });
});

describe('who can be asked', () => {
  const asking = async (more: object) => {
    const caseId = await talk.heldCase();
    const body = {
      id: randomUUID(),
      question: 'Vad tror du?',
      unitId: await unitId(test, 'barnmottagningen'),
      competence: 'child-nurse',
      commissionId: null,
      ...more,
    };
    return { caseId, ...(await anna.call('POST', `/api/desk/cases/${caseId}/consultations`, body)) };
  };
  const fieldOf = ({ problem }: Awaited<ReturnType<typeof asking>>) => problem.errors?.[0];

  it('is a colleague with an open desk, by name', async () => {
    const jonass = await talk.open(jonas.socket());
    await until('Jonas is on duty', async () => {
      const units = await anna.ok<ColleagueUnit[]>('GET', '/api/desk/colleagues');
      return units.some(({ onDuty }) => onDuty.some(({ name }) => name === 'Jonas Hedlund'));
    });
    const asked = await asking({ commissionId: commissionOf(jonas) });
    expect(asked.status).toBe(200);
    expect((await caseOf(anna, asked.caseId)).body.consultations).toMatchObject([
      { to: { colleague: { name: 'Jonas Hedlund', role: 'child-nurse', unit: 'Barnmottagningen' } } },
    ]);
    jonass.close();
  });

  it('is not someone off duty, unknown, oneself, or of another competence', async () => {
    const ulla = await StaffMember.signedIn(test.origin, /Ulla/);
    const kungsor = { unitId: await unitId(test, 'kungsor'), competence: 'administrator' };
    const offDuty = await asking({ ...kungsor, commissionId: commissionOf(ulla) });
    expect(fieldOf(offDuty)?.message).toMatch(/^has no desk open now; open now: .*Kungsörs vårdcentral/);
    expect(fieldOf(await asking({ commissionId: randomUUID() }))).toMatchObject({ field: 'commissionId' });
    const own = { unitId: await unitId(test, 'herrgardet'), competence: 'nurse' };
    const oneself = await asking({ ...own, commissionId: commissionOf(anna) });
    expect(fieldOf(oneself)?.message).toMatch(/^must be somebody else than you/);
    const wrongRole = await asking({ competence: 'physician', commissionId: commissionOf(jonas) });
    expect(fieldOf(wrongRole)).toMatchObject({ field: 'commissionId' });
  });

  it('is not a unit that lacks the competence or is closed: those that are open are named', async () => {
    const lacks = await asking({ competence: 'midwife' });
    expect([lacks.status, fieldOf(lacks)?.field]).toEqual([400, 'competence']);
    expect(fieldOf(lacks)?.message).toContain('open now: Herrgärdets vårdcentral');
    await test.dataSource.query(
      `UPDATE care_unit SET opening_hours = '{"week":[],"closedDates":[]}' WHERE slug = 'kungsor'`,
    );
    test.clock.forward({ minutes: 1 }); // what is known of units is kept for half a minute
    const closed = await asking({ unitId: await unitId(test, 'kungsor'), competence: 'nurse' });
    expect([closed.status, fieldOf(closed)?.field]).toEqual([400, 'unitId']);
    expect(fieldOf(closed)?.message).toMatch(/^is closed now; open now: .*1177/);
    expect((await caseOf(anna, closed.caseId)).body.consultations).toEqual([]);
  });

  it('is asked by who holds the case only, once for each id', async () => {
    const caseId = await talk.heldCase();
    const fatima = await StaffMember.signedIn(test.origin, /Fatima/);
    const body = {
      id: randomUUID(),
      question: 'Vad tror du?',
      unitId: await unitId(test, 'barnmottagningen'),
      competence: 'child-nurse',
      commissionId: null,
    };
    const path = `/api/desk/cases/${caseId}/consultations`;
    expect((await fatima.call('POST', path, body)).status).toBe(403);
    expect((await jonas.call('POST', path, body)).status).toBe(404);
    await Promise.all([anna.ok('POST', path, body), anna.ok('POST', path, body)]);
    expect((await caseOf(anna, caseId)).body.consultations).toHaveLength(1);
    const elsewhere = await anna.call('POST', `/api/desk/cases/${await talk.heldCase()}/consultations`, body);
    expect(elsewhere.status).toBe(409);
  });
});
