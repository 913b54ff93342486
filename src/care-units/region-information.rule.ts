import { Ajv } from 'ajv';
import { type FileFault, readCheckedYaml } from '../config/checked-yaml.js';
import { objectSchema as object } from '../config/json-schema.js';
import {
  type BilingualText,
  INFORMATION_PAGES,
  type InformationPage,
  type InformationPageName,
  type InformationSection,
  type RegionInformation,
} from '../contracts/index.js';

/** What is in force, for the names in braces that texts may have. */
export const INFORMATION_VALUES = [
  'region',
  'phone',
  'noticeDays',
  'reopenHours',
  'signedInHours',
  'visitorHours',
] as const;
export type InformationValues = Record<(typeof INFORMATION_VALUES)[number], string>;

type WrittenSection = Pick<InformationSection, 'heading'> & Partial<InformationSection>;
type WrittenPage = Omit<InformationPage, 'sections'> & { sections: WrittenSection[] };
type WrittenInformation = Record<InformationPageName, WrittenPage>;

const text = object({
  sv: { type: 'string', pattern: '\\S' },
  en: { type: 'string', pattern: '\\S' },
});
const texts = { type: 'array', minItems: 1, items: text };
const page = object({
  title: text,
  updated: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  intro: texts,
  sections: { type: 'array', minItems: 1, items: object({ heading: text }, { text: texts, points: texts }) },
});
const validate = new Ajv({ allErrors: true, strict: true }).compile<WrittenInformation>(
  object(Object.fromEntries(INFORMATION_PAGES.map((name) => [name, page]))),
);

/**
 * Reads a region's texts, and puts what is in force in place of the names in braces.
 * @returns the texts, or a line for every fault: where it is, and what would be right
 */
export function readInformation(
  source: string,
  values: InformationValues,
): { content: RegionInformation } | { faults: string[] } {
  const read = readCheckedYaml(source, validate, (content) => [
    ...unknownNames(content),
    ...impossibleDates(content),
  ]);
  if ('faults' in read) return read;
  const { privacy, accessibility, help } = read.content;
  const fill = (written: WrittenPage) => filledPage(written, values);
  return { content: { privacy: fill(privacy), accessibility: fill(accessibility), help: fill(help) } };
}

function filledPage(
  { title, updated, intro, sections }: WrittenPage,
  values: InformationValues,
): InformationPage {
  const fill = (each: BilingualText): BilingualText => ({
    sv: filled(each.sv, values),
    en: filled(each.en, values),
  });
  return {
    title: fill(title),
    updated,
    intro: intro.map(fill),
    sections: sections.map((section) => ({
      heading: fill(section.heading),
      text: (section.text ?? []).map(fill),
      points: (section.points ?? []).map(fill),
    })),
  };
}

const NAME = /\{(\w*)\}/g;

function filled(template: string, values: InformationValues): string {
  return template.replace(NAME, (whole, name: string) => (isKnown(name) ? values[name] : whole));
}

/** Dates that no calendar has. */
function impossibleDates(written: WrittenInformation): FileFault[] {
  return INFORMATION_PAGES.flatMap((name) => {
    const { updated } = written[name];
    const read = new Date(`${updated}T00:00:00Z`);
    const isReal = !Number.isNaN(read.getTime()) && read.toISOString().startsWith(updated);
    return isReal
      ? []
      : [{ path: [name, 'updated'], message: `${updated} is no day; write year, month and day` }];
  });
}

function isKnown(name: string): name is keyof InformationValues {
  return INFORMATION_VALUES.some((known) => known === name);
}

/** Names in braces that nothing stands for, anywhere in the file. */
function unknownNames(content: unknown, path: (string | number)[] = []): FileFault[] {
  if (typeof content === 'string') {
    const unknown = [...content.matchAll(NAME)].flatMap(([, name = '']) => (isKnown(name) ? [] : [name]));
    const known = INFORMATION_VALUES.map((name) => `{${name}}`).join(', ');
    return unknown.map((name) => ({ path, message: `{${name}} stands for nothing; use ${known}` }));
  }
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([key, value]) => unknownNames(value, [...path, key]));
}
