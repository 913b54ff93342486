import { randomUUID } from 'node:crypto';
import { BookingRow } from '../src/booking/booking.entity.js';
import type { BookableTime, OpeningHours, UnitHours, VisitsOutside } from '../src/contracts/index.js';
import { startTestApp, type TestApp, TUESDAY_EVENING } from './support/app.js';
import { unitId } from './support/consultation.js';
import { Resident, StaffMember } from './support/people.js';

/** What managers are told of booked visits before they change the hours of their unit. */
describe('hours that leave booked visits outside', () => {
  let test: TestApp;
  let monica: StaffMember;
  let hours: OpeningHours;
  let path: string;
  let booked: BookableTime;

  beforeAll(async () => {
    test = await startTestApp({ now: TUESDAY_EVENING });
    const lisa = await Resident.signedIn(test.origin, /Lisa.*35/);
    const { id } = await lisa.start('Ont i ryggen sedan tre veckor');
    await lisa.answer(id, 'back-pain', {
      accident: 'none',
      pain: 5,
      duration: { amount: 3, unit: 'weeks' },
    });
    const times = await lisa.ok<BookableTime[]>('GET', `/api/cases/${id}/times`);
    booked = times[0] as BookableTime;
    await lisa.ok('POST', `/api/cases/${id}/booking`, { id: randomUUID(), timeId: booked.id });
    monica = await StaffMember.signedIn(test.origin, /Monica Wallin/);
    path = `/api/desk/units/${await unitId(test, 'herrgardet')}/hours`;
    ({ hours } = await monica.ok<UnitHours>('GET', path));
  });
  afterAll(() => test.close());

  const outside = (proposed: unknown) =>
    monica.ok<VisitsOutside>('POST', `${path}/visits`, { hours: proposed });
  const reason = { sv: 'Strömavbrott', en: 'Power cut' };

  it('tells when, what and with whom, and not whose', async () => {
    const closed = { ...hours, closings: [{ from: booked.startsAt, to: booked.endsAt, reason }] };
    const { kind, performerName, startsAt, endsAt } = booked;
    expect(await outside(closed)).toEqual({
      total: 1,
      visits: [{ kind, performerName, startsAt, endsAt }],
    });
    expect(await outside({ ...hours, closedDates: [startsAt.slice(0, 10)] })).toMatchObject({ total: 1 });
    expect(await outside({ ...hours, week: [] })).toMatchObject({ total: 1 });
  });

  it('tells of none where the visit still fits, or the time is another unit’s', async () => {
    expect(await outside(hours)).toEqual({ total: 0, visits: [] });
    const after = [{ from: booked.endsAt, to: '2026-12-24T12:00:00+01:00', reason }];
    expect(await outside({ ...hours, closings: after })).toEqual({ total: 0, visits: [] });
    const gunilla = await StaffMember.signedIn(test.origin, /Gunilla Sandström/);
    const elsewhere = `/api/desk/units/${await unitId(test, 'kungsor')}/hours`;
    expect(
      await gunilla.ok<VisitsOutside>('POST', `${elsewhere}/visits`, { hours: { ...hours, week: [] } }),
    ).toEqual({ total: 0, visits: [] });
  });

  it('tells the fault at its field, and only who manages the unit', async () => {
    const wrong = await monica.call('POST', `${path}/visits`, { hours: { ...hours, closedDates: ['soon'] } });
    expect(wrong.status).toBe(400);
    expect(wrong.problem.errors?.[0]?.field).toBe('hours.closedDates.0');
    const other = `/api/desk/units/${await unitId(test, 'kungsor')}/hours/visits`;
    expect((await monica.call('POST', other, { hours })).status).toBe(403);
    const nowhere = `/api/desk/units/${randomUUID()}/hours/visits`;
    expect((await monica.call('POST', nowhere, { hours })).status).toBe(404);
  });

  it('cancels nothing when they are saved, and is not told again of what is outside already', async () => {
    const { revision } = await monica.ok<UnitHours>('GET', path);
    const closed = { ...hours, closings: [{ from: booked.startsAt, to: booked.endsAt, reason }] };
    await monica.ok('PUT', path, { hours: closed, revision });
    const [row] = await test.dataSource.manager.find(BookingRow, { where: { timeId: booked.id } });
    expect(row?.cancelledAt).toBeNull();
    expect(await outside({ ...closed, closedDates: ['2027-08-16'] })).toEqual({ total: 0, visits: [] });
  });
});
