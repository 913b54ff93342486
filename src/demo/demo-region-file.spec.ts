import { isOpen } from '../care-units/opening-hours.rule.js';
import { readHours } from './demo-hours.js';
import { DemoRegionError, parseDemoRegion, readDemoRegion } from './demo-region-file.js';

const RIGHT = `units:
  - slug: herrgardet
    hsa-id: SE0000000000-1001
    name: Herrgärdets vårdcentral
    kind: clinic
    address: Herrgärdsgatan 4
    hours: { week: [{ days: [1], from: '08:00', to: '16:00' }] }
    competences: [nurse]
    others-may-book: true
staff:
  - hsa-id: SE0000000000-2001
    given-name: Anna
    family-name: Lindqvist
    commissions:
      - hsa-id: SE0000000000-3001
        unit: herrgardet
        role: nurse
        times:
          - { kind: nurse-visit, days: [1], from: '09:00', to: '12:00', minutes: 30 }
residents:
  - id: lisa
    given-name: Lisa
    family-name: Andersson
    sex: female
    listed-at: herrgardet
    personnummer: ['199106172381']
`;

function faultsOf(source: string): readonly string[] {
  try {
    parseDemoRegion(source);
    return [];
  } catch (error) {
    if (error instanceof DemoRegionError) return error.faults;
    throw error;
  }
}

describe('parseDemoRegion', () => {
  it('takes a file that is right', () => {
    expect(faultsOf(RIGHT)).toEqual([]);
  });

  it.each<[string, string, string, RegExp]>([
    ['a wrong kind', 'kind: clinic', 'kind: klinik', /^line 5, units\.0\.kind: must be one of clinic/],
    ['an unknown field', 'address:', 'adress:', /line 6, units\.0\.adress: is not known here; leave it out/],
    ['a field left out', '    sex: female\n', '', /^line 21, residents\.0: must have sex/],
    ['a wrong HSA-id', 'SE0000000000-1001', 'SE00-1001', /^line 3, units\.0\.hsa-id: must match/],
    [
      'a wrong time',
      "from: '09:00'",
      "from: '9'",
      /^line 19, staff\.0\.commissions\.0\.times\.0\.from: must match/,
    ],
    [
      'wrong hours',
      "from: '08:00'",
      "from: '8'",
      /^line 7, units\.0\.hours\.week\.0\.from: must be a time of day as HH:MM/,
    ],
    [
      'unknown hours',
      "'16:00' }]",
      "'16:00' }], closed-on: { holidays: true, eves: [lucia] }",
      /^line 7, units\.0\.hours\.closed-on\.eves\.0: must be one of twelfth-night/,
    ],
    [
      'hours that overlap',
      "'16:00' }]",
      "'16:00' }, { days: [7], from: '22:00', to: '08:30' }]",
      /^line 7, units\.0\.hours\.week\.1\.from: must not overlap 08:00–16:00 of Monday/,
    ],
    ['a unit that is not there', 'unit: herrgardet', 'unit: kungsor', /there is no kungsor/],
    [
      'an HSA-id twice',
      'SE0000000000-3001',
      'SE0000000000-2001',
      /must be there once only \(SE0000000000-2001\)/,
    ],
    ['a wrong check digit', '199106172381', '199106172382', /^line 26.*must have the right check digit/],
    [
      'a number of the other sex',
      'sex: female',
      'sex: male',
      /must be a number of the sex that is said \(male\)/,
    ],
    [
      'two numbers without an age',
      "['199106172381']",
      "['199106172381', '199006172382']",
      /must have the age that picks/,
    ],
    ['no number at all', "    personnummer: ['199106172381']\n", '', /must have one of personnummer/],
    [
      'a guardian who is not there',
      'sex: female',
      'sex: female\n    guardians: [samir]',
      /there is no samir/,
    ],
    ['times that end before they begin', "to: '12:00'", "to: '08:00'", /must end after it begins/],
    [
      'times at once',
      'residents:',
      "          - { kind: nurse-visit, days: [1], from: '11:30', to: '13:00', minutes: 30 }\nresidents:",
      /^line 20.*must not overlap nurse-visit 09:00–12:00/,
    ],
    ['YAML that cannot be read', 'units:', 'units: [', /at line \d+/],
  ])('names %s', (_name, from, to, expected) => {
    expect(faultsOf(RIGHT.replace(from, to)).join('\n')).toMatch(expected);
  });
});

describe('the region that comes with the program', () => {
  const region = readDemoRegion();

  it('has the five units of the examples', () => {
    expect(region.units.map((unit) => unit.slug)).toEqual([
      'herrgardet',
      'kungsor',
      '1177',
      'barnmottagningen',
      'akutmottagningen',
    ]);
  });

  it('has staff for every competence that a unit says it has', () => {
    for (const unit of region.units) {
      const roles = region.staff.flatMap((staff) =>
        staff.commissions
          .filter((commission) => commission.unit === unit.slug && !commission.manages)
          .map(({ role }) => role),
      );
      expect(new Set(roles)).toEqual(new Set(unit.competences));
    }
  });

  it('keeps clinics to 08–16 on weekdays and closed on Christmas Eve', () => {
    const opening = readHours(region.units[0]?.hours ?? {});
    if (Array.isArray(opening)) throw new Error('The clinic has hours');
    expect(isOpen(opening, new Date('2026-11-24T08:20:00Z'))).toBe(true);
    expect(isOpen(opening, new Date('2026-11-24T18:20:00Z'))).toBe(false);
    expect(isOpen(opening, new Date('2026-12-24T09:00:00Z'))).toBe(false);
    expect(isOpen(opening, new Date('2027-05-06T09:00:00Z'))).toBe(false); // Ascension Day
  });

  it('has someone with commissions at two units', () => {
    expect(region.staff.some((staff) => new Set(staff.commissions.map(({ unit }) => unit)).size > 1)).toBe(
      true,
    );
  });
});
