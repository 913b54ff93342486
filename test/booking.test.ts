import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { BookingRow, BookingTicket } from '../src/booking/booking.entity.js';
import { Bookings } from '../src/booking/booking.service.js';
import { DeskBookings } from '../src/booking/desk-booking.service.js';
import { CareUnit } from '../src/care-units/care-unit.entity.js';
import { CareUnits } from '../src/care-units/care-unit.service.js';
import { Commission } from '../src/care-units/staff.entity.js';
import { CareCase } from '../src/cases/case.entity.js';
import { Cases } from '../src/cases/case.service.js';
import { CaseViews } from '../src/cases/case-views.js';
import { StoredTimelineEntry } from '../src/cases/timeline-entry.entity.js';
import { TimelineFeed } from '../src/cases/timeline-feed.js';
import { Clock } from '../src/config/clock.js';
import { parseEnvironment } from '../src/config/parse-environment.js';
import { ProblemException } from '../src/config/problem.exception.js';
import type { BookingKind, ProblemCode, TimelineKind } from '../src/contracts/index.js';
import { createDataSource } from '../src/data-source.js';
import { DemoRegion } from '../src/demo/demo-region.js';
import type { CommissionCaller, ResidentCaller } from '../src/identity/caller.js';
import { Person } from '../src/residents/person.entity.js';
import { createDatabase } from './support/database.js';

class SetClock extends Clock {
  constructor(public at: Date) {
    super();
  }
  now(): Date {
    return this.at;
  }
}

/** A Tuesday at 09.20 in Stockholm. */
const TUESDAY = new Date('2026-11-24T08:20:00Z');
const HOUR_MS = 3_600_000;

describe('booking', () => {
  const clock = new SetClock(TUESDAY);
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let dataSource: DataSource;
  let careUnits: CareUnits;
  let views: CaseViews;
  let bookings: Bookings;
  let desk: DeskBookings;
  let lisa: Person;
  let anna: CommissionCaller;
  let hotline: CommissionCaller;

  beforeAll(async () => {
    database = await createDatabase();
    dataSource = await createDataSource(database.url, 25).initialize();
    await dataSource.runMigrations();
    await DemoRegion.fillOnce(dataSource, clock);
    const settings = parseEnvironment({ NODE_ENV: 'test' }, TUESDAY, () => 'x'.repeat(32));
    const cases = new Cases(dataSource, clock, new TimelineFeed());
    careUnits = new CareUnits(dataSource, clock);
    views = new CaseViews(cases, careUnits, { of: async () => null }, clock, settings);
    bookings = new Bookings(cases, views, clock, settings);
    desk = new DeskBookings(cases, careUnits, clock);
    lisa = await dataSource.manager.findOneByOrFail(Person, { givenName: 'Lisa', familyName: 'Andersson' });
    anna = await commissionOf('SE0000000000-3001');
    hotline = await commissionOf('SE0000000000-3015');
  });

  beforeEach(() => {
    clock.at = TUESDAY;
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  async function commissionOf(hsaId: string): Promise<CommissionCaller> {
    const { id } = await dataSource.manager.findOneByOrFail(Commission, { hsaId });
    const commission = await careUnits.commission(id);
    if (!commission) throw new Error(`There is no commission ${hsaId}`);
    const { staff, unit, role } = commission;
    return {
      kind: 'commission',
      sessionId: randomUUID(),
      staffId: staff.id,
      staffHsaId: staff.hsaId,
      staffName: `${staff.givenName} ${staff.familyName}`,
      commissionId: id,
      commissionHsaId: hsaId,
      role,
      unitId: unit.id,
      unitHsaId: unit.hsaId,
      manages: null,
      unitName: unit.name,
    };
  }

  function as(person: Person): ResidentCaller {
    return { kind: 'resident', sessionId: randomUUID(), personId: person.id };
  }

  async function unitId(slug: string): Promise<string> {
    return (await careUnits.bySlug(slug))?.id ?? '';
  }

  async function caseOf(patient: Person, patch: Partial<CareCase>): Promise<string> {
    const id = randomUUID();
    const careCase = Object.assign(new CareCase(), {
      id,
      state: 'to-book',
      startedAt: TUESDAY,
      about: 'me',
      residentId: patient.id,
      patientId: patient.id,
      sessionId: randomUUID(),
      patientAgeMonths: 420,
      language: 'sv',
      words: 'Ont i ryggen sedan tre veckor',
      nextDeadlineAt: new Date(TUESDAY.getTime() + HOUR_MS),
      ...patch,
    });
    await dataSource.manager.save(careCase);
    return id;
  }

  /** A case with a ticket for a physiotherapist at Herrgärdet. */
  async function caseToBook(
    patient: Person = lisa,
    { kind = 'physiotherapist-visit', hours = 14 * 24 }: { kind?: BookingKind; hours?: number } = {},
  ): Promise<string> {
    const validUntil = new Date(TUESDAY.getTime() + hours * HOUR_MS);
    const caseId = await caseOf(patient, { nextDeadlineAt: validUntil });
    const ticket = { caseId, kind, unitId: await unitId('herrgardet'), validUntil };
    await dataSource.manager.insert(BookingTicket, ticket);
    return caseId;
  }

  async function heldCase(holder: CommissionCaller = anna): Promise<string> {
    return caseOf(lisa, {
      state: 'held',
      unitId: holder.unitId,
      competence: 'nurse',
      urgency: 2,
      waitingSince: TUESDAY,
      dueAt: TUESDAY,
      holderCommissionId: holder.commissionId,
      claimedAt: TUESDAY,
    });
  }

  async function closedBy(caseId: string): Promise<void> {
    await dataSource.manager.update(
      CareCase,
      { id: caseId },
      {
        state: 'closed',
        holderCommissionId: null,
        closedAt: TUESDAY,
        closedAs: 'booked',
        nextDeadlineAt: null,
      },
    );
  }

  async function entriesOf(caseId: string): Promise<TimelineKind[]> {
    const entries = await dataSource.manager.find(StoredTimelineEntry, {
      where: { caseId },
      order: { number: 'ASC' },
    });
    return entries.map(({ kind }) => kind);
  }

  async function refusal(work: Promise<unknown>): Promise<ProblemCode | 'none'> {
    try {
      await work;
      return 'none';
    } catch (error) {
      if (error instanceof ProblemException) return error.code;
      throw error;
    }
  }

  /** A free time of the ticket that no other test takes: they go through the list from the front. */
  async function freeTime(caseId: string, patient: Person = lisa): Promise<string> {
    const [first] = await bookings.times(as(patient), caseId);
    if (!first) throw new Error('There is no free time left');
    return first.id;
  }

  describe('by a resident with a ticket', () => {
    it('offers the times of the ticket, soonest first, none of the past', async () => {
      const times = await bookings.times(as(lisa), await caseToBook());
      expect(times.length).toBeGreaterThan(20);
      expect(times.map(({ startsAt }) => startsAt)).toEqual(times.map(({ startsAt }) => startsAt).sort());
      expect(times.every((time) => new Date(time.startsAt) > TUESDAY)).toBe(true);
      expect(new Set(times.map((time) => `${time.unit.slug} ${time.kind}`))).toEqual(
        new Set(['herrgardet physiotherapist-visit']),
      );
      expect(new Set(times.map(({ performerName }) => performerName))).toEqual(
        new Set(['Maria Ek', 'Oskar Holm']),
      );
    });

    it('offers no time in which the unit has closed since, and books none that was on the screen', async () => {
      const caseId = await caseToBook();
      const [first, ...later] = await bookings.times(as(lisa), caseId);
      const unit = await dataSource.manager.findOneByOrFail(CareUnit, { id: await unitId('herrgardet') });
      const closing = {
        from: first?.startsAt ?? '',
        to: new Date(Date.parse(first?.startsAt ?? '') + 60_000).toISOString(),
        reason: { sv: 'Strömavbrott', en: 'Power cut' },
      };
      const closed = { ...unit.openingHours, closings: [closing] };
      await dataSource.manager.update(CareUnit, { id: unit.id }, { openingHours: closed });
      try {
        expect((await bookings.times(as(lisa), caseId)).map(({ id }) => id)).not.toContain(first?.id);
        expect((await bookings.times(as(lisa), caseId)).map(({ id }) => id)).toContain(later.at(-1)?.id);
        const stale = bookings.book(as(lisa), caseId, { id: randomUUID(), timeId: first?.id ?? '' });
        expect(await refusal(stale)).toBe('conflict');
      } finally {
        await dataSource.manager.update(CareUnit, { id: unit.id }, { openingHours: unit.openingHours });
      }
    });

    it('books, and shows it on the case, on the timeline and as the next deadline', async () => {
      const caseId = await caseToBook();
      const timeId = await freeTime(caseId);
      await bookings.book(as(lisa), caseId, { id: randomUUID(), timeId });
      const view = await views.forResident(caseId, as(lisa));
      expect(view.state).toBe('booked');
      expect(view.booking).toMatchObject({ timeId, kind: 'physiotherapist-visit', cancelled: false });
      expect(view.booking?.address).toBe('Herrgärdsgatan 4, Aros');
      expect(await entriesOf(caseId)).toEqual(['booked']);
      const { nextDeadlineAt } = await dataSource.manager.findOneByOrFail(CareCase, { id: caseId });
      expect(nextDeadlineAt?.toISOString()).toBe(view.booking?.endsAt);
    });

    it('the same booking id again gives the same answer and no second booking', async () => {
      const caseId = await caseToBook();
      const body = { id: randomUUID(), timeId: await freeTime(caseId) };
      await Promise.all([1, 2, 3].map(() => bookings.book(as(lisa), caseId, body)));
      await bookings.book(as(lisa), caseId, body);
      expect(await entriesOf(caseId)).toEqual(['booked']);
      expect(await dataSource.manager.countBy(BookingRow, { caseId })).toBe(1);
    });

    it("another case's booking id is refused", async () => {
      const [one, other] = [await caseToBook(), await caseToBook()];
      const id = randomUUID();
      await bookings.book(as(lisa), one, { id, timeId: await freeTime(one) });
      expect(await refusal(bookings.book(as(lisa), other, { id, timeId: await freeTime(other) }))).toBe(
        'conflict',
      );
    });

    it('of twenty who want the same time at once exactly one gets it, and the others are told so', async () => {
      const cases = await Promise.all(Array.from({ length: 20 }, () => caseToBook()));
      const timeId = await freeTime(cases[0] ?? '');
      const answers = await Promise.all(
        cases.map((caseId) => refusal(bookings.book(as(lisa), caseId, { id: randomUUID(), timeId }))),
      );
      expect(answers.filter((answer) => answer === 'none')).toHaveLength(1);
      expect(answers.filter((answer) => answer === 'time-taken')).toHaveLength(19);
      expect(await dataSource.manager.countBy(BookingRow, { timeId })).toBe(1);
      const states = await dataSource.query(
        'SELECT state, count(*)::int AS n FROM care_case WHERE id = ANY($1) GROUP BY state ORDER BY state',
        [cases],
      );
      expect(states).toEqual([
        { state: 'booked', n: 1 },
        { state: 'to-book', n: 19 },
      ]);
    });

    it('of twenty who move to the same time at once exactly one gets it, and the others keep theirs', async () => {
      const cases = await Promise.all(Array.from({ length: 20 }, () => caseToBook()));
      for (const caseId of cases) {
        await bookings.book(as(lisa), caseId, { id: randomUUID(), timeId: await freeTime(caseId) });
      }
      const timeId = await freeTime(cases[0] ?? '');
      const answers = await Promise.all(
        cases.map((caseId) => refusal(bookings.rebook(as(lisa), caseId, timeId))),
      );
      expect(answers.filter((answer) => answer === 'none')).toHaveLength(1);
      expect(answers.filter((answer) => answer === 'time-taken')).toHaveLength(19);
      const held = await dataSource.query(
        'SELECT count(DISTINCT time_id)::int AS n FROM booking WHERE case_id = ANY($1) AND cancelled_at IS NULL',
        [cases],
      );
      expect(held).toEqual([{ n: 20 }]);
      await Promise.all(cases.map((caseId) => bookings.cancel(as(lisa), caseId)));
    });

    it('two who trade times at the same moment: each keeps a time, and nothing breaks', async () => {
      const [one, other] = [await caseToBook(), await caseToBook()];
      const [timeOne, timeOther] = (await bookings.times(as(lisa), one)).map(({ id }) => id) as [
        string,
        string,
      ];
      await bookings.book(as(lisa), one, { id: randomUUID(), timeId: timeOne });
      await bookings.book(as(lisa), other, { id: randomUUID(), timeId: timeOther });
      const answers = await Promise.all([
        refusal(bookings.rebook(as(lisa), one, timeOther)),
        refusal(bookings.rebook(as(lisa), other, timeOne)),
      ]);
      expect(answers).toContain('time-taken');
      const held = await dataSource.query(
        'SELECT count(DISTINCT time_id)::int AS n FROM booking WHERE case_id = ANY($1) AND cancelled_at IS NULL',
        [[one, other]],
      );
      expect(held).toEqual([{ n: 2 }]);
    });

    it.each<[string, (caseId: string) => Promise<string>, ProblemCode]>([
      ['a time that does not exist', async () => randomUUID(), 'not-found'],
      ['a time of another kind', async () => (await timeOf('herrgardet', 'nurse-visit')).id, 'not-allowed'],
      [
        'a time at another unit',
        async () => (await timeOf('kungsor', 'physiotherapist-visit')).id,
        'not-allowed',
      ],
    ])('refuses %s', async (_name, timeId, code) => {
      const caseId = await caseToBook();
      expect(
        await refusal(bookings.book(as(lisa), caseId, { id: randomUUID(), timeId: await timeId(caseId) })),
      ).toBe(code);
      expect(await entriesOf(caseId)).toEqual([]);
    });

    it('refuses a time that has begun meanwhile, and a ticket that has run out', async () => {
      const [late, out] = [await caseToBook(), await caseToBook(lisa, { hours: 1 })];
      const [time] = await bookings.times(as(lisa), late);
      const far = (await bookings.times(as(lisa), late)).at(-1);
      clock.at = new Date(new Date(time?.startsAt ?? 0).getTime() + 1);
      expect(await refusal(bookings.book(as(lisa), late, { id: randomUUID(), timeId: time?.id ?? '' }))).toBe(
        'conflict',
      );
      expect(await refusal(bookings.book(as(lisa), out, { id: randomUUID(), timeId: far?.id ?? '' }))).toBe(
        'not-allowed',
      );
      expect(await refusal(bookings.times(as(lisa), out))).toBe('not-allowed');
    });

    it("neither sees nor books in somebody else's case", async () => {
      const samir = await dataSource.manager.findOneByOrFail(Person, { givenName: 'Samir' });
      const caseId = await caseToBook();
      const timeId = await freeTime(caseId);
      expect(await refusal(bookings.times(as(samir), caseId))).toBe('not-found');
      expect(await refusal(bookings.book(as(samir), caseId, { id: randomUUID(), timeId }))).toBe('not-found');
      expect(await refusal(bookings.cancel(as(samir), caseId))).toBe('not-found');
      expect(await refusal(bookings.calendar(as(samir), caseId))).toBe('not-found');
    });

    it('offers a same-day visit only on its day', async () => {
      const caseId = await caseToBook(lisa, { kind: 'physician-same-day' });
      const days = new Set(
        (await bookings.times(as(lisa), caseId)).map(({ startsAt }) => startsAt.slice(0, 10)),
      );
      expect(days).toEqual(new Set(['2026-11-24']));
      const tomorrow = await timeOf('herrgardet', 'physician-same-day', '2026-11-25');
      expect(await refusal(bookings.book(as(lisa), caseId, { id: randomUUID(), timeId: tomorrow.id }))).toBe(
        'conflict',
      );
    });

    it('moves the booking; the old time is free again; to the same time is no change', async () => {
      const caseId = await caseToBook();
      const old = await freeTime(caseId);
      await bookings.book(as(lisa), caseId, { id: randomUUID(), timeId: old });
      const timeId = (await bookings.times(as(lisa), caseId)).at(-1)?.id ?? '';
      await bookings.rebook(as(lisa), caseId, timeId);
      await bookings.rebook(as(lisa), caseId, timeId);
      expect(await entriesOf(caseId)).toEqual(['booked', 'rebooked']);
      expect((await bookings.times(as(lisa), caseId)).map(({ id }) => id)).toContain(old);
      expect((await views.forResident(caseId, as(lisa))).booking?.timeId).toBe(timeId);
      const other = await timeOf('herrgardet', 'nurse-visit');
      expect(await refusal(bookings.rebook(as(lisa), caseId, other.id))).toBe('not-allowed');
    });

    it('cancels, and may book anew with the ticket; twice is no change', async () => {
      const caseId = await caseToBook();
      const timeId = await freeTime(caseId);
      await bookings.book(as(lisa), caseId, { id: randomUUID(), timeId });
      await bookings.cancel(as(lisa), caseId);
      await bookings.cancel(as(lisa), caseId);
      expect((await views.forResident(caseId, as(lisa))).state).toBe('to-book');
      await bookings.book(as(lisa), caseId, { id: randomUUID(), timeId });
      expect(await entriesOf(caseId)).toEqual(['booked', 'booking-cancelled', 'booked']);
    });

    it('gets a ticket anew when the one that comes back is nearly out', async () => {
      const caseId = await caseToBook(lisa, { hours: 1 });
      const last = (await bookings.times(as(lisa), caseId)).at(-1);
      await bookings.book(as(lisa), caseId, { id: randomUUID(), timeId: last?.id ?? '' });
      clock.at = new Date(TUESDAY.getTime() + 48 * HOUR_MS);
      await bookings.cancel(as(lisa), caseId);
      expect(await entriesOf(caseId)).toEqual(['booked', 'booking-cancelled', 'ticket-given']);
      const { state, nextDeadlineAt } = await dataSource.manager.findOneByOrFail(CareCase, { id: caseId });
      expect([state, nextDeadlineAt?.getTime()]).toEqual(['to-book', clock.at.getTime() + 14 * 24 * HOUR_MS]);
    });

    it('neither moves nor cancels a visit that has begun', async () => {
      const caseId = await caseToBook();
      const [first] = await bookings.times(as(lisa), caseId);
      const later = (await bookings.times(as(lisa), caseId)).at(-1);
      await bookings.book(as(lisa), caseId, { id: randomUUID(), timeId: first?.id ?? '' });
      clock.at = new Date(first?.startsAt ?? 0);
      expect(await refusal(bookings.cancel(as(lisa), caseId))).toBe('conflict');
      expect(await refusal(bookings.rebook(as(lisa), caseId, later?.id ?? ''))).toBe('conflict');
    });

    it('takes the booking into the calendar, and a cancelled one out of it', async () => {
      const caseId = await caseToBook();
      expect(await refusal(bookings.calendar(as(lisa), caseId))).toBe('not-found');
      const id = randomUUID();
      await bookings.book(as(lisa), caseId, { id, timeId: await freeTime(caseId) });
      expect(await bookings.calendar(as(lisa), caseId)).toMatch(
        new RegExp(`METHOD:PUBLISH[^]*UID:${id}\r\n[^]*SEQUENCE:0\r\n[^]*STATUS:CONFIRMED`),
      );
      await bookings.cancel(as(lisa), caseId);
      expect(await bookings.calendar(as(lisa), caseId)).toMatch(
        new RegExp(`METHOD:CANCEL[^]*UID:${id}\r\n[^]*SEQUENCE:1\r\n[^]*STATUS:CANCELLED`),
      );
    });
  });

  describe('by staff who hold the case', () => {
    it('a physician the same day at the own unit; the case stays held, and the resident may cancel once it is closed', async () => {
      const caseId = await heldCase();
      const [time] = await desk.times(anna, anna.unitId, 'physician-same-day');
      const body = { id: randomUUID(), timeId: time?.id ?? '' };
      await desk.book(anna, caseId, body);
      await desk.book(anna, caseId, body);
      const held = await dataSource.manager.findOneByOrFail(CareCase, { id: caseId });
      expect([held.state, held.holderCommissionId]).toEqual(['held', anna.commissionId]);
      expect(await entriesOf(caseId)).toEqual(['booked']);
      await closedBy(caseId);
      expect((await views.forResident(caseId, as(lisa))).booking?.timeId).toBe(time?.id);
      await bookings.cancel(as(lisa), caseId);
      expect((await views.forResident(caseId, as(lisa))).booking?.cancelled).toBe(true);
      expect((await desk.times(anna, anna.unitId, 'physician-same-day')).map(({ id }) => id)).toContain(
        time?.id,
      );
    });

    it('lists the own unit first and others that let one book, each with its kinds', async () => {
      const units = await desk.units(hotline);
      expect(units.map(({ slug }) => slug).sort()).toEqual(['barnmottagningen', 'herrgardet']);
      const own = await desk.units(await commissionOf('SE0000000000-3010'));
      expect(own[0]).toMatchObject({
        slug: 'kungsor',
        kinds: ['nurse-visit', 'physician-same-day', 'physician-visit', 'physiotherapist-visit'],
      });
    });

    it('books at a unit that lets others, and nowhere else', async () => {
      const caseId = await heldCase(hotline);
      const [open] = await desk.times(hotline, await unitId('herrgardet'), 'physician-visit');
      await desk.book(hotline, caseId, { id: randomUUID(), timeId: open?.id ?? '' });
      const shut = await timeOf('kungsor', 'physician-visit');
      expect(await refusal(desk.book(hotline, caseId, { id: randomUUID(), timeId: shut.id }))).toBe(
        'not-allowed',
      );
      expect(await refusal(desk.times(hotline, await unitId('kungsor'), 'physician-visit'))).toBe(
        'not-allowed',
      );
      expect(await refusal(desk.times(hotline, randomUUID(), 'physician-visit'))).toBe('not-allowed');
    });

    it('moves to another kind and cancels; a booking of another case is not found', async () => {
      const caseId = await heldCase();
      const id = randomUUID();
      const [nurse] = await desk.times(anna, anna.unitId, 'nurse-visit');
      const [physician] = await desk.times(anna, anna.unitId, 'physician-visit');
      await desk.book(anna, caseId, { id, timeId: nurse?.id ?? '' });
      await desk.rebook(anna, caseId, id, physician?.id ?? '');
      expect(await refusal(desk.cancel(anna, await heldCase(), id))).toBe('not-found');
      await desk.cancel(anna, caseId, id);
      await desk.cancel(anna, caseId, id);
      expect(await entriesOf(caseId)).toEqual(['booked', 'rebooked', 'booking-cancelled']);
    });

    it('is refused to a colleague who does not hold it, and to other units', async () => {
      const caseId = await heldCase();
      const colleague = await commissionOf('SE0000000000-3004');
      const [time] = await desk.times(anna, anna.unitId, 'nurse-visit');
      const body = { id: randomUUID(), timeId: time?.id ?? '' };
      expect(await refusal(desk.book(colleague, caseId, body))).toBe('not-allowed');
      expect(await refusal(desk.book(hotline, caseId, body))).toBe('not-found');
      const toBook = await caseToBook();
      await dataSource.manager.update(CareCase, { id: toBook }, { unitId: anna.unitId });
      expect(await refusal(desk.book(anna, toBook, body))).toBe('wrong-state');
    });

    it('gives a ticket once, with which the resident books', async () => {
      const caseId = await heldCase();
      const body = { id: randomUUID(), kind: 'physiotherapist-visit', unitId: anna.unitId } as const;
      await desk.giveTicket(anna, caseId, body);
      await desk.giveTicket(anna, caseId, body);
      expect(await entriesOf(caseId)).toEqual(['ticket-given']);
      const view = await views.forResident(caseId, as(lisa));
      expect([view.state, view.ticket?.kind]).toEqual(['to-book', 'physiotherapist-visit']);
      await bookings.book(as(lisa), caseId, { id: randomUUID(), timeId: await freeTime(caseId) });
      expect((await views.forResident(caseId, as(lisa))).state).toBe('booked');
    });

    it('beside a time of the resident’s own: the case lives until the last visit, and cancelling one leaves the other', async () => {
      const caseId = await heldCase();
      const [visit] = (await desk.times(anna, anna.unitId, 'physician-visit')).slice(-1);
      const byStaff = randomUUID();
      await desk.book(anna, caseId, { id: byStaff, timeId: visit?.id ?? '' });
      const ticket = { id: randomUUID(), kind: 'physiotherapist-visit', unitId: anna.unitId } as const;
      await desk.giveTicket(anna, caseId, ticket);
      const own = randomUUID();
      await bookings.book(as(lisa), caseId, { id: own, timeId: await freeTime(caseId) });
      const deadline = async () =>
        (await dataSource.manager.findOneByOrFail(CareCase, { id: caseId })).nextDeadlineAt?.toISOString();
      expect((await views.forResident(caseId, as(lisa))).bookings.map(({ id }) => id)).toEqual([
        own,
        byStaff,
      ]);
      expect(await deadline()).toBe(visit?.endsAt);

      const [sooner] = await bookings.times(as(lisa), caseId, byStaff);
      await bookings.rebook(as(lisa), caseId, sooner?.id ?? '', byStaff);
      await bookings.cancel(as(lisa), caseId, byStaff);
      const view = await views.forResident(caseId, as(lisa));
      expect([view.state, view.bookings.map(({ id }) => id)]).toEqual(['booked', [own]]);
      expect(await deadline()).toBe(view.bookings[0]?.endsAt);
      await bookings.cancel(as(lisa), caseId, own);
      expect((await views.forResident(caseId, as(lisa))).state).toBe('to-book');
    });

    it('gives no ticket for what the unit does not offer', async () => {
      const caseId = await heldCase();
      const body = { id: randomUUID(), kind: 'child-nurse-visit', unitId: anna.unitId } as const;
      expect(await refusal(desk.giveTicket(anna, caseId, body))).toBe('bad-input');
      const shut = { id: randomUUID(), kind: 'nurse-visit', unitId: await unitId('kungsor') } as const;
      expect(await refusal(desk.giveTicket(anna, caseId, shut))).toBe('not-allowed');
      expect(await entriesOf(caseId)).toEqual([]);
    });
  });

  async function timeOf(slug: string, kind: BookingKind, day = ''): Promise<{ id: string }> {
    const [time]: { id: string }[] = await dataSource.query(
      `SELECT id FROM bookable_time WHERE unit_id = $1 AND kind = $2 AND starts_at::text LIKE $3 || '%'
       ORDER BY starts_at LIMIT 1`,
      [await unitId(slug), kind, day],
    );
    if (!time) throw new Error(`There is no ${kind} at ${slug}`);
    return time;
  }
});
