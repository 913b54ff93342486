import fc from 'fast-check';
import { DateTime } from 'luxon';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import { CLINIC, local } from './hours-samples.js';
import {
  ALWAYS_OPEN,
  isOpen,
  nextOpening,
  type OpeningHours,
  openingsOn,
  openSince,
  openUntil,
} from './opening-hours.rule.js';

const OFFICE: OpeningHours = {
  week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' }],
  closedDates: ['2026-12-24'],
};
const HOUR_MS = 3_600_000;
const TWO_YEARS = {
  min: local('2026-01-01T00:00').getTime(),
  max: local('2027-12-31T23:59').getTime(),
};
const instants = fc.integer(TWO_YEARS).map((ms) => new Date(ms));
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const stretches = fc.record({
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  from: times,
  to: times,
});
const anyHours: fc.Arbitrary<OpeningHours> = fc.record({
  week: fc.array(stretches, { minLength: 1, maxLength: 3 }),
  closedDates: fc.constant<string[]>([]),
});

describe('over two whole years', () => {
  /** As a person would find out, looking at a clock on the wall and the notice on the door. */
  function noticeSays(at: Date): boolean {
    const { now, today, yesterday } = hourOf(at);
    const minute = Math.floor((at.getTime() % HOUR_MS) / 60_000);
    const clock = `${String(now.hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    const closed = CLOSED.some(([from, to]) => from <= at.getTime() && at.getTime() < to);
    return (
      !closed &&
      (today.some(({ from, to }) => from <= clock && (clock < to || to <= from)) ||
        yesterday.some(({ from, to }) => to <= from && clock < to))
    );
  }
  interface Hour {
    now: DateTime;
    today: readonly { from: string; to: string }[];
    yesterday: readonly { from: string; to: string }[];
  }
  /** Asking for the wall clock is slow, and it moves at whole hours only: once an hour is enough. */
  let lastHour: (Hour & { key: number }) | null = null;
  function hourOf(at: Date): Hour {
    const key = Math.floor(at.getTime() / HOUR_MS);
    if (lastHour?.key === key) return lastHour;
    const now = DateTime.fromMillis(key * HOUR_MS, { zone: REGION_TIME_ZONE });
    const [today = [], yesterday = []] = [now, now.minus({ days: 1 })].map((day) => {
      const date = day.toISODate() ?? '';
      const special = CLINIC.specialDays?.find((each) => each.date === date);
      if (special) return special.stretches;
      if (CLINIC.closedDates.includes(date) || HOLIDAYS_AND_EVES.has(date)) return [];
      return CLINIC.week.filter(({ days }) => days.includes(day.weekday));
    });
    lastHour = { key, now, today, yesterday };
    return lastHour;
  }
  const CLOSED = (CLINIC.closings ?? []).map(({ from, to }) => [Date.parse(from), Date.parse(to)] as const);
  /** Those of `CLINIC`, as an almanac prints them. */
  const HOLIDAYS_AND_EVES = new Set(
    [
      '2026: 01-01 01-06 04-03 04-04 04-05 04-06 05-01 05-14 05-24 06-06 06-19 06-20 10-31 12-24 12-25 12-26 12-31',
      '2027: 01-01 01-06 03-26 03-27 03-28 03-29 05-01 05-06 05-16 06-06 06-25 06-26 11-06 12-24 12-25 12-26 12-31',
    ].flatMap((line) => {
      const [year, days] = line.split(': ');
      return (days ?? '').split(' ').map((day) => `${year}-${day}`);
    }),
  );

  it('a clinic with all there is is open, opens and closes as its door says, every seven minutes', () => {
    const grid: { at: Date; open: boolean }[] = [];
    for (let ms = TWO_YEARS.min + 1; ms < TWO_YEARS.max; ms += 7 * 60_000) {
      const at = new Date(ms);
      grid.push({ at, open: noticeSays(at) });
    }
    const wrong: string[] = [];
    // Backwards, so that the next change is known: it lies after the last instant of the same kind.
    let change: { after: Date; by: Date } | null = null;
    for (const [index, { at, open }] of [...grid.entries()].reverse()) {
      const later = grid[index + 1];
      if (later && later.open !== open) change = { after: at, by: later.at };
      const told = open ? openUntil(CLINIC, at) : nextOpening(CLINIC, at);
      const right =
        isOpen(CLINIC, at) === open &&
        (open ? nextOpening(CLINIC, at) === at : openUntil(CLINIC, at) === null) &&
        (!change || (told && told > change.after && told <= change.by && isOpen(CLINIC, told) !== open));
      if (!right) wrong.push(at.toISOString());
    }
    expect(grid.filter(({ open }) => open).length).toBeGreaterThan(30_000);
    expect(wrong).toEqual([]);
  });

  it('any week is open exactly as its door says', () => {
    // Not from 02:00 to 03:00, which a clock on the wall shows twice in autumn.
    const clear = times.filter((time) => !time.startsWith('02:'));
    const week = fc.array(
      fc.record({
        days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        from: clear,
        to: clear,
      }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(week, fc.array(instants, { minLength: 5 }), (given, ats) => {
        const hours = { week: given, closedDates: [] };
        const plain = (at: Date) => {
          const now = DateTime.fromJSDate(at, { zone: REGION_TIME_ZONE });
          const clock = now.toFormat('HH:mm');
          return given.some(
            ({ days, from, to }) =>
              (days.includes(now.weekday) && from <= clock && (clock < to || to <= from)) ||
              (days.includes(now.minus({ days: 1 }).weekday) && to <= from && clock < to),
          );
        };
        return ats.every((at) => isOpen(hours, at) === plain(at));
      }),
      { numRuns: 300 },
    );
  });

  it('the end of an opening is the first instant that is closed', () => {
    fc.assert(
      fc.property(anyHours, instants, fc.double({ min: 0, max: 1, noNaN: true }), (hours, at, share) => {
        const end = openUntil(hours, at);
        if (!isOpen(hours, at)) return end === null;
        const horizon = end ?? new Date(at.getTime() + 59 * 86_400_000);
        const within = new Date(
          at.getTime() + Math.floor((horizon.getTime() - at.getTime()) * share * 0.999_999),
        );
        return isOpen(hours, within) && (end === null || (!isOpen(hours, end) && end > at));
      }),
      { numRuns: 500 },
    );
  });

  it('an opening begins where nothing was open the moment before', () => {
    fc.assert(
      fc.property(anyHours, instants, (hours, at) => {
        const since = openSince(hours, at);
        if (!since) return !isOpen(hours, at) || isOpen(hours, new Date(at.getTime() - 59 * 86_400_000));
        const before = new Date(since.getTime() - 1);
        return (
          isOpen(hours, since) &&
          !isOpen(hours, before) &&
          nextOpening(hours, before)?.getTime() === since.getTime()
        );
      }),
      { numRuns: 500 },
    );
  });

  it('the hotline is open at every instant', () => {
    fc.assert(fc.property(instants, (at) => isOpen(ALWAYS_OPEN, at)));
  });

  it('the hotline is open in every quarter of an hour of the days on which the clock moves', () => {
    for (const day of ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31']) {
      for (let quarter = -8; quarter < 108; quarter += 1) {
        const at = new Date(local(`${day}T00:00`).getTime() + quarter * 900_000);
        expect(isOpen(ALWAYS_OPEN, at)).toBe(true);
      }
    }
  });

  it('a clinic is open exactly on weekdays with a wall clock from 08 to 16', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const wall = DateTime.fromJSDate(at, { zone: REGION_TIME_ZONE });
        const expected =
          wall.weekday <= 5 && wall.hour >= 8 && wall.hour < 16 && wall.toISODate() !== '2026-12-24';
        return isOpen(OFFICE, at) === expected;
      }),
      { numRuns: 500 },
    );
  });

  it('the next opening is open, not in the past, and nothing is open before it', () => {
    fc.assert(
      fc.property(anyHours, instants, fc.double({ min: 0, max: 1, noNaN: true }), (hours, at, share) => {
        const next = nextOpening(hours, at);
        if (next === null) return false;
        const between = new Date(at.getTime() + Math.floor((next.getTime() - at.getTime()) * share));
        return next >= at && isOpen(hours, next) && (between >= next || !isOpen(hours, between));
      }),
      { numRuns: 500 },
    );
  });

  it('every opening begins and ends where isOpen says so', () => {
    fc.assert(
      fc.property(stretches, instants, (stretch, at) => {
        const hours = { week: [stretch], closedDates: [] };
        return openingsOn(hours, at).every(
          ({ opens, closes }) => isOpen(hours, opens) && isOpen(hours, new Date(closes.getTime() - 1)),
        );
      }),
      { numRuns: 500 },
    );
  });
});
