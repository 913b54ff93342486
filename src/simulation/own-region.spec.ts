import type { OpeningHours } from '../contracts/index.js';
import { type CaseCount, type KnownRegion, LEAST_CASES, lacking, ownScenario } from './own-region.js';
import { regionFaults, scenarioFaults } from './scenario-checks.js';
import { readScenario, SHIPPED_SCENARIO } from './scenario-file.js';
import { simulate } from './simulation.js';

const BASE = readScenario(SHIPPED_SCENARIO);
const OFFICE: OpeningHours = {
  week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:30' }],
  closedDates: [],
};
const ALWAYS: OpeningHours = {
  week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00' }],
  closedDates: [],
};
const WEEK = [1, 2, 3, 4, 5, 6, 7];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

const of = (weekday: number, about: Partial<CaseCount> = {}): CaseCount => ({
  reason: 'back-pain',
  urgency: 4,
  competence: 'nurse',
  weekday,
  hour: 9,
  cases: 40,
  ...about,
});

/** Two nurses at the clinic from 7 to 17, a third in the morning; one at the hotline; three cases at a time each. */
function region(about: Partial<KnownRegion> = {}): KnownRegion {
  return {
    starts: '2026-11-27',
    casesAtOnce: 3,
    catchAll: 'nurse',
    units: [
      { id: 'herrgardet', name: 'Herrgärdet', kind: 'clinic', hours: OFFICE, listed: 9000 },
      { id: '1177', name: '1177', kind: 'hotline', hours: ALWAYS, listed: 0 },
    ],
    knownWeekdays: WEEK,
    duty: WEEK.flatMap((weekday) =>
      HOURS.flatMap((hour) => [
        {
          unitId: 'herrgardet',
          competence: 'nurse' as const,
          weekday,
          hour,
          onDuty: weekday > 5 || hour < 7 || hour >= 17 ? 0 : hour < 11 ? 9 : 6,
          handlingMinutes: 36,
        },
        { unitId: '1177', competence: 'nurse' as const, weekday, hour, onDuty: 3, handlingMinutes: 36 },
      ]),
    ),
    weeks: 8,
    cases: [
      ...[1, 2, 3, 4, 5].map((weekday) => of(weekday)),
      of(1, { urgency: 2, cases: 60 }),
      of(6, { reason: 'sore-throat', hour: 20, cases: 40 }),
      of(2, { reason: 'sleep', competence: 'psychologist', cases: 10 }),
    ],
    ...about,
  };
}

describe('the own region', () => {
  it('says what is lacking while too little is known', () => {
    expect(lacking(region())).toBeNull();
    expect(lacking(region({ knownWeekdays: [1, 2, 2, 3] }))).toEqual({ weekdays: 4, cases: 0 });
    expect(lacking(region({ cases: [of(1)] }))).toEqual({ weekdays: 0, cases: LEAST_CASES - 40 });
  });

  it('has its people as they have been at work, while their unit is open', () => {
    const [clinic, hotline] = ownScenario(BASE.scenario, region()).units;
    const days = [1, 2, 3, 4, 5];
    expect(clinic?.staff).toEqual([
      { competence: 'nurse', people: 1, shifts: [{ days, from: '08:00', to: '16:30' }] },
      { competence: 'nurse', people: 1, shifts: [{ days, from: '08:00', to: '16:30' }] },
      { competence: 'nurse', people: 1, shifts: [{ days, from: '08:00', to: '11:00' }] },
    ]);
    expect(hotline?.staff).toEqual([
      { competence: 'nurse', people: 1, shifts: [{ days: WEEK, from: '00:00', to: '00:00' }] },
    ]);
  });

  it('has its own cases: what about, how urgent, when, and how long they take a person', () => {
    const { reasons, demand, use } = ownScenario(BASE.scenario, region());
    const [backPain, , sleep] = reasons;
    expect(backPain).toMatchObject({ id: 'back-pain', competences: ['nurse'], minutes: 12 });
    expect(backPain?.share).toBeCloseTo((100 * 260) / 310);
    expect(backPain?.urgencies[2]).toBeCloseTo((100 * 60) / 260);
    expect(sleep?.competences).toEqual(['psychologist', 'nurse']);
    expect(demand.hours.weekday[9]).toBe(270);
    expect(demand.hours.weekend[20]).toBe(40);
    expect(demand.weekdays).toEqual([100, 50, 40, 40, 40, 40, 0]);
    // 310 cases in eight weeks of 12 minutes, over 5 × (8.5 + 8.5 + 3) + 7 × 24 hours.
    expect(use).toEqual([Math.round((100 * ((310 / 8) * 12)) / (268 * 60))]);
  });

  it('can be played', () => {
    const scenario = { ...ownScenario(BASE.scenario, region()), seeds: 1, days: 7, warmUpDays: 0 };
    expect(scenarioFaults(scenario)).toEqual([]);
    const { policy } = BASE;
    const own = {
      ...policy,
      cooperations: [],
      withoutHome: '1177',
      catchAll: { unitId: '1177', competence: 'nurse' as const },
    };
    const agreements = policy.agreements.map((each) => ({ ...each, to: '1177' }));
    const result = simulate(scenario, { ...own, agreements });
    expect(result.uses[0]?.strategies.slussen.all.cases?.value).toBeGreaterThan(20);
  });

  it('says why it cannot be played without a hotline', () => {
    const [clinic] = region().units;
    const faults = regionFaults(ownScenario(BASE.scenario, region({ units: clinic ? [clinic] : [] })));
    expect(faults[0]?.message).toMatch(/one unit of kind hotline/);
  });
});
