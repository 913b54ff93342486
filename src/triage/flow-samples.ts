import { optionsOfChoice, type RegionChoice, type RegionChoices } from '../contracts/region-choices.js';
import { type AnswerValue, DURATION_UNITS, type Duration, MOST_AMOUNT } from '../contracts/triage.js';
import { comparisons } from './conditions.rule.js';
import type { Condition, Fits, Flow, PatientFacts, Question, Range } from './flow.types.js';
import { hoursOf, inRange } from './ranges.js';

/** From the shortest to the longest. */
const UNIT_HOURS = DURATION_UNITS.map((unit) => [unit, hoursOf({ amount: 1, unit })] as const);

/**
 * Answers that represent all answers to a question, as far as the given conditions can tell them apart: every
 * combination of the options they name, and both sides of every end of their ranges.
 */
export function sampleAnswers(question: Question, conditions: readonly Condition[]): AnswerValue[] {
  const own = conditions
    .flatMap(comparisons)
    .filter((part) => 'question' in part && part.question === question.id);
  const options = own.flatMap((part) => (part.kind === 'option' ? part.anyOf : []));
  const ranges = own.flatMap((part) => (part.kind === 'range' ? [part.range] : []));
  const samples = samplesOfKind(question, [...new Set(options)], ranges);
  return question.view.optional ? [...samples, null] : samples;
}

function samplesOfKind(question: Question, named: string[], ranges: Range[]): AnswerValue[] {
  const { view } = question;
  const all = view.options ?? [];
  switch (question.kind) {
    case 'one':
      return all.map((option) => option.id);
    case 'yes-no':
      return ['yes', 'no'];
    case 'several': {
      const other = all.find((option) => !named.includes(option.id) && !option.exclusive);
      const alone = all.filter((option) => option.exclusive).map((option) => [option.id]);
      const together = all.filter((option) => named.includes(option.id) && !option.exclusive);
      let subsets: string[][] = [[]];
      for (const option of together) subsets = subsets.concat(subsets.map((set) => set.concat(option.id)));
      return [...alone, ...subsets.map((set) => (set.length > 0 ? set : other ? [other.id] : []))].filter(
        (set) => set.length > 0,
      );
    }
    case 'number':
    case 'scale': {
      const [min, max, step] = [view.min ?? 0, view.max ?? 10, view.step ?? 1];
      const near = ends(ranges).flatMap((end) => [end - step, end, end + step]);
      const inside = [min, ...near, max].filter((value) => value >= min && value <= max);
      return [...new Set(inside.map((value) => Number(value.toFixed(6))))];
    }
    case 'duration': {
      const near = ends(ranges).flatMap((end) => {
        const step = UNIT_HOURS.find(([, hours]) => end / hours < MOST_AMOUNT)?.[1] ?? 1;
        return [end - step, end, end + step];
      });
      return [1, ...near.filter((hours) => hours > 1)].map(asDuration);
    }
    case 'date':
      return ['2026-01-02'];
    case 'text':
      return ['…'];
    case 'image':
      return [[]];
  }
}

/** Facts that represent everyone a flow is for, as far as the given conditions can tell them apart. */
export function sampleFacts(fits: Fits, conditions: readonly Condition[]): PatientFacts[] {
  const ages = conditions.flatMap(comparisons).flatMap((part) => (part.kind === 'age' ? [part] : []));
  const months = [
    ...ends([...ages.filter((age) => age.unit === 'years').map((age) => age.range), fits.years]).map(
      (end) => end * 12,
    ),
    ...ends([...ages.filter((age) => age.unit === 'months').map((age) => age.range), fits.months]),
  ];
  const near = [0, 110 * 12, ...months.flatMap((end) => [end - 1, end, end + 1, end + 11, end + 12])];
  const everyone = [...new Set(near)].flatMap((ageMonths) =>
    ([null, 'female', 'male'] as const).flatMap((sex) =>
      ([null, true, false] as const).map((pregnant) => ({ ageMonths, sex, pregnant })),
    ),
  );
  const regions = choicesIn(conditions).reduce<RegionChoices[]>(
    (found, name) =>
      found.flatMap((each) => optionsOfChoice(name).map((option) => ({ ...each, [name]: option }))),
    [{}],
  );
  return everyone
    .flatMap((facts) =>
      regions.map((choices) => (Object.keys(choices).length > 0 ? { ...facts, choices } : facts)),
    )
    .filter((facts) => facts.ageMonths >= 0 && !(facts.sex === 'male' && facts.pregnant))
    .filter((facts) => fitsPatient(fits, facts));
}

/** The choices of the region that conditions look at. */
export function choicesIn(conditions: readonly Condition[]): RegionChoice[] {
  const named = conditions
    .flatMap(comparisons)
    .flatMap((part) => (part.kind === 'choice' ? [part.name] : []));
  return [...new Set(named)].sort();
}

/** Whether a flow is for this patient; a fact that is not known excludes nobody. */
export function fitsPatient(fits: Fits, facts: PatientFacts): boolean {
  return (
    (fits.years === null || inRange(fits.years, Math.floor(facts.ageMonths / 12))) &&
    (fits.months === null || inRange(fits.months, facts.ageMonths)) &&
    (fits.sex === null || facts.sex === null || fits.sex === facts.sex) &&
    (fits.pregnant === null || facts.pregnant === null || fits.pregnant === facts.pregnant)
  );
}

/** Every condition in a flow that decides which questions are asked, or that a red flag depends on. */
export function askingConditions(flow: Flow): Condition[] {
  return flow.questions.flatMap((question) => [
    ...(question.when ? [question.when] : []),
    ...question.redFlags.flatMap((flag) => (flag.if ? [flag.if] : [])),
  ]);
}

function ends(ranges: (Range | null)[]): number[] {
  return ranges
    .flatMap((range) => [range?.from, range?.to])
    .filter((end) => end !== null && end !== undefined);
}

/** In the largest unit that gives a whole number. */
function asDuration(hours: number): Duration {
  const [unit, length] = UNIT_HOURS.findLast(([, length]) => hours % length === 0) ?? ['hours', 1];
  return { amount: hours / length, unit };
}
