import { randomUUID } from 'node:crypto';
import type { BookableTime, ResidentCase, ResidentCaseRow } from '../src/contracts/index.js';
import { startTestApp, type TestApp, TUESDAY_EVENING } from './support/app.js';
import { Resident, StaffMember } from './support/people.js';
import { insertWaitingCase } from './support/waiting-case.js';

/** What Lisa answers beside "none of these": no accident, real pain for three weeks. */
const BACK_PAIN_WITHOUT_ALARM = {
  accident: 'none',
  pain: 5,
  duration: { amount: 3, unit: 'weeks' as const },
};

/** The routes of booking, from outside: example A of the directive, and what is refused. */
describe('booking over HTTP', () => {
  let test: TestApp;
  let lisa: Resident;
  let caseId: string;
  let times: BookableTime[];

  beforeAll(async () => {
    test = await startTestApp({ now: TUESDAY_EVENING });
    lisa = await Resident.signedIn(test.origin, /Lisa.*35/);
    const started = await lisa.start('Ont i ryggen sedan tre veckor');
    caseId = started.id;
    await lisa.answer(caseId, 'back-pain', BACK_PAIN_WITHOUT_ALARM);
    times = await lisa.ok<BookableTime[]>('GET', `/api/cases/${caseId}/times`);
  });

  afterAll(() => test.close());

  it('Lisa, on a Tuesday at 19.20, may book a physiotherapist at Herrgärdet', async () => {
    const seen = await lisa.ok<ResidentCase>('GET', `/api/cases/${caseId}`);
    expect(seen).toMatchObject({
      state: 'to-book',
      ticket: { kind: 'physiotherapist-visit', unit: { slug: 'herrgardet' } },
    });
    expect(times[0]).toMatchObject({ kind: 'physiotherapist-visit', unit: { slug: 'herrgardet' } });
    expect(times[0]?.startsAt.slice(0, 10)).toBe('2026-11-25');
  });

  it.each<[string, string, string, unknown, number, string]>([
    ['no id', 'POST', 'booking', { timeId: randomUUID() }, 400, 'id'],
    ['an id that is none', 'POST', 'booking', { id: 1, timeId: randomUUID() }, 400, 'id'],
    ['a time id that is none', 'POST', 'booking', { id: randomUUID(), timeId: 'soon' }, 400, 'timeId'],
    [
      'an unknown field',
      'POST',
      'booking',
      { id: randomUUID(), timeId: randomUUID(), kind: 'x' },
      400,
      'kind',
    ],
    [
      'a time that is not there',
      'POST',
      'booking',
      { id: randomUUID(), timeId: randomUUID() },
      404,
      'timeId',
    ],
    ['a move to no time', 'PUT', 'booking', {}, 400, 'timeId'],
  ])('names the field: %s', async (_name, method, path, body, status, field) => {
    const { problem } = await lisa.call(method, `/api/cases/${caseId}/${path}`, body);
    expect(problem.status).toBe(status);
    expect(problem.errors?.map((error) => error.field)).toContain(field);
  });

  it('has no booking to move, cancel or take into the calendar yet', async () => {
    const answers = [
      await lisa.call('PUT', `/api/cases/${caseId}/booking`, { timeId: times[0]?.id }),
      await lisa.call('DELETE', `/api/cases/${caseId}/booking`),
      await lisa.call('GET', `/api/cases/${caseId}/booking.ics`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it('books once however often it is sent, moves, gives the calendar file, and cancels', async () => {
    const body = { id: randomUUID(), timeId: times[0]?.id };
    const path = `/api/cases/${caseId}/booking`;
    const answers = await Promise.all([1, 2, 3].map(() => lisa.ok<ResidentCase>('POST', path, body)));
    expect(answers.map(({ state, booking }) => [state, booking?.id, booking?.timeId])).toEqual(
      answers.map(() => ['booked', body.id, body.timeId]),
    );
    const moved = await lisa.ok<ResidentCase>('PUT', path, { timeId: times[1]?.id });
    expect(moved.booking).toMatchObject({
      id: body.id,
      timeId: times[1]?.id,
      performerName: times[1]?.performerName,
    });
    const file = await fetch(`${test.origin}${path}.ics`, {
      headers: { authorization: `Bearer ${lisa.token}` },
    });
    expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await file.text()).toContain(`UID:${body.id}\r\n`);
    const cancelled = await lisa.ok<ResidentCase>('DELETE', path);
    expect([cancelled.state, cancelled.booking?.cancelled]).toEqual(['to-book', true]);
  });

  it('is closed to visitors and to other residents', async () => {
    const visitor = await Resident.visit(test.origin);
    const samir = await Resident.signedIn(test.origin, /Samir/);
    expect((await visitor.call('GET', `/api/cases/${caseId}/times`)).status).toBe(401);
    expect((await samir.call('GET', `/api/cases/${caseId}/times`)).status).toBe(404);
    const body = { id: randomUUID(), timeId: times[0]?.id };
    expect((await samir.call('POST', `/api/cases/${caseId}/booking`, body)).status).toBe(404);
  });

  it('tells the desk what would be right', async () => {
    const anna = await StaffMember.signedIn(test.origin, /Anna/);
    const unitId = randomUUID();
    const wrong = await anna.call('GET', `/api/desk/times?unitId=here&kind=chat`);
    expect(wrong.problem.errors?.map(({ field }) => field)).toEqual(['unitId', 'kind']);
    expect((await anna.call('GET', `/api/desk/times?unitId=${unitId}&kind=nurse-visit`)).status).toBe(403);
    const ticket = { id: randomUUID(), kind: 'nurse-visit', unitId: 'here' };
    const tickets = await anna.call('POST', `/api/desk/cases/${caseId}/tickets`, ticket);
    expect(tickets.problem.errors).toEqual([{ field: 'unitId', message: 'must be the id of a unit' }]);
    const strange = await anna.call('DELETE', `/api/desk/cases/${caseId}/bookings/first`);
    expect(strange.problem.errors?.map(({ field }) => field)).toEqual(['bookingId']);
  });

  it('each time that a nurse booked is moved and cancelled by itself, also in a case that is closed', async () => {
    const samir = await Resident.signedIn(test.origin, /Samir/);
    const anna = await StaffMember.signedIn(test.origin, /Anna/);
    const { id } = await insertWaitingCase(test.dataSource, { urgency: 4, since: test.clock.now() });
    await anna.ok('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
    const visit = await bookForPatient(anna, id, 'physician-visit');
    const sampling = await bookForPatient(anna, id, 'nurse-visit');
    const closing = { id: randomUUID(), result: 'booked', note: null };
    await anna.ok('POST', `/api/desk/cases/${id}/closing`, closing);

    const rows = await samir.ok<ResidentCaseRow[]>('GET', '/api/cases');
    const row = rows.find((each) => each.id === id);
    expect(row?.bookings.map((each) => [each.id, each.bookedBy])).toEqual(
      expect.arrayContaining([
        [visit, 'staff'],
        [sampling, 'staff'],
      ]),
    );
    const path = `/api/cases/${id}/booking`;
    const free = await samir.ok<BookableTime[]>('GET', `/api/cases/${id}/times?bookingId=${visit}`);
    expect(new Set(free.map(({ kind }) => kind))).toEqual(new Set(['physician-visit']));
    const moved = await samir.ok<ResidentCase>('PUT', path, { timeId: free[1]?.id, bookingId: visit });
    expect(moved.state).toBe('closed');
    expect(moved.bookings.find((each) => each.id === visit)?.timeId).toBe(free[1]?.id);
    const file = await samir.call<Buffer>('GET', `${path}.ics?bookingId=${visit}`);
    expect(String(file.body)).toContain(`UID:${visit}`);
    const cancelled = await samir.ok<ResidentCase>('DELETE', `${path}?bookingId=${sampling}`);
    expect(cancelled.bookings.map((each) => each.id)).toEqual([visit]);
    expect(cancelled.state).toBe('closed');

    const other = `/api/cases/${caseId}/booking?bookingId=${visit}`;
    expect((await lisa.call('DELETE', other)).status).toBe(404);
    expect((await samir.call('DELETE', `${path}?bookingId=x`)).problem.errors?.[0]?.field).toBe('bookingId');
    test.clock.forward({ hours: 24 * 30 });
    const late = await Resident.signedIn(test.origin, /Samir/);
    expect((await late.call('DELETE', `${path}?bookingId=${visit}`)).problem.type).toMatch(/conflict$/);
    const [past] = await late.ok<ResidentCaseRow[]>('GET', '/api/cases');
    expect(past?.bookings).toEqual([]);
  });

  /** @returns the id of the booking */
  async function bookForPatient(anna: StaffMember, id: string, kind: string): Promise<string> {
    const [unit] = await test.dataSource.query(`SELECT id FROM care_unit WHERE slug = 'herrgardet'`);
    const free = await anna.ok<BookableTime[]>('GET', `/api/desk/times?unitId=${unit.id}&kind=${kind}`);
    const body = { id: randomUUID(), timeId: free[0]?.id };
    await anna.ok('POST', `/api/desk/cases/${id}/bookings`, body);
    return body.id;
  }
});
