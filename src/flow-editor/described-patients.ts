import type { FlowPage } from '../contracts/index.js';
import type { FlowPlace } from '../triage/flow-loader.js';
import type { CompiledFlow } from '../triage/flow-machine.rule.js';
import { checkPatients } from '../triage/flow-patients.js';
import { mostQuestions } from '../triage/flow-whole.js';

type Described = Pick<FlowPage, 'longest' | 'median' | 'patients'>;

/** What the described patients of a flow meet, and how long its paths are; each content is played once. */
export class DescribedPatients {
  private readonly byHash = new Map<string, Described>();

  /** @param place null when the content is not that of the present files */
  of(compiled: CompiledFlow, place: FlowPlace | null): Described {
    const { hash } = compiled.flow;
    const known = this.byHash.get(hash);
    if (known) return known;
    const patients = place ? checkPatients(place, compiled).patients : [];
    const described: Described = {
      longest: mostQuestions(compiled.flow),
      median: medianOf(patients.map(({ played }) => played.asked.length)),
      patients: patients.map(({ name, ordinary, facts, played }) => ({
        patient: name,
        ageMonths: facts.ageMonths,
        sex: facts.sex,
        ordinary,
        asked: played.asked.length,
        outcome: played.result.outcome,
        urgency: played.result.urgency,
        rule: played.result.rule,
      })),
    };
    this.byHash.set(hash, described);
    return described;
  }
}

function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
