import type { AnswerValue } from '../contracts/triage.js';
import { holdsNumber } from '../triage/conditions.rule.js';
import type { Condition, Flow } from '../triage/flow.types.js';
import { inRange } from '../triage/ranges.js';
import type { SafetyCondition } from '../triage/safety-rules.js';
import { and, not, or } from './formulas.js';

/** For sure, and for sure not; neither is not known. */
export interface Truth {
  yes: string;
  no: string;
}

/** The conditions of a flow as formulas over a patient and a sheet of answers, in three-valued logic. */
export class ConditionFormulas {
  constructor(
    private readonly flow: Flow,
    private readonly ages: readonly number[],
    private readonly values: readonly AnswerValue[][],
    private readonly sheet: number,
  ) {}

  /** The question applies: its `when` may hold, and it asks for no fact that is known. */
  applies(at: number): string {
    return `applies${this.sheet}.${at}`;
  }

  truth(condition: Condition | SafetyCondition): Truth {
    switch (condition.kind) {
      case 'all':
      case 'any': {
        const parts = condition.of.map((part) => this.truth(part));
        const [every, some] = condition.kind === 'all' ? [and, or] : [or, and];
        return { yes: every(parts.map(({ yes }) => yes)), no: some(parts.map(({ no }) => no)) };
      }
      case 'not': {
        const { yes, no } = this.truth(condition.of);
        return { yes: no, no: yes };
      }
      case 'age': {
        const fitting = this.ages.flatMap((months, at) =>
          inRange(condition.range, condition.unit === 'years' ? Math.floor(months / 12) : months)
            ? [`age.${at}`]
            : [],
        );
        return { yes: or(fitting), no: not(or(fitting)) };
      }
      case 'sex':
        return this.fact('sex', condition.is === 'female' ? 1 : 2, condition.is);
      case 'pregnant':
        return this.fact('pregnant', condition.is ? 1 : 2, condition.is ? 'yes' : 'no');
      case 'choice': {
        const chosen = or(condition.anyOf.map((option) => `choice.${condition.name}.${option}`));
        return { yes: chosen, no: not(chosen) };
      }
      case 'sign':
        throw new Error('Signs are for safety rules.');
      case 'option':
      case 'range': {
        const at = this.flow.questions.findIndex(({ id }) => id === condition.question);
        const [asked, holds] = [`asked${this.sheet}.${at}`, this.holds(at, condition)];
        return {
          yes: and([asked, holds]),
          no: or([and([asked, not(holds)]), and([not(asked), not(this.applies(at))])]),
        };
      }
    }
  }

  /** The answer is one of those that a comparison means. */
  holds(at: number, condition: Condition): string {
    const fitting = (this.values[at] ?? []).flatMap((value, place) => {
      if (value === null) return [];
      const fits =
        condition.kind === 'option'
          ? condition.anyOf.includes(String([value].flat()[0]))
          : condition.kind === 'range' && holdsNumber(value, condition.range);
      return fits ? [`answer${this.sheet}.${at}.${place}`] : [];
    });
    return or(fitting);
  }

  /** A fact is as told, else as answered when it is asked for. */
  private fact(name: 'sex' | 'pregnant', place: number, answer: string): Truth {
    const at = this.flow.questions.findIndex(({ fact }) => fact === name);
    const [unknown, told, other] = [`${name}.0`, `${name}.${place}`, `${name}.${3 - place}`];
    if (at < 0) return { yes: told, no: not(told) };
    const [asked, applies] = [`asked${this.sheet}.${at}`, this.applies(at)];
    const said = this.holds(at, { kind: 'option', question: name, anyOf: [answer] });
    return {
      yes: or([told, and([unknown, asked, said])]),
      no: or([other, and([unknown, or([and([asked, not(said)]), and([not(asked), not(applies)])])])]),
    };
  }
}
