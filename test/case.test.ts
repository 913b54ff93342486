import { randomUUID } from 'node:crypto';
import type { BookableTime, DeskCase, QueueView, ResidentCase } from '../src/contracts/index.js';
import { startTestApp, type TestApp } from './support/app.js';
import { Resident, StaffMember } from './support/people.js';
import { samirWrites } from './support/samir.js';
import { until } from './support/until.js';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

describe("Samir's case, from the first word to the rating", () => {
  it('goes to the queue of his own clinic at urgency 2, is answered, booked, closed, rated and reopened', async () => {
    const samir = await Resident.visit(test.origin);
    const nameless = await samirWrites(samir);
    expect(nameless.state).toBe('identifying');
    expect(nameless.triage?.result).toMatchObject({ outcome: 'chat', urgency: 2, competence: 'nurse' });

    const { person } = await samir.signIn(/Samir/);
    const waiting = await samir.ok<ResidentCase>('PUT', `/api/cases/${nameless.id}/patient`, {
      patientId: person?.id,
    });
    expect(waiting).toMatchObject({
      state: 'waiting',
      canWrite: true,
      words: 'Jag blir mer och mer andfådd',
    });
    expect(waiting.place?.unit.slug).toBe('herrgardet');

    const anna = await StaffMember.signedIn(test.origin, /Anna/);
    const queue = await anna.ok<QueueView>('GET', '/api/desk/queue?scope=queue');
    expect(queue.rows.map(({ caseId, urgency }) => ({ caseId, urgency }))).toEqual([
      { caseId: waiting.id, urgency: 2 },
    ]);
    expect(await anna.next()).toBe(waiting.id);

    const [samirsSocket, annasSocket] = [await samir.socket(), await anna.socket()];
    const heard: string[] = [];
    samirsSocket.on('timeline:entries', ({ entries }) => {
      for (const entry of entries) if (entry.kind === 'message') heard.push(entry.body.text);
    });
    await samirsSocket.emitWithAck('case:watch', { caseId: waiting.id, have: waiting.lastNumber });
    await annasSocket.emitWithAck('case:watch', { caseId: waiting.id, have: 0 });
    const message = {
      caseId: waiting.id,
      id: randomUUID(),
      text: 'Hur länge har det varit så?',
      attachmentIds: [],
    };
    const [first, again] = await Promise.all([
      annasSocket.emitWithAck('message:send', message),
      annasSocket.emitWithAck('message:send', message),
    ]);
    expect(first).toMatchObject({ ok: true });
    expect(again).toMatchObject({ ok: true, number: first.ok ? first.number : 0 });
    const answer = {
      caseId: waiting.id,
      id: randomUUID(),
      text: 'Ett par veckor. Jag har gått upp i vikt.',
      attachmentIds: [],
    };
    expect(await samirsSocket.emitWithAck('message:send', answer)).toMatchObject({ ok: true });
    await until('both messages heard', () => heard.length >= 2);
    expect(heard).toEqual([message.text, answer.text]);

    const units = await anna.ok<{ id: string; slug: string }[]>('GET', '/api/desk/units');
    const home = units.find(({ slug }) => slug === 'herrgardet');
    const times = await anna.ok<BookableTime[]>(
      'GET',
      `/api/desk/times?unitId=${home?.id}&kind=physician-same-day`,
    );
    const booked = await anna.ok<DeskCase>('POST', `/api/desk/cases/${waiting.id}/bookings`, {
      id: randomUUID(),
      timeId: times[0]?.id,
    });
    expect(booked.bookings).toMatchObject([{ kind: 'physician-same-day', cancelled: false }]);

    const closed = await anna.ok<DeskCase>('POST', `/api/desk/cases/${waiting.id}/closing`, {
      id: randomUUID(),
      result: 'booked',
      note: 'Läkartid i dag',
    });
    expect(closed).toMatchObject({ state: 'closed', closedAs: 'booked' });
    const late = await samirsSocket.emitWithAck('message:send', { ...answer, id: randomUUID() });
    expect(late).toMatchObject({ ok: false, problem: { type: 'urn:slussen:problem:wrong-state' } });

    const rated = await samir.ok<ResidentCase>('PUT', `/api/cases/${waiting.id}/rating`, {
      score: 5,
      words: 'Tack',
    });
    expect(rated.rating).toEqual({ score: 5, words: 'Tack' });
    expect(rated.reopenUntil).not.toBeNull();
    const reopened = await samir.ok<ResidentCase>('POST', `/api/cases/${waiting.id}/reopening`, {
      id: randomUUID(),
      text: 'Jag glömde en sak.',
    });
    expect(reopened).toMatchObject({ state: 'waiting', canWrite: true });
    const again2 = await anna.ok<DeskCase>('GET', `/api/desk/cases/${waiting.id}`);
    expect(again2.firstAnswerAt).toBe(closed.firstAnswerAt);
    const log = await samir.ok<{ who: string }[]>('GET', '/api/me/access-log');
    expect(log[0]?.who).toMatch(/Anna/);
    samirsSocket.close();
    annasSocket.close();
  });
});
