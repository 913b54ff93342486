import fc from 'fast-check';
import { CASE_STATES, CUT_OFF, type RoutingDecision } from '../contracts/index.js';
import {
  changesHands,
  companyAfter,
  endOfWorkingDay,
  losesSight,
  startOfWorkingDay,
} from './case-company.rule.js';

const held = {
  state: 'held' as const,
  holderCommissionId: 'anna',
  unitId: 'herrgardet',
  openedAtUnitId: null,
  participantIds: ['fatima'],
  consultedUnitIds: ['barn'],
  cutCall: null,
  placement: null,
  result: null,
};
const waiting = { ...held, state: 'waiting' as const, holderCommissionId: null };
const takenOver = { ...held, holderCommissionId: 'jonas', unitId: 'barn' };
const closed = { ...held, state: 'closed' as const, holderCommissionId: null };

const cutCall = { redFlags: [], found: 3 as const, raised: null };
/** As a process of an earlier version keeps it. */
const cutOffAt = (unitId: string): RoutingDecision => ({
  rule: CUT_OFF,
  ruleVersion: 1,
  inputs: {},
  target: { unitId, unitName: unitId, competence: 'nurse' },
  opensAt: null,
  reason: { code: CUT_OFF, text: { sv: 'Bröts', en: 'Cut off' } },
  turnedDown: [],
});

describe('who stays with a case that changes', () => {
  it.each([
    ['nothing of the kind changes', held, ['fatima'], ['barn']],
    ['it is handed back', waiting, [], ['barn']],
    ['someone takes it over', takenOver, [], ['barn']],
    ['it is closed', closed, [], []],
  ])('when %s', (_what, after, participantIds, consultedUnitIds) => {
    expect(companyAfter(held, after)).toEqual({ openedAtUnitId: null, participantIds, consultedUnitIds });
  });

  it.each([
    ['until somebody has it', { ...waiting, state: 'waiting' as const }, 'hotline'],
    ['no longer once somebody has it', held, null],
  ])('who opened it for somebody on the telephone, %s', (_what, after, stays) => {
    const opened = { ...waiting, openedAtUnitId: 'hotline' };
    expect(companyAfter(opened, { ...after, openedAtUnitId: 'hotline' }).openedAtUnitId).toBe(stays);
  });

  it('is with those where it waits again amid its questions, wherever that is', () => {
    const amid = { ...held, unitId: 'hotline', cutCall };
    const back = { ...amid, state: 'waiting' as const, holderCommissionId: null };
    expect(companyAfter(amid, back).openedAtUnitId).toBe('hotline');
    expect(companyAfter(amid, { ...back, unitId: 'barn' }).openedAtUnitId).toBe('barn');
    expect(companyAfter(amid, { ...back, cutCall: null }).openedAtUnitId).toBeNull();
    const earlier = { ...back, cutCall: null, placement: cutOffAt('hotline') };
    expect(companyAfter(amid, earlier).openedAtUnitId).toBe('hotline');
  });

  it('never leaves anyone with a case that staff do not have (the check in the database says the same)', () => {
    const any = fc.record({
      state: fc.constantFrom(...CASE_STATES),
      holderCommissionId: fc.constantFrom('anna', 'jonas', null),
      unitId: fc.constantFrom('herrgardet', 'barn'),
      openedAtUnitId: fc.constantFrom('hotline', null),
      participantIds: fc.array(fc.constantFrom('fatima', 'eva')),
      consultedUnitIds: fc.array(fc.constantFrom('barn', 'kungsor')),
      cutCall: fc.constantFrom(null, cutCall),
      placement: fc.constantFrom(null, cutOffAt('herrgardet')),
      result: fc.constant(null),
    });
    fc.assert(
      fc.property(any, any, (before, after) => {
        const { openedAtUnitId, participantIds, consultedUnitIds } = companyAfter(before, after);
        if (after.state === 'held') expect(openedAtUnitId).toBeNull();
        if (after.state !== 'held') expect(participantIds).toEqual([]);
        if (after.state !== 'held' && after.state !== 'waiting') expect(consultedUnitIds).toEqual([]);
      }),
      { seed: 1 },
    );
  });

  it('tells when it changes hands, and who loses sight of it by that', () => {
    expect([held, waiting, takenOver, closed].map((after) => changesHands(held, after))).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(losesSight(held, takenOver)).toBe('anna');
    expect(losesSight(held, { ...takenOver, unitId: 'herrgardet' })).toBeNull(); // still at the unit
    expect(losesSight(held, waiting)).toBeNull();
    expect(losesSight(waiting, takenOver)).toBeNull();
    expect(losesSight(held, { ...waiting, unitId: 'kungsor' })).toBe('anna');
  });
});

describe('the working day', () => {
  it.each([
    ['2026-11-24T08:20:00Z', '2026-11-23T23:00:00.000Z', '2026-11-24T23:00:00.000Z'],
    ['2026-11-24T23:00:00Z', '2026-11-24T23:00:00.000Z', '2026-11-25T23:00:00.000Z'],
    ['2026-03-29T10:00:00Z', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25T10:00:00Z', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ])('%s lies between the midnights %s and %s', (now, from, to) => {
    expect(startOfWorkingDay(new Date(now)).toISOString()).toBe(from);
    expect(endOfWorkingDay(new Date(now)).toISOString()).toBe(to);
  });
});
