import type { AnswerValue, Duration } from '../contracts/triage.js';
import type { FlowFormulas } from './encode-flow.js';
import { type PatientFormulas, PREGNANT, SEXES } from './encode-patient.js';
import { and, not, or } from './formulas.js';
import type { Solver } from './solver.js';

/** Something that a patient is or answers: which of its values it may have, by their places. */
interface Part {
  /** What is looked at: a fact, a question, or an option of several. */
  of: string;
  values: readonly unknown[];
  /** The formula that it has the value at this place. */
  is(place: number): string;
  /** Numbers, durations and ages: what lies between two values may be said as a range. */
  isOrdered: boolean;
  chosen: number[];
}

/**
 * The smallest condition that holds in the case found and from which the claim follows: nothing can be left out of it,
 * and no value added. The solver has begun with what always holds.
 */
export async function smallestCondition(
  solver: Solver,
  sheets: readonly FlowFormulas[],
  claim: string,
  found: ReadonlySet<string>,
): Promise<{ formula: string; words: string }> {
  const [first] = sheets;
  if (!first) throw new Error('A condition is about some flow.');
  const all = [
    ...sheets.flatMap((sheet, at) => answerParts(sheet, found, at < sheets.length - 1 ? ' (before)' : '')),
    ...patientParts(first.patients, found),
  ];
  // What is not chosen is left out first, so that what is chosen remains to tell who it is.
  let parts = [...all.filter(isWithout), ...all.filter((part) => !isWithout(part))];
  const follows = async (fewer: readonly Part[]): Promise<boolean> =>
    (await solver.find(and([...fewer.map(formulaOf), not(claim)]))) === null;
  // Half of what is left is tried at once, so that the many that play no part cost little.
  const leaveOut = async (some: readonly Part[]): Promise<void> => {
    const fewer = parts.filter((part) => !some.includes(part));
    if (some.length === 0) return;
    if (await follows(fewer)) {
      parts = fewer;
      return;
    }
    if (some.length === 1) return;
    const half = Math.ceil(some.length / 2);
    await leaveOut(some.slice(0, half));
    await leaveOut(some.slice(half));
  };
  await leaveOut(parts);
  for (const part of parts) await widen(part, () => follows(parts));
  const words = all.filter((part) => parts.includes(part)).map(wordsOf);
  return { formula: and(parts.map(formulaOf)), words: words.join(', ') || 'always' };
}

/** An option of several that is not chosen. */
function isWithout({ values, chosen }: Part): boolean {
  return values[0] === false && chosen[0] === 0;
}

/** More values, as long as the claim still follows. */
async function widen(part: Part, follows: () => Promise<boolean>): Promise<void> {
  const add = async (place: number): Promise<boolean> => {
    if (place < 0 || place >= part.values.length || part.chosen.includes(place)) return false;
    part.chosen.push(place);
    if (await follows()) return true;
    part.chosen.pop();
    return false;
  };
  if (!part.isOrdered) {
    for (let place = 0; place < part.values.length; place += 1) await add(place);
    return;
  }
  while (await add(Math.min(...part.chosen) - 1));
  while (await add(Math.max(...part.chosen) + 1));
}

function formulaOf(part: Part): string {
  return or(part.chosen.map((place) => part.is(place)));
}

function patientParts(patients: PatientFormulas, found: ReadonlySet<string>): Part[] {
  const part = (of: string, values: readonly unknown[], isOrdered: boolean): Part => {
    const is = (place: number) => `${of}.${place}`;
    const chosen = values.flatMap((_, place) => (found.has(is(place)) ? [place] : []));
    return { of, values, is, isOrdered, chosen };
  };
  return [part('age', patients.ages, true), part('sex', SEXES, false), part('pregnant', PREGNANT, false)];
}

function answerParts(sheet: FlowFormulas, found: ReadonlySet<string>, mark: string): Part[] {
  return sheet.flow.flow.questions.flatMap((question, at): Part[] => {
    const values = sheet.values[at] ?? [];
    const isSaid = (place: number) => found.has(sheet.answered(at, place));
    if (question.kind !== 'several') {
      const is = (place: number) => sheet.answered(at, place);
      const chosen = values.flatMap((_, place) => (isSaid(place) ? [place] : []));
      const isOrdered = ['number', 'scale', 'duration'].includes(question.kind);
      return [{ of: `${question.id}${mark}`, values, is, isOrdered, chosen }];
    }
    return values.map((value, place) => {
      const is = (held: number) => (held === 1 ? sheet.answered(at, place) : not(sheet.answered(at, place)));
      const of = `${question.id}${mark}: ${value === null ? 'passed over' : value}`;
      return { of, values: [false, true], is, isOrdered: false, chosen: [isSaid(place) ? 1 : 0] };
    });
  });
}

/** As flows write their conditions. */
function wordsOf({ of, values, chosen, isOrdered }: Part): string {
  const places = chosen.toSorted((a, b) => a - b);
  const [first = 0, last = 0] = [places[0], places.at(-1)];
  if (values[0] === false) return last === 1 ? of : of.replace(':', ' without');
  const said = (place: number) =>
    of === 'age' ? ageOf(Number(values[place])) : shown(values[place] as AnswerValue);
  if (!isOrdered || first === last) return `${of}: ${places.map(said).join(' or ')}`;
  return `${of}: ${first === 0 ? '' : said(first)}..${last === values.length - 1 ? '' : said(last)}`;
}

function ageOf(months: number): string {
  return months % 12 === 0
    ? `${months / 12} years`
    : `${Math.floor(months / 12)} years ${months % 12} months`;
}

function shown(value: AnswerValue): string {
  if (value === null) return 'not known';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object' && !Array.isArray(value))
    return `${(value as Duration).amount} ${value.unit}`;
  return String(value);
}
