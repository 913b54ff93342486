import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { AccessLogEntry } from '../src/access-log/access-log-entry.entity.js';
import { StoredTimelineEntry } from '../src/cases/timeline-entry.entity.js';
import type {
  BookableTime,
  ConsultationRecord,
  DeskCase,
  ResidentCase,
  TimelineEntry,
} from '../src/contracts/index.js';
import type { TestApp } from './support/app.js';
import { ask, commissionOf, takeOver, threadMessage, unitId } from './support/consultation.js';
import { Conversation } from './support/conversation.js';
import { hear, message, texts } from './support/messages.js';
import { expectEveryCaseOwned } from './support/owners.js';
import { type ApiSocket, type Resident, StaffMember } from './support/people.js';
import { until } from './support/until.js';

let test: TestApp;
let other: TestApp;
let anna: StaffMember;
let samir: Resident;
let jonas: StaffMember;
let linnea: StaffMember;
let talk: Conversation;

beforeAll(async () => {
  talk = await Conversation.start();
  ({ test, other, anna, samir } = talk);
  jonas = await StaffMember.signedIn(test.origin, /Jonas/);
  linnea = await StaffMember.signedIn(test.origin, /Linnea/);
});
afterEach(async () => {
  talk.closeSockets();
  await expectEveryCaseOwned(test);
});
afterAll(() => talk.end());

const caseOf = (who: StaffMember, caseId: string) => who.call<DeskCase>('GET', `/api/desk/cases/${caseId}`);
const kindsOf = (entries: readonly TimelineEntry[]) => entries.map(({ kind }) => kind);

async function watching(opening: Promise<ApiSocket>, caseId: string) {
  const socket = await talk.open(opening);
  const heard = hear(socket);
  const lost: string[] = [];
  socket.on('case:lost', (event) => lost.push(event.caseId));
  expect(await socket.emitWithAck('case:watch', { caseId, have: 0 })).toMatchObject({ ok: true });
  return { socket, heard, lost };
}

describe('taking over', () => {
  it('makes the case theirs with all that is in it, and tells the resident who helps now', async () => {
    const caseId = await talk.heldCase();
    const annas = await talk.open(anna.socket());
    await annas.emitWithAck('message:send', message(caseId, 'Hej Samir'));
    await anna.ok('POST', `/api/desk/cases/${caseId}/notes`, { id: randomUUID(), text: 'Osäker' });
    const consultationId = await ask(test, anna, caseId);
    const samirs = await watching(samir.socket(), caseId);

    const { status, body } = await takeOver(jonas, consultationId, anna);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'held',
      mine: true,
      relation: 'holder',
      competence: 'child-nurse',
      unit: { slug: 'barnmottagningen' },
      words: 'Ett prov',
      consultations: [{ id: consultationId, state: 'taken-over' }],
    });
    expect(kindsOf(body.timeline)).toEqual([
      'claimed',
      'message',
      'note',
      'consultation-asked',
      'taken-over',
    ]);
    await until('Samir hears of it', () => samirs.heard.some(({ kind }) => kind === 'taken-over'));
    const told = samirs.heard.find(
      (entry): entry is TimelineEntry<'taken-over'> => entry.kind === 'taken-over',
    );
    expect(told?.body).toMatchObject({
      from: { name: 'Anna Lindqvist', role: 'nurse', unit: 'Herrgärdets vårdcentral' },
      to: { name: 'Jonas Hedlund', role: 'child-nurse', unit: 'Barnmottagningen' },
    });
    const seen = await samir.ok<ResidentCase>('GET', `/api/cases/${caseId}`);
    expect(seen).toMatchObject({
      holder: { name: 'Jonas Hedlund' },
      place: { unit: { slug: 'barnmottagningen' }, why: { sv: expect.stringContaining('tagit över') } },
    });
    // The chat goes on, both ways.
    const jonass = await talk.open(jonas.socket());
    expect(await jonass.emitWithAck('message:send', message(caseId, 'Nu är det jag'))).toMatchObject({
      ok: true,
    });
    expect(await samirs.socket.emitWithAck('message:send', message(caseId, 'Tack'))).toMatchObject({
      ok: true,
    });
  });

  it('cuts the former holder’s feed in the same moment, here and in another process (P8)', async () => {
    const caseId = await talk.heldCase();
    const consultationId = await ask(test, anna, caseId);
    const annaThere = await StaffMember.signedIn(other.origin, /Anna/);
    const feeds = [await watching(anna.socket(), caseId), await watching(annaThere.socket(), caseId)];
    const samirs = await talk.open(samir.socket());
    // What is written right behind it must reach nobody who has lost the case.
    const [taken] = await Promise.all([
      takeOver(jonas, consultationId, anna),
      ...Array.from({ length: 20 }, (_, index) =>
        samirs.emitWithAck('message:send', message(caseId, `under tiden ${index}`)),
      ),
    ]);
    expect(taken.status).toBe(200);
    const after = await samirs.emitWithAck('message:send', message(caseId, 'efteråt'));
    expect(after).toMatchObject({ ok: true });
    await until('both have lost it', () => feeds.every(({ lost }) => lost.includes(caseId)));
    const [row] = await test.dataSource.manager.find(StoredTimelineEntry, {
      where: { caseId, kind: 'taken-over' },
    });
    for (const { socket, heard } of feeds) {
      await socket.emitWithAck('case:leave', { caseId }); // all that was on its way is here
      expect(heard.filter(({ number }) => number >= (row?.number ?? 0))).toEqual([]);
      const answers = await Promise.all([
        socket.emitWithAck('case:watch', { caseId, have: 0 }),
        socket.emitWithAck('message:send', message(caseId, 'Jag också')),
        socket.emitWithAck('message:seen', { caseId, number: 1 }),
        socket.emitWithAck('typing', { caseId, typing: true }),
      ]);
      expect(answers.map(({ ok }) => ok)).toEqual([false, false, false, false]);
    }
  });

  it('loses and doubles nothing that the resident writes meanwhile: it goes to the new holder', async () => {
    const caseId = await talk.heldCase();
    const consultationId = await ask(test, anna, caseId);
    const there = await StaffMember.signedIn(other.origin, /Jonas/);
    const jonass = await watching(there.socket(), caseId);
    const samirs = await watching(samir.socket(), caseId);
    const sent = Array.from({ length: 60 }, (_, index) => message(caseId, `samir ${index}`));
    const answers: { ok: boolean }[] = [];
    for (const [index, each] of sent.entries()) {
      if (index === 20) void takeOver(jonas, consultationId, anna);
      answers.push(await samirs.socket.emitWithAck('message:send', each));
    }
    expect(answers.every(({ ok }) => ok)).toBe(true);
    await until('Jonas has them all', () => texts(jonass.heard).length >= 60);
    expect(texts(jonass.heard)).toEqual(sent.map(({ text }) => text));
    const numbers = jonass.heard.map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
    expect(kindsOf(jonass.heard)).toContain('taken-over');
    const { body } = await caseOf(jonas, caseId);
    expect(texts(body.timeline)).toEqual(sent.map(({ text }) => text));
  });

  it('is won by one of two colleagues who do it at once; the other is told who has the case', async () => {
    for (let round = 0; round < 5; round += 1) {
      const caseId = await talk.heldCase();
      const first = await ask(test, anna, caseId);
      const second = await ask(test, anna, caseId, {
        unitId: await unitId(test, 'herrgardet'),
        competence: 'physician',
      });
      const karin = await StaffMember.signedIn(other.origin, /Karin/);
      const rivals = round % 2 ? [jonas, linnea] : [jonas, karin];
      const answers = await Promise.all(
        rivals.map((who) => takeOver(who, who === karin ? second : first, anna)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const winner = answers.find(({ status }) => status === 200)?.body.holder?.name ?? '';
      const problem = answers.find(({ status }) => status === 409)?.problem;
      expect(problem?.type).toBe('urn:slussen:problem:conflict');
      expect(problem?.detail).toContain(`${winner}, `);
      const entries = await test.dataSource.manager.findBy(StoredTimelineEntry, {
        caseId,
        kind: 'taken-over',
      });
      expect(entries).toHaveLength(1);
    }
  });

  it('asked for twice with the same id is done once', async () => {
    const caseId = await talk.heldCase();
    const consultationId = await ask(test, anna, caseId);
    const id = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => takeOver(jonas, consultationId, anna, id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(kindsOf(answers[0]?.body.timeline ?? []).filter((kind) => kind === 'taken-over')).toHaveLength(1);
  });

  it('is not open to others than the asked unit, nor to the holder, nor after the end', async () => {
    const caseId = await talk.heldCase();
    const consultationId = await ask(test, anna, caseId);
    const sara = await StaffMember.signedIn(test.origin, /Sara/);
    const fatima = await StaffMember.signedIn(test.origin, /Fatima/);
    expect((await takeOver(sara, consultationId, anna)).status).toBe(404);
    expect((await takeOver(fatima, consultationId, anna)).status).toBe(403);
    expect((await takeOver(anna, consultationId, anna)).problem.type).toContain('wrong-state');
    await jonas.ok('POST', `/api/desk/consultations/${consultationId}/ending`, { id: randomUUID() });
    const ended = await takeOver(jonas, consultationId, anna);
    expect([ended.status, ended.problem.type]).toEqual([409, 'urn:slussen:problem:wrong-state']);
    expect((await caseOf(anna, caseId)).body).toMatchObject({ mine: true });
  });

  it('works also when the holder has gone, and the case lies in its queue', async () => {
    const caseId = await talk.heldCase();
    const consultationId = await ask(test, anna, caseId);
    await anna.ok('POST', `/api/desk/cases/${caseId}/hand-back`, { id: randomUUID(), reason: null });
    expect((await takeOver(jonas, consultationId, anna)).problem.detail).toContain('lies in its queue');
    const { status, body } = await takeOver(jonas, consultationId, null);
    expect([status, body.mine]).toEqual([200, true]);
    // The whole queue has lost it, and so has the one who had it before.
    expect((await caseOf(anna, caseId)).status).toBe(404);
  });

  it('lets other consultations go on with the new holder, but nobody is asked oneself', async () => {
    const caseId = await talk.heldCase();
    const jonass = await talk.open(jonas.socket());
    const first = await ask(test, anna, caseId);
    const toKarin = await ask(test, anna, caseId, {
      unitId: await unitId(test, 'herrgardet'),
      competence: 'physician',
    });
    const toJonas = await ask(test, anna, caseId, { commissionId: commissionOf(jonas) });
    const { body } = await takeOver(jonas, first, anna);
    const states = new Map(body.consultations.map(({ id, state }) => [id, state]));
    expect([first, toKarin, toJonas].map((id) => states.get(id))).toEqual(['taken-over', 'asked', 'ended']);
    expect(kindsOf(body.timeline).slice(-2)).toEqual(['taken-over', 'consultation-ended']);
    // The physician at the clinic that lost the case is still asked, and sees it by that; Anna by it too.
    const karin = await StaffMember.signedIn(test.origin, /Karin/);
    expect((await caseOf(karin, caseId)).body.relation).toBe('consulted');
    const karins = await talk.open(karin.socket());
    expect(await karins.emitWithAck('consultation:send', threadMessage(toKarin, 'Ja'))).toMatchObject({
      ok: true,
    });
    expect(await jonass.emitWithAck('consultation:send', threadMessage(toKarin, 'Tack'))).toMatchObject({
      ok: true,
    });
  });

  it('leaves the former holder what they knew, to read until midnight, and no more', async () => {
    const caseId = await talk.heldCase();
    const annas = await talk.open(anna.socket());
    await annas.emitWithAck('message:send', message(caseId, 'Hej Samir'));
    const consultationId = await ask(test, anna, caseId);
    const { body: before } = await caseOf(anna, caseId);
    await takeOver(jonas, consultationId, anna);
    const samirs = await talk.open(samir.socket());
    await samirs.emitWithAck('message:send', message(caseId, 'bara för Jonas'));
    // What becomes of it there is not theirs to follow.
    await jonas.ok('PUT', `/api/desk/cases/${caseId}/urgency`, {
      id: randomUUID(),
      urgency: 4,
      reason: 'Kan vänta',
    });
    await samirs.emitWithAck('message:seen', { caseId, number: 2 });
    await jonas.ok('POST', `/api/desk/cases/${caseId}/hand-back`, { id: randomUUID(), reason: null });
    const fatima = await StaffMember.signedIn(test.origin, /Fatima/);

    const past = await caseOf(anna, caseId);
    expect(past.body).toMatchObject({
      relation: 'former',
      mine: false,
      state: 'held',
      urgency: before.urgency,
      dueAt: before.dueAt,
      seenByResident: before.seenByResident,
      holder: { name: 'Jonas Hedlund' },
      consultations: [],
    });
    const midnight = DateTime.fromJSDate(test.clock.now(), { zone: 'Europe/Stockholm' }).endOf('day');
    expect(Date.parse(past.body.readableUntil ?? '')).toBe(midnight.toMillis() + 1);
    expect(texts(past.body.timeline)).toEqual(['Hej Samir']);
    expect(kindsOf(past.body.timeline).at(-1)).toBe('taken-over');
    expect(JSON.stringify(past.body)).not.toContain('bara för Jonas');
    expect((await caseOf(fatima, caseId)).status).toBe(404);
    const note = { id: randomUUID(), text: 'En sak till' };
    expect((await anna.call('POST', `/api/desk/cases/${caseId}/notes`, note)).status).toBe(404);
    // What was said in the consultation was hers, and went with the case.
    const record = await anna.call<ConsultationRecord>('GET', `/api/desk/consultations/${consultationId}`);
    expect(record.status).toBe(404);
    const logged = await test.dataSource.manager.find(AccessLogEntry, {
      where: { caseId },
      order: { id: 'DESC' },
      take: 1,
    });
    expect(logged).toMatchObject([{ action: 'case-as-former-holder', staffName: 'Anna Lindqvist' }]);
  });

  it('goes on as any case: the new holder books at another unit, gives tickets, and closes', async () => {
    const caseId = await talk.heldCase();
    await takeOver(jonas, await ask(test, anna, caseId), anna);
    const herrgardet = await unitId(test, 'herrgardet');
    const times = await jonas.ok<BookableTime[]>(
      'GET',
      `/api/desk/times?unitId=${herrgardet}&kind=physician-visit`,
    );
    const booking = { id: randomUUID(), timeId: times[0]?.id };
    const booked = await jonas.ok<DeskCase>('POST', `/api/desk/cases/${caseId}/bookings`, booking);
    expect(booked.bookings).toMatchObject([{ id: booking.id, unit: { slug: 'herrgardet' } }]);
    const ticket = { id: randomUUID(), kind: 'nurse-visit', unitId: herrgardet };
    const given = await jonas.ok<DeskCase>('POST', `/api/desk/cases/${caseId}/tickets`, ticket);
    expect(given.state).toBe('to-book');

    const second = await talk.heldCase();
    await takeOver(jonas, await ask(test, anna, second), anna);
    const closing = { id: randomUUID(), result: 'advice-given', note: null };
    expect(await jonas.ok('POST', `/api/desk/cases/${second}/closing`, closing)).toMatchObject({
      state: 'closed',
    });
  });

  it('is over at midnight: then the former holder reads nothing of it any more', async () => {
    const caseId = await talk.heldCase();
    await takeOver(jonas, await ask(test, anna, caseId), anna);
    expect((await caseOf(anna, caseId)).status).toBe(200);
    test.clock.set('2026-11-25T00:00');
    const morning = await StaffMember.signedIn(test.origin, /Anna/);
    expect((await caseOf(morning, caseId)).status).toBe(404);
  });
});
