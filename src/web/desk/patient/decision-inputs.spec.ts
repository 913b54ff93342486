import type { RoutingDecision } from '../../../contracts/index.js';
import { decisionInputs } from './decision-inputs.js';

const desk = (waiting: number[], onDuty = 0, available = 0) => ({ waiting, onDuty, available });
const unit = (id: string, open: boolean, desks: object) => ({
  id,
  name: `Name of ${id}`,
  open,
  opensAt: open ? null : '2026-11-25T07:00:00.000Z',
  desks,
});
const DECISION: RoutingDecision = {
  rule: 'network',
  ruleVersion: 2,
  policyVersion: 1,
  inputs: {
    now: '2026-11-24T09:00:00.000Z',
    facts: { urgency: 2, competences: ['nurse'], listingUnitId: 'home', originUnitId: null },
    units: [
      unit('home', true, { nurse: desk([1, 2, 9, 9, 9], 6, 0), physician: desk([0, 0, 0, 0, 0]) }),
      unit('hotline', true, { nurse: desk([0, 1, 0, 0, 0], 3, 2) }),
      unit('other', false, { nurse: desk([0, 0, 0, 0, 0]) }),
    ],
  },
  target: { unitId: 'hotline', unitName: 'Name of hotline', competence: 'nurse' },
  opensAt: null,
  reason: { code: 'helped-sooner', text: { sv: '', en: '' } },
  turnedDown: [
    { unitId: 'home', unitName: 'Name of home', competence: 'physician', why: { sv: '', en: '' } },
  ],
};

describe('what a decision was made from', () => {
  it('is told queue by queue, the chosen one first, with who waited as urgent or more', () => {
    const found = decisionInputs(DECISION);
    expect(found?.home).toBe('Name of home');
    expect(
      found?.queues.map(({ unitId, competence, waiting, free, capacity, open }) => [
        unitId,
        competence,
        open ? `${waiting} waiting, ${free} of ${capacity}` : 'closed',
      ]),
    ).toEqual([
      ['hotline', 'nurse', '1 waiting, 2 of 3'],
      ['home', 'physician', '0 waiting, 0 of 0'],
      ['other', 'nurse', 'closed'],
    ]);
  });

  it.each([
    ['nothing', {}],
    ['the time only', { now: '2026-11-24T09:00:00.000Z' }],
    ['an older shape', { urgency: 2, units: ['home'] }],
  ])('is not known of a decision that was stored with %s', (_name, inputs) => {
    expect(decisionInputs({ ...DECISION, inputs })).toBeNull();
  });
});
