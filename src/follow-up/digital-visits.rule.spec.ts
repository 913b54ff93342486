import fc from 'fast-check';
import type { CallMedia, Competence, TelephoneContact } from '../contracts/index.js';
import {
  countTelephone,
  countVisits,
  digitalVisits,
  mondayOf,
  telephoneLines,
  type VisitEntry,
} from './digital-visits.rule.js';

const NOON = Date.parse('2026-11-24T11:00:00Z');
const at = (seconds: number) => new Date(NOON + seconds * 1000).toISOString();
const system = { kind: 'system' } as const;

/** A call as its entries tell it; times in seconds from noon. */
interface Told {
  callId: string;
  role?: Competence;
  answeredWith?: CallMedia | null;
  staffIn?: number | null;
  residentIn?: number | null;
  endedAt?: number | null;
}

function entriesOf({
  callId,
  role = 'nurse',
  answeredWith = 'video',
  staffIn = 5,
  residentIn = 10,
  endedAt = 300,
}: Told): VisitEntry[] {
  const by = { kind: 'staff', name: 'Anna', role, unit: 'Herrgärdet', commissionId: 'anna' } as const;
  const entries: VisitEntry[] = [
    { kind: 'call-started', at: at(0), actor: by, body: { callId, media: 'video' } },
  ];
  if (answeredWith) {
    const body = { callId, media: answeredWith, waitedMs: 5000 };
    entries.push({ kind: 'call-answered', at: at(5), actor: system, body });
  }
  if (staffIn !== null) {
    const who = { side: 'staff', name: 'Anna', role, unit: 'Herrgärdet' } as const;
    entries.push({ kind: 'call-joined', at: at(staffIn), actor: by, body: { callId, who } });
  }
  if (residentIn !== null) {
    const who = { side: 'resident', name: 'Samir' } as const;
    entries.push({ kind: 'call-joined', at: at(residentIn), actor: system, body: { callId, who } });
  }
  if (endedAt !== null) {
    const body = { callId, media: 'video', answered: true, durationMs: 1, why: 'hung-up' } as const;
    entries.push({ kind: 'call-ended', at: at(endedAt), actor: system, body });
  }
  return entries;
}

describe('digitalVisits', () => {
  it.each<[string, Omit<Told, 'callId'>, { seconds: number; media: CallMedia } | null]>([
    ['a video call', {}, { seconds: 290, media: 'video' }],
    ['answered with voice only', { answeredWith: 'voice' }, { seconds: 290, media: 'voice' }],
    ['a minute, exactly', { endedAt: 70 }, { seconds: 60, media: 'video' }],
    ['a second less', { endedAt: 69 }, null],
    ['never answered', { answeredWith: null, staffIn: null, residentIn: null }, null],
    ['answered, but the resident never came in', { residentIn: null }, null],
    ['answered, but staff were gone', { staffIn: null }, null],
    ['staff came in late', { staffIn: 250 }, null],
    ['it still goes on', { endedAt: null }, null],
  ])('%s', (_what, told, visit) => {
    const found = digitalVisits(entriesOf({ callId: 'c', ...told }));
    expect(found.map(({ durationMs, media }) => ({ seconds: durationMs / 1000, media }))).toEqual(
      visit ? [visit] : [],
    );
  });

  it('is of the competence and the commission that called, in its week of the region', () => {
    const [visit] = digitalVisits(entriesOf({ callId: 'c', role: 'child-nurse' }));
    expect(visit).toMatchObject({ competence: 'child-nurse', commissionId: 'anna' });
    expect(mondayOf(visit?.startedAt as Date)).toBe('2026-11-23');
    expect(mondayOf(new Date('2026-11-22T22:59:00Z'))).toBe('2026-11-16');
    expect(mondayOf(new Date('2026-11-22T23:00:00Z'))).toBe('2026-11-23');
  });

  it('recounted from the entries, in any order and with doubles, is what was counted along the way (P9)', () => {
    const call = fc.record({
      role: fc.constantFrom<Competence>('nurse', 'physician', 'child-nurse'),
      answeredWith: fc.constantFrom<CallMedia | null>('video', 'voice', null),
      residentIn: fc.option(fc.integer({ min: 6, max: 400 })),
      endedAt: fc.option(fc.integer({ min: 7, max: 900 })),
      /** Where each entry comes among all others, and whether it comes twice. */
      places: fc.array(fc.nat({ max: 1000 }), { minLength: 10, maxLength: 10 }),
      twice: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.array(call, { maxLength: 12 }), (calls) => {
        // As a clerk would who sits beside each call with a watch.
        const counted = new Map<string, { visits: number; seconds: number }>();
        const told = calls.flatMap(({ places, twice, ...each }, index) => {
          // Nobody comes into a call that nobody answered, or that is over.
          const isIn = each.answeredWith !== null && (each.residentIn ?? 901) <= (each.endedAt ?? 900);
          const residentIn = isIn ? each.residentIn : null;
          const seconds = residentIn === null || each.endedAt === null ? 0 : each.endedAt - residentIn;
          if (seconds >= 60) {
            const key = `${each.role} ${each.answeredWith}`;
            const before = counted.get(key) ?? { visits: 0, seconds: 0 };
            counted.set(key, { visits: before.visits + 1, seconds: before.seconds + seconds });
          }
          const entries = entriesOf({ callId: `call ${index}`, ...each, residentIn });
          const again = entries.filter((_, position) => twice[position]);
          return [...entries, ...again].map((entry, position) => ({ entry, place: places[position] ?? 0 }));
        });
        told.sort((a, b) => a.place - b.place);
        const found = countVisits(digitalVisits(told.map(({ entry }) => entry)));
        const rows = found.map(({ competence, media, ...count }) => [`${competence} ${media}`, count]);
        const expected = [...counted].map(([key, { visits, seconds }]) => [
          key,
          { visits, minutes: Math.round(seconds / 60) },
        ]);
        expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(expected));
        expect(rows).toHaveLength(expected.length);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

it('telephone calls are counted by kind, and by competence in the file', () => {
  const call = (competence: Competence, contact: TelephoneContact) => ({ competence, contact });
  expect(countTelephone([])).toEqual({ received: 0, answered: 0, 'no-answer': 0, 'message-left': 0 });
  const calls = [
    call('nurse', 'no-answer'),
    call('nurse', 'received'),
    call('nurse', 'no-answer'),
    call('physician', 'answered'),
  ];
  expect(countTelephone(calls)).toEqual({ received: 1, answered: 1, 'no-answer': 2, 'message-left': 0 });
  expect(telephoneLines(calls)).toEqual([
    { ...call('nurse', 'received'), calls: 1 },
    { ...call('nurse', 'no-answer'), calls: 2 },
    { ...call('physician', 'answered'), calls: 1 },
  ]);
});
