import fc from 'fast-check';
import type { Urgency } from '../contracts/index.js';
import { waitingUpTo } from './network.rule.js';
import { dueAt as due } from './policy.rule.js';
import { type Relooked, relook, type WaitingCase } from './relook.rule.js';
import { busy, closed, desk, facts, network, policy, unit } from './routing-samples.js';

const NOW = new Date('2026-11-24T08:20:00Z');

function waiting(caseId: string, urgency: Urgency, unitId = 'herrgardet', timesMoved = 0): WaitingCase {
  const { current: _, ...known } = facts({ urgency, timesMoved });
  const dueAt = due(policy(), unitId, urgency, new Date(NOW.getTime() + Number(caseId) * 60_000));
  return { caseId, urgency, dueAt, unitId, competence: 'nurse', facts: known, opensAt: null };
}

const moves = (found: readonly Relooked[]) =>
  found.map(({ waiting: { caseId }, decision }) => [caseId, decision.target.unitId]);

describe('looking at waiting cases again', () => {
  it('sends one case to one free nurse, the one in greatest need', () => {
    const state = network(
      unit('herrgardet', { nurse: busy([0, 2, 0, 0, 0]) }),
      unit('1177', { nurse: desk({ onDuty: 1, available: 1 }) }),
    );
    const found = relook([waiting('2', 2), waiting('1', 2)], state, policy(), NOW);
    expect(moves(found)).toEqual([['1', '1177']]);
  });

  it('gives each case a place or a time when its clinic closes', () => {
    const state = network(unit('herrgardet', closed('2026-11-25T07:00:00.000Z')));
    const found = relook([waiting('1', 3), waiting('2', 4), waiting('3', 5)], state, policy(), NOW);
    expect(moves(found)).toEqual([
      ['1', '1177'],
      ['2', 'herrgardet'],
      ['3', 'herrgardet'],
    ]);
    expect(found.slice(1).map(({ decision }) => decision.opensAt)).toEqual([
      '2026-11-25T07:00:00.000Z',
      '2026-11-25T07:00:00.000Z',
    ]);
    const told = found.map(({ waiting: each, decision }) => ({
      ...each,
      unitId: decision.target.unitId,
      opensAt: decision.opensAt,
    }));
    expect(relook(told, state, policy(), NOW)).toEqual([]);
  });

  it('brings cases home when home is free, one for each who is', () => {
    const state = network(
      unit('herrgardet', { nurse: desk({ onDuty: 2, available: 2 }) }),
      unit('1177', { nurse: busy([0, 0, 5, 0, 0]) }),
    );
    const night = ['1', '2', '3', '4', '5'].map((id) => waiting(id, 3, '1177'));
    expect(moves(relook(night, state, policy(), NOW)).length).toBeGreaterThanOrEqual(2);
  });

  it('comes to rest: what was moved is not moved back, whatever waits where', () => {
    const cases = fc.array(
      fc.record({
        urgency: fc.constantFrom<Urgency>(1, 2, 3, 4, 5),
        unitId: fc.constantFrom('herrgardet', '1177'),
        timesMoved: fc.nat(3),
      }),
      { maxLength: 40 },
    );
    const staff = fc.record({ onDuty: fc.integer({ min: 0, max: 3 }), available: fc.nat(3) });
    fc.assert(
      fc.property(cases, staff, staff, (list, home, hotline) => {
        const all = list.map((each, index) =>
          waiting(String(index), each.urgency, each.unitId, each.timesMoved),
        );
        const stateOf = (queued: readonly WaitingCase[]) => {
          const at = (unitId: string, { onDuty, available }: typeof home) => {
            const count = (urgency: Urgency) =>
              queued.filter((each) => each.unitId === unitId && each.urgency === urgency).length;
            return desk({
              onDuty,
              available: Math.min(onDuty, available),
              waiting: [count(1), count(2), count(3), count(4), count(5)],
            });
          };
          return network(
            unit('herrgardet', { nurse: at('herrgardet', home) }),
            unit('1177', { nurse: at('1177', hotline) }),
          );
        };
        const first = relook(all, stateOf(all), policy(), NOW);
        const placed = all.map((each) => {
          const found = first.find(({ waiting: { caseId } }) => caseId === each.caseId);
          return found ? { ...each, unitId: found.decision.target.unitId } : each;
        });
        const state = stateOf(placed);
        const total = ['herrgardet', '1177'].reduce((sum, id) => {
          const nurses = state.get(id)?.desks.nurse;
          return sum + (nurses ? waitingUpTo(nurses, 5) : 0);
        }, 0);
        expect(total).toBe(all.length);
        const back = relook(placed, state, policy(), NOW).filter(({ waiting: { caseId }, decision }) => {
          const before = all.find((each) => each.caseId === caseId);
          const now = placed.find((each) => each.caseId === caseId);
          return before?.unitId !== now?.unitId && decision.target.unitId === before?.unitId;
        });
        expect(back).toEqual([]);
      }),
      { seed: 20_261_125, numRuns: 300 },
    );
  });

  it('looks at ten thousand cases over 300 units in under two seconds', () => {
    const units = Array.from({ length: 300 }, (_, index) => ({
      ...unit('herrgardet', { nurse: busy([0, 1, 9, 14, 9]) }),
      id: `unit-${index}`,
    }));
    const state = new Map([...network(), ...units.map((each) => [each.id, each] as const)]);
    const many = Array.from({ length: 10_000 }, (_, index) => {
      const unitId = `unit-${index % 300}`;
      const urgency = ((index % 4) + 2) as Urgency;
      const one = waiting(String(index), urgency, unitId);
      return { ...one, facts: { ...one.facts, listingUnitId: unitId } };
    });
    const begun = process.cpuUsage(); // the processor's time, so that a busy machine changes nothing
    relook(many, state, policy(), NOW);
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(2_000);
  });
});
