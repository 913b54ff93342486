import type { AnswerValue, Duration } from '../contracts/triage.js';
import { holdsNumber } from '../triage/conditions.rule.js';
import type { Condition, FlagUrgency, PatientFacts, Question, RedFlag } from '../triage/flow.types.js';
import { FLAG_URGENCIES } from '../triage/flow.types.js';
import type { CompiledFlow } from '../triage/flow-machine.rule.js';
import { askingConditions, sampleAnswers, sampleFacts } from '../triage/flow-samples.js';
import { hoursOf, inRange } from '../triage/ranges.js';
import { isDepartment } from '../triage/red-flags.rule.js';
import type { Demand, SafetyCondition } from '../triage/safety-rules.js';
import { and, exactlyOne, iff, not, or } from './formulas.js';

/** Who the patient is and what they would answer to every question, as a solver found it. */
export interface FoundPatient {
  facts: PatientFacts;
  answers: Record<string, AnswerValue>;
}

/** For sure, and for sure not; neither is not known. */
interface Truth {
  yes: string;
  no: string;
}

const SEXES = [null, 'female', 'male'] as const;
const PREGNANT = [null, true, false] as const;

/**
 * What a flow does, as formulas over every patient and every sheet of answers: which questions are asked and where it
 * ends. Answers and ages stand for all that the flow (and the safety rules) can tell apart, so that a proof over them
 * is a proof over all. A second copy, for proofs that compare two sheets, differs in its answers only.
 */
export class FlowFormulas {
  /** Declarations, definitions and what always holds. */
  readonly text: string;
  /** By question: the answers that stand for all, in the order of the file or of the numbers. */
  readonly values: AnswerValue[][];
  private readonly lines: string[] = [];
  private readonly ages: number[];

  constructor(
    readonly flow: CompiledFlow,
    readonly demands: readonly Demand[],
    copies: 1 | 2 = 1,
  ) {
    const { questions, rules, fits } = flow.flow;
    const own = questions.flatMap((question) => [
      ...question.redFlags.map((flag) => asCondition(question, flag.answer)),
      ...question.signs.map((sign) => asCondition(question, sign.answer)),
    ]);
    const safety = demands.flatMap((demand) => agesOf(demand.when));
    const conditions = [...rules.map((rule) => rule.when), ...askingConditions(flow.flow), ...own, ...safety];
    this.values = questions.map((question) =>
      question.kind === 'several'
        ? [...(question.view.options ?? []).map(({ id }) => [id]), ...(question.view.optional ? [null] : [])]
        : inOrder(sampleAnswers(question, conditions)),
    );
    this.ages = [...new Set(sampleFacts(fits, conditions).map(({ ageMonths }) => ageMonths))].sort(
      (a, b) => a - b,
    );
    this.declareFacts();
    for (let copy = 1; copy <= copies; copy += 1) this.define(copy);
    this.text = this.lines.join('\n');
  }

  /** The question is asked. */
  asked(at: number, copy = 1): string {
    return `asked${copy}.${at}`;
  }

  /** This is what would be answered, asked or not. */
  answered(at: number, value: number, copy = 1): string {
    return `answer${copy}.${at}.${value}`;
  }

  /** It ends there, by the place in `flow.endings`. */
  ends(at: number, copy = 1): string {
    return `ends${copy}.${at}`;
  }

  /** It ends at least as urgent, and where that is enough. */
  enough(least: Demand['least'], copy = 1): string {
    const endings = [...this.flow.endings.values()].map(({ outcome }, at) => ({ outcome, at }));
    const fitting = endings.filter(({ outcome }) => {
      if (least === 'not-self-care') return outcome.outcome !== 'self-care';
      if (least === 'emergency-department') return isDepartment(outcome);
      return outcome.urgency <= least;
    });
    return or(fitting.map(({ at }) => this.ends(at, copy)));
  }

  /** The red flag is found. */
  found(question: number, flag: number, copy = 1): string {
    return `flag${copy}.${question}.${flag}`;
  }

  /** An asked question is answered so. */
  says(at: number, answer: RedFlag['answer'], copy = 1): string {
    return and([this.asked(at, copy), this.holds(at, asCondition(this.question(at), answer), copy)]);
  }

  /** What a safety rule looks at holds. */
  safety(condition: SafetyCondition, copy = 1): string {
    switch (condition.kind) {
      case 'all':
        return and(condition.of.map((part) => this.safety(part, copy)));
      case 'any':
        return or(condition.of.map((part) => this.safety(part, copy)));
      case 'not':
        return not(this.safety(condition.of, copy));
      case 'sign':
        return or(
          this.flow.flow.questions.flatMap(({ signs }, at) =>
            signs
              .filter(({ id }) => condition.anyOf.includes(id))
              .map(({ answer }) => this.says(at, answer, copy)),
          ),
        );
      default:
        return this.truth(condition, copy).yes;
    }
  }

  /** The patient that the solver's values describe. */
  patient(isTrue: ReadonlySet<string>, copy = 1): FoundPatient {
    const pick = <V>(values: readonly V[], name: string): V => {
      const at = values.findIndex((_, place) => isTrue.has(`${name}.${place}`));
      return values[Math.max(at, 0)] as V;
    };
    const facts = {
      ageMonths: pick(this.ages, 'age'),
      sex: pick(SEXES, 'sex'),
      pregnant: pick(PREGNANT, 'pregnant'),
    };
    const answers = this.flow.flow.questions.map(({ id, kind }, at) => {
      const chosen = (this.values[at] ?? []).filter((_, value) => isTrue.has(this.answered(at, value, copy)));
      return [id, kind === 'several' && !chosen.includes(null) ? chosen.flat() : (chosen[0] ?? null)];
    });
    return { facts, answers: Object.fromEntries(answers) };
  }

  private question(at: number): Question {
    const question = this.flow.flow.questions[at];
    if (!question) throw new Error(`${this.flow.flow.id} has no question ${at}.`);
    return question;
  }

  private declareFacts(): void {
    const { fits } = this.flow.flow;
    for (const name of [
      ...this.ages.map((_, at) => `age.${at}`),
      ...SEXES.map((_, at) => `sex.${at}`),
      ...PREGNANT.map((_, at) => `pregnant.${at}`),
    ]) {
      this.lines.push(`(declare-const ${name} Bool)`);
    }
    this.assert(exactlyOne(this.ages.map((_, at) => `age.${at}`)));
    this.assert(exactlyOne(SEXES.map((_, at) => `sex.${at}`)));
    this.assert(exactlyOne(PREGNANT.map((_, at) => `pregnant.${at}`)));
    this.assert(not(and(['sex.2', 'pregnant.1'])));
    // A pregnancy is only known to flows that ask about it, or that are for it.
    const looks = fits.pregnant === true || this.flow.flow.questions.some(({ fact }) => fact === 'pregnant');
    const fertile = this.ages.flatMap((months, at) =>
      looks && months >= 13 * 12 && months < 60 * 12 ? [`age.${at}`] : [],
    );
    this.assert(or([not('pregnant.1'), ...fertile]));
    if (fits.sex) this.assert(not(fits.sex === 'female' ? 'sex.2' : 'sex.1'));
    if (fits.pregnant !== null) this.assert(not(fits.pregnant ? 'pregnant.2' : 'pregnant.1'));
  }

  private define(copy: number): void {
    const { questions, rules } = this.flow.flow;
    questions.forEach((question, at) => {
      this.declareAnswers(question, at, copy);
      const known = question.fact === null ? 'true' : question.fact === 'sex' ? 'sex.0' : 'pregnant.0';
      const when = question.when ? not(this.truth(question.when, copy).no) : 'true';
      this.name(`applies${copy}.${at}`, and([known, when]));
      this.name(this.asked(at, copy), and([`applies${copy}.${at}`, this.stillAsked(question, at, copy)]));
      question.redFlags.forEach((flag, place) => {
        const condition = flag.if ? not(this.truth(flag.if, copy).no) : 'true';
        this.name(this.found(at, place, copy), and([this.says(at, flag.answer, copy), condition]));
      });
      for (const urgency of FLAG_URGENCIES) {
        const here = question.redFlags.flatMap((flag, place) =>
          flag.urgency === urgency ? [this.found(at, place, copy)] : [],
        );
        this.name(
          `some${copy}.${urgency}.${at}`,
          or([...(at > 0 ? [`some${copy}.${urgency}.${at - 1}`] : []), ...here]),
        );
      }
    });
    const department = and([
      this.floor(2, questions.length, copy),
      or(
        questions.flatMap(({ redFlags }, at) =>
          redFlags.flatMap((flag, place) => (flag.department ? [this.found(at, place, copy)] : [])),
        ),
      ),
    ]);
    this.name(`department${copy}`, department);
    const earlier: string[] = [];
    [...this.flow.endings.entries()].forEach(([state, { outcome, rule }], at) => {
      const demanded = rule === 'red-flag';
      const when = rules[Number(rule) - 1]?.when ?? null;
      const fits = demanded
        ? this.reddest(state.replace('end:red-flag-', ''), copy)
        : and([when ? this.truth(when, copy).yes : 'true', this.allows(outcome, copy)]);
      this.name(this.ends(at, copy), and([fits, ...earlier.map(not)]));
      earlier.push(this.ends(at, copy));
    });
  }

  /** No red flag found before is more urgent than all that the outcome is. */
  private allows(
    outcome: { outcome: Parameters<typeof isDepartment>[0]['outcome']; urgency: number },
    copy: number,
  ): string {
    const last = this.flow.flow.questions.length;
    const worse = FLAG_URGENCIES.filter((urgency) => urgency < outcome.urgency).map((urgency) =>
      this.some(urgency, last, copy),
    );
    return and([...worse.map(not), isDepartment(outcome) ? 'true' : not(`department${copy}`)]);
  }

  private reddest(level: string, copy: number): string {
    if (level === 'emergency-department') return `department${copy}`;
    const floor = this.floor(Number(level) as FlagUrgency, this.flow.flow.questions.length, copy);
    return level === '2' ? and([floor, not(`department${copy}`)]) : floor;
  }

  private declareAnswers(question: Question, at: number, copy: number): void {
    const names = (this.values[at] ?? []).map((_, value) => this.answered(at, value, copy));
    for (const name of names) this.lines.push(`(declare-const ${name} Bool)`);
    if (question.kind !== 'several') {
      this.assert(exactlyOne(names));
      return;
    }
    this.assert(or(names));
    const options = question.view.options ?? [];
    names.forEach((name, place) => {
      if (options[place] && !options[place].exclusive) return;
      this.assert(or([not(name), and(names.filter((other) => other !== name).map(not))]));
    });
  }

  /** After the red flags found before it. */
  private stillAsked(question: Question, at: number, copy: number): string {
    const none = and(FLAG_URGENCIES.map((urgency) => not(this.some(urgency, at, copy))));
    const after = FLAG_URGENCIES.filter((urgency) => this.flow.above[urgency].has(question.id));
    return or([none, ...after.map((urgency) => this.floor(urgency, at, copy))]);
  }

  /** A red flag of this urgency was found before the question at this place. */
  private some(urgency: FlagUrgency, before: number, copy: number): string {
    return before === 0 ? 'false' : `some${copy}.${urgency}.${before - 1}`;
  }

  private floor(urgency: FlagUrgency, before: number, copy: number): string {
    const worse = FLAG_URGENCIES.filter((other) => other < urgency).map((other) =>
      not(this.some(other, before, copy)),
    );
    return and([this.some(urgency, before, copy), ...worse]);
  }

  private truth(condition: Condition | SafetyCondition, copy: number): Truth {
    switch (condition.kind) {
      case 'all':
      case 'any': {
        const parts = condition.of.map((part) => this.truth(part, copy));
        const [every, some] = condition.kind === 'all' ? [and, or] : [or, and];
        return { yes: every(parts.map(({ yes }) => yes)), no: some(parts.map(({ no }) => no)) };
      }
      case 'not': {
        const { yes, no } = this.truth(condition.of, copy);
        return { yes: no, no: yes };
      }
      case 'age': {
        const fitting = this.ages.flatMap((months, at) =>
          inRange(condition.range, condition.unit === 'years' ? Math.floor(months / 12) : months)
            ? [`age.${at}`]
            : [],
        );
        return sure(or(fitting));
      }
      case 'sex':
        return this.fact('sex', condition.is === 'female' ? 1 : 2, condition.is, copy);
      case 'pregnant':
        return this.fact('pregnant', condition.is ? 1 : 2, condition.is ? 'yes' : 'no', copy);
      case 'sign':
        throw new Error('Signs are for safety rules.');
      default: {
        const at = this.flow.flow.questions.findIndex(({ id }) => id === condition.question);
        const holds = this.holds(at, condition, copy);
        const asked = this.asked(at, copy);
        return {
          yes: and([asked, holds]),
          no: or([and([asked, not(holds)]), and([not(asked), not(`applies${copy}.${at}`)])]),
        };
      }
    }
  }

  /** A fact is as told, else as answered when it is asked for. */
  private fact(name: 'sex' | 'pregnant', place: number, answer: string, copy: number): Truth {
    const at = this.flow.flow.questions.findIndex(({ fact }) => fact === name);
    const [unknown, told, other] = [`${name}.0`, `${name}.${place}`, `${name}.${3 - place}`];
    if (at < 0) return { yes: told, no: not(told) };
    const [asked, applies] = [this.asked(at, copy), `applies${copy}.${at}`];
    const said = this.holds(at, { kind: 'option', question: name, anyOf: [answer] }, copy);
    return {
      yes: or([told, and([unknown, asked, said])]),
      no: or([other, and([unknown, or([and([asked, not(said)]), and([not(asked), not(applies)])])])]),
    };
  }

  /** The answer is one of those that a comparison means. */
  private holds(at: number, condition: Condition, copy: number): string {
    const fitting = (this.values[at] ?? []).flatMap((value, place) => {
      if (value === null) return [];
      const fits =
        condition.kind === 'option'
          ? condition.anyOf.includes(String([value].flat()[0]))
          : condition.kind === 'range' && holdsNumber(value, condition.range);
      return fits ? [this.answered(at, place, copy)] : [];
    });
    return or(fitting);
  }

  private assert(formula: string): void {
    this.lines.push(`(assert ${formula})`);
  }

  private name(name: string, formula: string): void {
    this.lines.push(`(declare-const ${name} Bool)`, `(assert ${iff(name, formula)})`);
  }
}

function asCondition(question: Question, answer: RedFlag['answer']): Condition {
  return 'option' in answer
    ? { kind: 'option', question: question.id, anyOf: [answer.option] }
    : { kind: 'range', question: question.id, range: answer.range };
}

function agesOf(condition: SafetyCondition): Condition[] {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(agesOf);
  if (condition.kind === 'not') return agesOf(condition.of);
  return condition.kind === 'age' ? [condition] : [];
}

function sure(yes: string): Truth {
  return { yes, no: not(yes) };
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
