import type { AnswerValue } from '../contracts/triage.js';
import type { FlagLevel, Question, RedFlag, RuleOutcome } from '../triage/flow.types.js';
import { FLAG_LEVELS } from '../triage/flow.types.js';
import type { CompiledFlow } from '../triage/flow-machine.rule.js';
import { isEnough, levelOf } from '../triage/red-flags.rule.js';
import type { Demand, SafetyCondition } from '../triage/safety-rules.js';
import { ConditionFormulas } from './encode-conditions.js';
import { answerCondition, type FoundPatient, type PatientFormulas } from './encode-patient.js';
import { and, exactlyOne, means, not, or } from './formulas.js';

/**
 * What a flow does, as formulas over a patient and a sheet of answers: which questions are asked and where it ends. Two
 * of them with names of their own, and the same patient, compare two sheets or two flows.
 */
export class FlowFormulas {
  /** Declarations, definitions and what always holds; the patient's come before. */
  readonly text: string;
  /** The names that say what is answered; everything else follows from them and the patient. */
  readonly free: string[] = [];
  private readonly lines: string[] = [];
  private readonly conditions: ConditionFormulas;

  constructor(
    readonly flow: CompiledFlow,
    readonly patients: PatientFormulas,
    /** By question: the answers that stand for all. */
    readonly values: readonly AnswerValue[][],
    /** What its names end in. */
    private readonly sheet = 1,
  ) {
    this.conditions = new ConditionFormulas(flow.flow, patients.ages, values, sheet);
    this.define();
    this.text = this.lines.join('\n');
  }

  /** The question is asked. */
  asked(at: number): string {
    return `asked${this.sheet}.${at}`;
  }

  /** This is what would be answered, asked or not. */
  answered(at: number, value: number): string {
    return `answer${this.sheet}.${at}.${value}`;
  }

  /** It ends there, by the place in `flow.endings`. */
  ends(at: number): string {
    return `ends${this.sheet}.${at}`;
  }

  /** It ends in an outcome of this kind. */
  endsSo(fits: (outcome: RuleOutcome) => boolean): string {
    const endings = [...this.flow.endings.values()].map(({ outcome }, at) => ({ outcome, at }));
    return or(endings.filter(({ outcome }) => fits(outcome)).map(({ at }) => this.ends(at)));
  }

  /** It ends at least as urgent, and where that is enough. */
  enough(least: Demand['least']): string {
    return this.endsSo((outcome) =>
      least === 'not-self-care' ? outcome.outcome !== 'self-care' : isEnough(outcome, least),
    );
  }

  /** The red flag is found. */
  found(question: number, flag: number): string {
    return `flag${this.sheet}.${question}.${flag}`;
  }

  /** No red flag is found. */
  unflagged(): string {
    const last = this.flow.flow.questions.length;
    return and(FLAG_LEVELS.map((level) => not(this.some(level, last))));
  }

  /** An asked question is answered so, or a known fact says so instead. */
  says(at: number, answer: RedFlag['answer']): string {
    const question = this.flow.flow.questions[at];
    if (!question) throw new Error(`${this.flow.flow.id} has no question ${at}.`);
    return or([this.answers(at, answer), this.told(question, answer)]);
  }

  private answers(at: number, answer: RedFlag['answer']): string {
    const question = this.flow.flow.questions[at];
    if (!question) throw new Error(`${this.flow.flow.id} has no question ${at}.`);
    return and([this.asked(at), this.conditions.holds(at, answerCondition(question, answer))]);
  }

  private told({ fact, when }: Question, answer: RedFlag['answer']): string {
    if (fact === null || !('option' in answer)) return 'false';
    const place = ['', ...(fact === 'sex' ? ['female', 'male'] : ['yes', 'no'])].indexOf(answer.option);
    return place < 0 ? 'false' : and([`${fact}.${place}`, when ? this.conditions.truth(when).yes : 'true']);
  }

  /** What a safety rule looks at holds. */
  safety(condition: SafetyCondition): string {
    switch (condition.kind) {
      case 'all':
        return and(condition.of.map((part) => this.safety(part)));
      case 'any':
        return or(condition.of.map((part) => this.safety(part)));
      case 'not':
        return not(this.safety(condition.of));
      case 'sign':
        return or(
          this.flow.flow.questions.flatMap(({ signs }, at) =>
            signs.filter(({ id }) => condition.anyOf.includes(id)).map(({ answer }) => this.says(at, answer)),
          ),
        );
      default:
        return this.conditions.truth(condition).yes;
    }
  }

  /** The patient and the answers that the solver's values describe. */
  patient(isTrue: ReadonlySet<string>): FoundPatient {
    const answers = this.flow.flow.questions.map(({ id, kind }, at) => {
      const chosen = (this.values[at] ?? []).filter((_, value) => isTrue.has(this.answered(at, value)));
      return [id, kind === 'several' && !chosen.includes(null) ? chosen.flat() : (chosen[0] ?? null)];
    });
    return { facts: this.patients.read(isTrue), answers: Object.fromEntries(answers) };
  }

  private define(): void {
    const { questions } = this.flow.flow;
    questions.forEach((question, at) => {
      this.declareAnswers(question, at);
      const known = question.fact === null ? 'true' : question.fact === 'sex' ? 'sex.0' : 'pregnant.0';
      const when = question.when ? not(this.conditions.truth(question.when).no) : 'true';
      const applies = this.conditions.applies(at);
      this.name(applies, and([known, when]));
      this.name(this.asked(at), and([applies, this.stillAsked(question, at)]));
      question.redFlags.forEach((flag, place) => {
        const truth = flag.if && this.conditions.truth(flag.if);
        const told = and([this.told(question, flag.answer), truth?.yes ?? 'true']);
        const said = and([this.answers(at, flag.answer), truth ? not(truth.no) : 'true']);
        this.name(this.found(at, place), or([said, told]));
      });
      for (const level of FLAG_LEVELS) {
        const here = question.redFlags.flatMap((flag, place) =>
          levelOf(flag) === level ? [this.found(at, place)] : [],
        );
        this.name(this.some(level, at + 1), or([this.some(level, at), ...here]));
      }
    });
    this.defineEndings();
  }

  /** The first that fits decides. */
  private defineEndings(): void {
    const earlier: string[] = [];
    [...this.flow.endings.entries()].forEach(([state, { outcome, rule }], at) => {
      const when = this.flow.flow.rules[Number(rule) - 1]?.when ?? null;
      const fits =
        rule === 'red-flag'
          ? or(
              FLAG_LEVELS.filter((level) => state === `end:red-flag-${level}`).map((level) =>
                this.floor(level, this.flow.flow.questions.length),
              ),
            )
          : and([when ? this.conditions.truth(when).yes : 'true', this.allows(outcome)]);
      this.name(this.ends(at), and([fits, ...earlier.map(not)]));
      earlier.push(this.ends(at));
    });
  }

  /** No red flag found is more urgent than all that the outcome is. */
  private allows(outcome: RuleOutcome): string {
    const last = this.flow.flow.questions.length;
    const worse = FLAG_LEVELS.filter((level) => !isEnough(outcome, level)).map((level) =>
      this.some(level, last),
    );
    return and(worse.map(not));
  }

  private declareAnswers(question: Question, at: number): void {
    const names = (this.values[at] ?? []).map((_, value) => this.answered(at, value));
    for (const name of names) this.lines.push(`(declare-const ${name} Bool)`);
    this.free.push(...names);
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
  private stillAsked(question: Question, at: number): string {
    const none = and(FLAG_LEVELS.map((level) => not(this.some(level, at))));
    const after = FLAG_LEVELS.map((level) => {
      const asks = this.patients.ages.map((months) => this.flow.above(level, months).has(question.id));
      const ages = asks.every(Boolean)
        ? 'true'
        : or(asks.flatMap((asked, age) => (asked ? [`age.${age}`] : [])));
      return and([ages, this.floor(level, at)]);
    });
    return or([none, ...after]);
  }

  /** A red flag of this level was found before the question at this place. */
  private some(level: FlagLevel, before: number): string {
    return before === 0 ? 'false' : `some${this.sheet}.${level}.${before - 1}`;
  }

  private floor(level: FlagLevel, before: number): string {
    const worse = FLAG_LEVELS.slice(0, FLAG_LEVELS.indexOf(level));
    return and([this.some(level, before), ...worse.map((other) => not(this.some(other, before)))]);
  }

  private assert(formula: string): void {
    this.lines.push(`(assert ${formula})`);
  }

  private name(name: string, formula: string): void {
    this.lines.push(`(declare-const ${name} Bool)`, `(assert ${means(name, formula)})`);
  }
}
