import { DateTime } from 'luxon';
import { ALWAYS_OPEN, type OpeningHours } from '../care-units/opening-hours.js';
import type { Competence, Urgency } from '../contracts/index.js';
import { chooseQueue, type UnitFacts } from './choose-queue.js';
import { TURNED_DOWN, tooLittleHaste } from './reason-texts.js';

const OFFICE: OpeningHours = {
  week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' }],
  closedDates: [],
};
const NEVER: OpeningHours = { week: [], closedDates: [] };
const unit = (
  id: string,
  kind: UnitFacts['kind'],
  competences: Competence[],
  hours: OpeningHours,
): UnitFacts => ({
  id,
  name: `Enhet ${id}`,
  kind,
  competences,
  hours,
});
const HOTLINE = unit('1177', 'hotline', ['nurse'], ALWAYS_OPEN);
const UNITS = [
  unit('herrgardet', 'clinic', ['nurse', 'physician', 'administrator'], OFFICE),
  unit('kungsor', 'clinic', ['nurse', 'physiotherapist'], OFFICE),
  unit('shut', 'clinic', ['nurse'], NEVER),
  unit('akuten', 'emergency-department', ['nurse'], ALWAYS_OPEN),
  HOTLINE,
];
const local = (text: string) => DateTime.fromISO(text, { zone: 'Europe/Stockholm' }).toJSDate();
const MORNING = '2026-11-24T09:20';
const EVENING = '2026-11-24T19:20';
const FRIDAY_NIGHT = '2026-11-27T23:00';

describe('where a case goes', () => {
  it.each<[string, string, string | null, string | null, Competence, Urgency, string, string]>([
    [
      'its own clinic while that is open',
      MORNING,
      'herrgardet',
      null,
      'nurse',
      2,
      'herrgardet nurse',
      'home-open',
    ],
    ['also from another page', MORNING, 'herrgardet', 'kungsor', 'nurse', 3, 'herrgardet nurse', 'home-open'],
    ['urgent at night: the hotline', EVENING, 'herrgardet', null, 'nurse', 2, '1177 nurse', 'hotline-now'],
    ['today at night: the hotline', EVENING, 'herrgardet', null, 'nurse', 3, '1177 nurse', 'hotline-now'],
    [
      'within days: waits for the clinic',
      EVENING,
      'herrgardet',
      null,
      'nurse',
      4,
      'herrgardet nurse',
      'waits-for-opening',
    ],
    [
      'can wait: waits for the clinic',
      FRIDAY_NIGHT,
      'herrgardet',
      null,
      'nurse',
      5,
      'herrgardet nurse',
      'waits-for-opening',
    ],
    [
      'a prescription: the administrators',
      MORNING,
      'herrgardet',
      null,
      'administrator',
      4,
      'herrgardet administrator',
      'home-open',
    ],
    [
      'a prescription at night waits',
      EVENING,
      'herrgardet',
      null,
      'administrator',
      4,
      'herrgardet administrator',
      'waits-for-opening',
    ],
    [
      'a nurse stands in for a physiotherapist',
      MORNING,
      'herrgardet',
      null,
      'physiotherapist',
      4,
      'herrgardet nurse',
      'home-open',
    ],
    [
      'the physiotherapist where there is one',
      MORNING,
      'kungsor',
      null,
      'physiotherapist',
      4,
      'kungsor physiotherapist',
      'home-open',
    ],
    [
      'listed nowhere: the clinic on whose page it began',
      MORNING,
      null,
      'kungsor',
      'nurse',
      4,
      'kungsor nurse',
      'home-open',
    ],
    [
      'listed nowhere, the emergency department’s page: the hotline',
      MORNING,
      null,
      'akuten',
      'nurse',
      4,
      '1177 nurse',
      'no-home',
    ],
    ['listed nowhere, region page: the hotline', MORNING, null, null, 'nurse', 5, '1177 nurse', 'no-home'],
    [
      'no administrator at home: the hotline',
      MORNING,
      'kungsor',
      null,
      'administrator',
      4,
      '1177 nurse',
      'no-home',
    ],
    [
      'a clinic that never opens: the hotline',
      MORNING,
      'shut',
      null,
      'nurse',
      5,
      '1177 nurse',
      'home-never-opens',
    ],
  ])('%s', (_name, now, listingUnitId, originUnitId, competence, urgency, target, reason) => {
    const decision = chooseQueue({ urgency, competence, listingUnitId, originUnitId }, UNITS, local(now));
    expect(`${decision.target.unitId} ${decision.target.competence}`).toBe(target);
    expect(decision.reason.code).toBe(reason);
  });

  it('tells when the clinic opens, and why the hotline was turned down', () => {
    const facts = {
      urgency: 4,
      competence: 'nurse',
      listingUnitId: 'herrgardet',
      originUnitId: null,
    } as const;
    const decision = chooseQueue(facts, UNITS, local(FRIDAY_NIGHT));
    expect(decision.opensAt).toBe('2026-11-30T07:00:00.000Z');
    expect(decision.reason.text).toEqual({
      sv: 'Enhet herrgardet svarar när mottagningen öppnar måndag 30 november klockan 08.00.',
      en: 'Enhet herrgardet will answer when it opens on Monday 30 November at 08:00.',
    });
    expect(decision.turnedDown).toEqual([
      { unitId: 'herrgardet', unitName: 'Enhet herrgardet', competence: 'nurse', why: TURNED_DOWN.closed },
      { unitId: '1177', unitName: 'Enhet 1177', competence: 'nurse', why: tooLittleHaste(3) },
    ]);
  });

  it('gives the same decision again from what is stored', () => {
    const facts = { urgency: 2, competence: 'nurse', listingUnitId: 'kungsor', originUnitId: null } as const;
    const decision = chooseQueue(facts, UNITS, local(EVENING));
    const { facts: storedFacts, now } = decision.inputs as { facts: typeof facts; now: string };
    expect(chooseQueue(storedFacts, UNITS, new Date(now))).toEqual(decision);
  });

  it('refuses a region without a hotline', () => {
    const facts = { urgency: 2, competence: 'nurse', listingUnitId: null, originUnitId: null } as const;
    expect(() => chooseQueue(facts, [], local(MORNING))).toThrow('no hotline');
  });
});
