import { optionsOfChoice, type RegionChoice, type RegionChoices } from '../contracts/region-choices.js';
import type { AnswerValue, Duration } from '../contracts/triage.js';
import type { Condition, Fits, Flow, PatientFacts, Question, RedFlag } from '../triage/flow.types.js';
import {
  askingConditions,
  choicesIn,
  fitsPatient,
  sampleAnswers,
  sampleFacts,
} from '../triage/flow-samples.js';
import { hoursOf } from '../triage/ranges.js';
import { agesIn, type Demand } from '../triage/safety-rules.js';
import { and, exactlyOne, not, or } from './formulas.js';

/** Who the patient is and what they would answer to every question, as a solver found it. */
export interface FoundPatient {
  facts: PatientFacts;
  answers: Record<string, AnswerValue>;
}

export const SEXES = [null, 'female', 'male'] as const;
export const PREGNANT = [null, true, false] as const;

/**
 * Who the patient may be, as formulas: everyone whom all these flows are for, as far as the given conditions tell them
 * apart, so that a proof over them is a proof over all.
 */
export class PatientFormulas {
  /** Declarations and what always holds. */
  readonly text: string;
  /** The names that say who it is; everything else follows from them and the answers. */
  readonly free: readonly string[];
  /** Those of the region's choices that anything looks at. */
  private readonly choices: readonly RegionChoice[];
  /** In months, from the youngest. */
  readonly ages: readonly number[];

  constructor(flows: readonly Flow[], conditions: readonly Condition[]) {
    const apart = [...conditions, ...flows.flatMap(({ fits }) => limitsOf(fits))];
    const everyone = flows
      .flatMap(({ fits }) => sampleFacts(fits, apart))
      .filter((facts) => flows.every(({ fits }) => fitsPatient(fits, facts)));
    this.ages = [...new Set(everyone.map(({ ageMonths }) => ageMonths))].sort((a, b) => a - b);
    this.choices = choicesIn(apart);
    this.free = [
      ...this.choices.flatMap(choiceNames),
      ...this.ages.map((_, at) => `age.${at}`),
      ...SEXES.map((_, at) => `sex.${at}`),
      ...PREGNANT.map((_, at) => `pregnant.${at}`),
    ];
    const holds = [
      exactlyOne(this.ages.map((_, at) => `age.${at}`)),
      exactlyOne(SEXES.map((_, at) => `sex.${at}`)),
      exactlyOne(PREGNANT.map((_, at) => `pregnant.${at}`)),
      not(and(['sex.2', 'pregnant.1'])),
      ...this.choices.map((name) => exactlyOne(choiceNames(name))),
      ...flows.flatMap((flow) => this.holdsFor(flow)),
    ];
    this.text = [
      ...this.free.map((name) => `(declare-const ${name} Bool)`),
      ...holds.map((formula) => `(assert ${formula})`),
    ].join('\n');
  }

  /** The patient that the solver's values describe. */
  read(isTrue: ReadonlySet<string>): PatientFacts {
    const pick = <V>(values: readonly V[], name: string): V => {
      const at = values.findIndex((_, place) => isTrue.has(`${name}.${place}`));
      return values[Math.max(at, 0)] as V;
    };
    return {
      ageMonths: pick(this.ages, 'age'),
      sex: pick(SEXES, 'sex'),
      pregnant: pick(PREGNANT, 'pregnant'),
      ...(this.choices.length > 0 && { choices: this.readChoices(isTrue) }),
    };
  }

  private readChoices(isTrue: ReadonlySet<string>): RegionChoices {
    const chosen = this.choices.map((name) => [
      name,
      optionsOfChoice(name).find((option) => isTrue.has(`choice.${name}.${option}`)),
    ]);
    return Object.fromEntries(chosen);
  }

  /** The patient is one whom another flow is for. */
  fits({ years, months, sex, pregnant }: Fits): string {
    const fitting = this.ages.flatMap((ageMonths, at) =>
      fitsPatient({ years, months, sex: null, pregnant: null }, { ageMonths, sex: null, pregnant: null })
        ? [`age.${at}`]
        : [],
    );
    return and([
      or(fitting),
      ...(sex ? [not(sex === 'female' ? 'sex.2' : 'sex.1')] : []),
      ...(pregnant === null ? [] : [not(pregnant ? 'pregnant.2' : 'pregnant.1')]),
    ]);
  }

  private holdsFor({ fits, questions }: Flow): string[] {
    // A pregnancy is only known to flows that ask about it, or that are for it.
    const looks = fits.pregnant === true || questions.some(({ fact }) => fact === 'pregnant');
    const fertile = this.ages.flatMap((months, at) =>
      looks && months >= 13 * 12 && months < 60 * 12 ? [`age.${at}`] : [],
    );
    return [
      or([not('pregnant.1'), ...fertile]),
      ...(fits.sex ? [not(fits.sex === 'female' ? 'sex.2' : 'sex.1')] : []),
      ...(fits.pregnant === null ? [] : [not(fits.pregnant ? 'pregnant.2' : 'pregnant.1')]),
    ];
  }
}

function choiceNames(name: RegionChoice): string[] {
  return optionsOfChoice(name).map((option) => `choice.${name}.${option}`);
}

/** Every condition by which a flow, and the demands made of it, tell patients and answers apart. */
export function conditionsOf(flow: Flow, demands: readonly Demand[] = []): Condition[] {
  const own = flow.questions.flatMap((question) =>
    [...question.redFlags, ...question.signs].map(({ answer }) => answerCondition(question, answer)),
  );
  return [
    ...flow.rules.map((rule) => rule.when),
    ...askingConditions(flow),
    ...own,
    ...demands.flatMap((demand) => agesIn(demand.when)),
  ];
}

/**
 * The answers that stand for all, as far as the conditions tell them apart: in the order of the file or of the numbers;
 * those of `several` one by one.
 */
export function valuesOf(question: Question, conditions: readonly Condition[]): AnswerValue[] {
  if (question.kind !== 'several') return inOrder(sampleAnswers(question, conditions));
  const options = (question.view.options ?? []).map(({ id }) => [id]);
  return question.view.optional ? [...options, null] : options;
}

/** The answer as a comparison with its question. */
export function answerCondition(question: Question, answer: RedFlag['answer']): Condition {
  return 'option' in answer
    ? { kind: 'option', question: question.id, anyOf: [answer.option] }
    : { kind: 'range', question: question.id, range: answer.range };
}

/** The ages at which a flow begins and ends to be for a patient. */
export function limitsOf({ years, months }: Fits): Condition[] {
  return [
    ...(years ? [{ kind: 'age' as const, unit: 'years' as const, range: years }] : []),
    ...(months ? [{ kind: 'age' as const, unit: 'months' as const, range: months }] : []),
  ];
}

/** Numbers and durations from the least; the rest as it stands. */
function inOrder(values: AnswerValue[]): AnswerValue[] {
  return values.every((value) => value === null || typeof value === 'number' || isDuration(value))
    ? values.toSorted((a, b) => sizeOf(a) - sizeOf(b))
    : values;
}

function sizeOf(value: AnswerValue): number {
  if (isDuration(value)) return hoursOf(value);
  return typeof value === 'number' ? value : Number.NEGATIVE_INFINITY;
}

function isDuration(value: AnswerValue): value is Duration {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
