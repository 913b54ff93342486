import type { AnswerValue } from '../contracts/triage.js';
import type { Question, RuleOutcome } from '../triage/flow.types.js';
import type { CompiledFlow } from '../triage/flow-machine.rule.js';
import { FlowFormulas } from './encode-flow.js';
import { conditionsOf, PatientFormulas, valuesOf } from './encode-patient.js';
import { and, not, or } from './formulas.js';
import type { Premises, Solver } from './solver.js';

/**
 * Two flows, or two versions of one, asked of the same patient, who answers the same wherever both ask the same. What
 * only one of them can be told is free.
 */
export class FlowPair {
  readonly patients: PatientFormulas;
  readonly before: FlowFormulas;
  readonly after: FlowFormulas;

  constructor(before: CompiledFlow, after: CompiledFlow) {
    const conditions = [...conditionsOf(before.flow), ...conditionsOf(after.flow)];
    const values = ({ flow }: CompiledFlow) =>
      flow.questions.map((question) => valuesOf(question, conditions));
    this.patients = new PatientFormulas([before.flow, after.flow], conditions);
    this.before = new FlowFormulas(before, this.patients, values(before), 1);
    this.after = new FlowFormulas(after, this.patients, values(after), 2);
  }

  /** Whether there is nobody whom both flows are for. */
  get isForNobody(): boolean {
    return this.patients.ages.length === 0;
  }

  get premises(): Premises[] {
    const ties = this.before.flow.flow.questions.flatMap((question, at) => {
      const other = this.after.flow.flow.questions.findIndex((each) => isSame(question, each));
      return other < 0 ? [] : this.tie(question, at, other);
    });
    const tied = { text: ties.map((formula) => `(assert ${formula})`).join('\n'), free: [] };
    return [this.patients, this.before, this.after, tied];
  }

  /** They end in outcomes that differ by this name of theirs. */
  differ(nameOf: (outcome: RuleOutcome) => string): string {
    const outcomes = [...this.before.flow.endings.values()].map(({ outcome }) => nameOf(outcome));
    return or([...new Set(outcomes)].map((name) => this.differFrom(name, nameOf)));
  }

  /** The first ends in this, the second does not. */
  private differFrom(name: string, nameOf: (outcome: RuleOutcome) => string): string {
    const isSo = (outcome: RuleOutcome) => nameOf(outcome) === name;
    return and([this.before.endsSo(isSo), not(this.after.endsSo(isSo))]);
  }

  /** The same answer to a question of both. An answer that only one of them has may stand for any of the other's. */
  private tie(question: Question, at: number, other: number): string[] {
    const keys = (values: readonly AnswerValue[] = []) =>
      values.map((value) => JSON.stringify([value].flat()));
    const [first, second] = [keys(this.before.values[at]), keys(this.after.values[other])];
    const only = (own: string[], others: string[], name: (place: number) => string) =>
      own.flatMap((key, place) => (others.includes(key) ? [] : [name(place)]));
    const gone = only(first, second, (place) => this.before.answered(at, place));
    const added = only(second, first, (place) => this.after.answered(other, place));
    const alone = (question.view.options ?? []).filter(({ exclusive }) => exclusive).map(({ id }) => id);
    return first.flatMap((key, place) => {
      const there = second.indexOf(key);
      if (there < 0) return [];
      const [one, two] = [this.before.answered(at, place), this.after.answered(other, there)];
      const isOneOfMany = question.kind === 'several' && !alone.some((id) => key === JSON.stringify([id]));
      return isOneOfMany
        ? [or([not(one), two]), or([one, not(two)])]
        : [or([not(one), two, ...added]), or([not(two), one, ...gone])];
    });
  }
}

/** What somebody notices of where a flow ends. */
export function noticed({ outcome, urgency, competence, bookingKind, text }: RuleOutcome): string {
  return [outcome, urgency, competence, bookingKind, text].join(' ');
}

/** Whether two versions of a flow end alike for everyone, whatever is answered. */
export async function endAlike(solver: Solver, pair: FlowPair): Promise<boolean> {
  if (pair.isForNobody) return false;
  solver.begin(pair.premises);
  return (await solver.find(pair.differ(noticed))) === null;
}

/** The same question, answered in the same way; a yes-no may have become a choice. */
function isSame(one: Question, other: Question): boolean {
  const way = ({ kind }: Question) => (kind === 'yes-no' ? 'one' : kind);
  return one.id === other.id && way(one) === way(other);
}
