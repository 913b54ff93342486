import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../config/project-root.js';
import { LANGUAGES, type RegionInformation } from '../contracts/index.js';
import { readInformation } from './region-information.rule.js';

const SOURCE = readFileSync(path.join(PROJECT_ROOT, 'src/care-units/region-information.yaml'), 'utf8');
const VALUES = {
  region: 'Region Norr',
  phone: '08-465 004 00',
  noticeDays: '90',
  reopenHours: '48',
  signedInHours: '12',
  visitorHours: '24',
};

/** Without faults, or the test fails. */
function read(source: string): RegionInformation {
  const found = readInformation(source, VALUES);
  if ('faults' in found) throw new Error(found.faults.join('\n'));
  return found.content;
}

function faults(source: string): string[] {
  const found = readInformation(source, VALUES);
  return 'faults' in found ? found.faults : [];
}

describe('the texts that come with Slussen', () => {
  const { privacy, accessibility, help } = read(SOURCE);
  const words = (page: unknown) => JSON.stringify(page);

  it('say what is in force', () => {
    expect(words(privacy)).toContain('tas bort efter 90 dagar');
    expect(words(privacy)).toContain('gäller i högst 12 timmar');
    expect(words(help)).toContain('write again within 48 hours');
    expect(words([privacy, accessibility, help])).not.toMatch(/\{\w+\}/);
  });

  it('tell of images, who reads, how long, and where to complain', () => {
    const headings = privacy.sections.map(({ heading }) => heading.sv);
    expect(headings).toEqual(
      expect.arrayContaining(['Bilder', 'Vem som läser', 'Hur länge', 'Dina rättigheter']),
    );
    expect(words(privacy)).toContain('https://www.imy.se');
  });

  it.each(LANGUAGES)('state accessibility in the form that is asked for, in %s', (language) => {
    const all = accessibility.sections.flatMap((section) =>
      [...section.text, ...section.points, section.heading].map((each) => each[language]),
    );
    const needed = {
      sv: [
        /delvis förenlig/,
        /WCAG 2\.2/,
        /1\.2\.4/,
        /självskattning/,
        /bedömningen gjordes den 28 november 2026/,
      ],
      en: [
        /partially compliant/,
        /WCAG 2\.2/,
        /1\.2\.4/,
        /self-assessment/,
        /assessment was made on 28 November 2026/,
      ],
    }[language];
    for (const each of [...needed, /https:\/\/www\.digg\.se\/tdosanmalan/, /08-465 004 00/])
      expect(all.join('\n')).toMatch(each);
    expect(accessibility.intro[0]?.[language]).toContain('Region Norr');
  });
});

describe('readInformation', () => {
  it.each([
    [
      'a language that is missing',
      'title: { sv: Hjälp och kontakt, en: Help and contact }',
      'title: { sv: Hjälp och kontakt }',
      /^line \d+, help\.title: must have en$/,
    ],
    [
      'an empty text',
      'heading: { sv: Bilder, en: Images }',
      'heading: { sv: Bilder, en: " " }',
      /^line \d+, privacy\.sections\.4\.heading\.en: must match/,
    ],
    ['a page that is missing', 'help:', 'helps:', /must have help$/],
    [
      'a name that nothing stands for',
      '{noticeDays} dagar',
      '{days} dagar',
      /^line \d+, privacy\.sections\.2\.points\.1\.sv: \{days\} stands for nothing; use \{region\},/,
    ],
    [
      'a day of no calendar',
      'updated: 2026-11-28',
      'updated: 2026-02-31',
      /^line \d+, privacy\.updated: 2026-02-31 is no day/,
    ],
    ['no date', 'updated: 2026-11-28', 'updated: in November', /^line \d+, privacy\.updated: must match/],
  ])('names %s', (_what, right, wrong, fault) => {
    expect(SOURCE).toContain(right);
    expect(faults(SOURCE.replace(right, wrong))).toContainEqual(expect.stringMatching(fault));
  });
});
