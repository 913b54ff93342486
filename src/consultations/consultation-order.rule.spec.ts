import fc from 'fast-check';
import { URGENCIES } from '../contracts/index.js';
import { compareConsultations } from './consultation-order.rule.js';

const placeOf = fc.record({
  id: fc.uuid(),
  urgency: fc.constantFrom(...URGENCIES),
  dueAt: fc.integer({ min: 0, max: 3 }).map((minute) => new Date(minute * 60_000)),
});

describe('the order of consultations', () => {
  it('is by the urgency of the case, then by the target', () => {
    const at = (minute: number) => new Date(minute * 60_000);
    const places = [
      { id: 'a', urgency: 3 as const, dueAt: at(1) },
      { id: 'b', urgency: 2 as const, dueAt: at(9) },
      { id: 'c', urgency: 2 as const, dueAt: at(2) },
    ];
    expect(places.sort(compareConsultations).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('is the same however they come', () => {
    fc.assert(
      fc.property(fc.uniqueArray(placeOf, { selector: ({ id }) => id, maxLength: 12 }), (places) => {
        const one = [...places].sort(compareConsultations);
        const other = [...places].reverse().sort(compareConsultations);
        expect(other).toEqual(one);
      }),
      { seed: 1 },
    );
  });
});
