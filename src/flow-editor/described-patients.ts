import { setImmediate as otherWork } from 'node:timers/promises';
import type { FlowPage } from '../contracts/index.js';
import type { FlowPlace } from '../triage/flow-loader.js';
import type { CompiledFlow } from '../triage/flow-machine.rule.js';
import { type PlayedPatient, playPatients, readPatients } from '../triage/flow-patients.js';
import { mostQuestions } from '../triage/flow-whole.js';

type Described = Pick<FlowPage, 'longest' | 'median' | 'patients'>;

/**
 * What the described patients of a flow meet, and how long its paths are; each content is played once. All of them take a
 * second or more: between any two, what others ask is served.
 */
export class DescribedPatients {
  private readonly byHash = new Map<string, Promise<Described>>();

  /** @param place null when the content is not that of the present files */
  of(compiled: CompiledFlow, place: FlowPlace | null): Promise<Described> {
    const { hash } = compiled.flow;
    const known = this.byHash.get(hash);
    if (known) return known;
    const described = describe(compiled, place);
    this.byHash.set(hash, described);
    described.catch(() => this.byHash.delete(hash));
    return described;
  }
}

async function describe(compiled: CompiledFlow, place: FlowPlace | null): Promise<Described> {
  const patients: PlayedPatient[] = [];
  const document = place && readPatients(place).document;
  for (const patient of document?.patients ?? []) {
    await otherWork();
    patients.push(...playPatients(compiled, { calm: document?.calm ?? {}, patients: [patient] }).patients);
  }
  return {
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
}

function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
