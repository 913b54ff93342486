import fc from 'fast-check';
import type { Urgency } from '../contracts/index.js';
import { dueAt } from '../routing/policy.rule.js';
import { policy } from '../routing/routing-samples.js';
import { compareByNeed, type QueuePlace } from './queue-order.rule.js';

const START = Date.UTC(2026, 10, 24, 8);
const at = (minutes: number) => new Date(START + minutes * 60_000);
const waits = (caseId: string, urgency: Urgency, since: number): QueuePlace => ({
  caseId,
  urgency,
  dueAt: dueAt(policy(), 'herrgardet', urgency, at(since)),
});
const place = fc.record({
  caseId: fc.uuid(),
  urgency: fc.constantFrom<Urgency>(1, 2, 3, 4, 5),
  dueAt: fc.integer({ min: 0, max: 10_000 }).map(at),
});

describe('the order of need (P3)', () => {
  it('takes the urgent first, then those whose target runs out first', () => {
    const queue = [
      waits('can wait, came three days ago', 5, -72 * 60),
      waits('today, came now', 3, 0),
      waits('at once, came now', 2, 0),
      waits('within days, came a day ago', 4, -24 * 60),
      waits('at once, came before', 2, -10),
      waits('112, came now', 1, 0),
    ];
    expect(queue.sort(compareByNeed).map(({ caseId }) => caseId)).toEqual([
      '112, came now',
      'at once, came before',
      'at once, came now',
      'can wait, came three days ago',
      'within days, came a day ago',
      'today, came now',
    ]);
  });

  it('is a total order', () => {
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        expect(Math.sign(compareByNeed(a, b))).toBe(-Math.sign(compareByNeed(b, a)));
        if (compareByNeed(a, b) < 0 && compareByNeed(b, c) < 0) expect(compareByNeed(a, c)).toBeLessThan(0);
      }),
      { seed: 1 },
    );
  });

  it('lets nobody starve: no case of urgency 3–5 is overtaken by one that came after its target had passed', () => {
    const urgency = fc.constantFrom<Urgency>(3, 4, 5);
    fc.assert(
      fc.property(
        urgency,
        urgency,
        fc.integer({ min: 0, max: 5_000 }),
        fc.integer({ min: 0, max: 5_000 }),
        (mine, theirs, later, since) => {
          const waiting = waits('waiting', mine, since);
          const arrival = (waiting.dueAt.getTime() - START) / 60_000 + later;
          expect(compareByNeed(waiting, waits('newcomer', theirs, arrival))).toBeLessThan(0);
        },
      ),
      { seed: 1 },
    );
  });
});
