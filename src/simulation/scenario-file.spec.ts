import { readFileSync } from 'node:fs';
import { parseScenario, ScenarioError, SHIPPED_SCENARIO } from './scenario-file.js';

const RIGHT = readFileSync(SHIPPED_SCENARIO, 'utf8');
const GENERAL = 'competences: [nurse], minutes: 12, urgencies: { 2: 5,';

function faultsOf(source: string): readonly string[] {
  try {
    parseScenario(source);
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.faults;
    throw error;
  }
}

/** The line on which a text stands. */
const lineOf = (source: string, text: string) => source.slice(0, source.indexOf(text)).split('\n').length;

describe('a scenario file', () => {
  it('that comes with the program is right: 28 clinics and the hotline, listed patients as in the region', () => {
    const { scenario, policy } = parseScenario(RIGHT);
    expect(scenario.units.filter(({ kind }) => kind === 'clinic')).toHaveLength(28);
    expect(scenario.units.reduce((sum, { listed = 0 }) => sum + listed, 0)).toBe(280_000);
    expect(scenario.use).toEqual([85, 92, 97]);
    expect(scenario.uneven).toBe(25);
    expect(policy.cooperations).toHaveLength(6);
  });

  it.each<[string, string, string, RegExp]>([
    ['a negative rate', 'weekdays: [1.15,', 'weekdays: [-1.15,', /demand\.weekdays\.0: must be >= 0/],
    ['a negative share', 'share: 27', 'share: -27', /reasons\.0\.share: must be >= 0/],
    [
      'shares that miss a hundred',
      'share: 27',
      'share: 25',
      /reasons: the shares must add up to 100; they add up to 98/,
    ],
    [
      'urgencies that miss a hundred',
      '2: 5, 3: 32',
      '2: 5, 3: 33',
      /reasons\.0\.urgencies: must add up to 100; they add up to 101/,
    ],
    ['a handling time of zero', GENERAL, GENERAL.replace('12', '0'), /reasons\.0\.minutes: must be > 0/],
    ['a date that is none', '2026-09-07', '2026-02-30', /starts: must be a date that exists/],
    ['too many seeds', 'seeds: 20', 'seeds: 2000', /seeds: must be <= 100/],
    ['use of nothing', 'use: [85, 92, 97]', 'use: [0]', /use\.0: must be > 0/],
    [
      'a competence that is none',
      GENERAL,
      GENERAL.replace('nurse', 'wizard'),
      /must be one of nurse, physician/,
    ],
    [
      'a competence nobody has',
      GENERAL,
      GENERAL.replace('nurse', 'midwife'),
      /reasons\.0\.competences: must have one that works at some unit: nurse, administrator/,
    ],
    [
      'shifts that overlap',
      'from: "20:00", to: "21:00"',
      'from: "07:30", to: "21:00"',
      /units\.0\.staff\.4\.shifts\.1: must not overlap 07:00–08:00/,
    ],
    [
      'a shift while closed',
      'from: "12:00", to: "16:30"',
      'from: "12:00", to: "17:30"',
      /must lie within the opening hours/,
    ],
    [
      'no hotline',
      'kind: hotline',
      'kind: clinic\n    listed: 5',
      /units: must have one unit of kind hotline; there are 0/,
    ],
    [
      'a clinic without listed patients',
      'hours: *office, listed: 11200, staff: *medium',
      'hours: *office, staff: *medium',
      /must have listed/,
    ],
    ['the same unit twice', 'id: fridhem', 'id: drottninghamn', /must be there once only \(drottninghamn\)/],
    [
      'an unknown unit in the policy',
      'units: [almby,',
      'units: [nowhere,',
      /policy\.cooperations\.1\.units\.0: no unit has the short name nowhere/,
    ],
    ['what is not known', 'uneven: 25', 'uneven: 25\nwizards: 3', /wizards: is not known here; leave it out/],
    ['what is missing', 'uneven: 25\n', '', /must have uneven/],
    [
      'static urgencies twice',
      'hotlineWhenClosed: [1, 2, 3]',
      'hotlineWhenClosed: [3, 5]',
      /static\.hotlineWhenClosed\.1: the hotline takes urgency 5 always already/,
    ],
    ['no YAML', 'uneven: 25', 'uneven: [25', /./],
  ])('with %s is refused with the line and what would be right', (_, from, to, expected) => {
    expect(RIGHT).toContain(from);
    expect(faultsOf(RIGHT.replace(from, to)).join('\n')).toMatch(expected);
  });

  it('says the line of the fault', () => {
    const source = RIGHT.replace('share: 27', 'share: -27');
    expect(faultsOf(source)[0]).toBe(`line ${lineOf(source, '-27')}, reasons.0.share: must be >= 0`);
  });
});
