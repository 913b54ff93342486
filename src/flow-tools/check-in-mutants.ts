import type { FlowDocument } from '../triage/flow.types.js';
import { type Mutant, type Mutation, mutantsOf } from './mutants.js';

/** What may be wrong with the questions of a check-in, as with those of triage. */
const WEAKENING: ReadonlySet<Mutation> = new Set(['flag dropped', 'flag lowered', 'condition weakened']);
export const OF_CHECK_INS: ReadonlySet<Mutation> = new Set(['check-in dropped', 'check-in weakened']);

/** Every way in which one thing in a flow may be wrong, what those who wait are asked included. */
export function allMutantsOf(document: FlowDocument): Mutant[] {
  return [...mutantsOf(document), ...checkInMutants(document)];
}

function checkInMutants(document: FlowDocument): Mutant[] {
  const { 'check-ins': checkIns = [], ...triage } = document;
  return checkIns.flatMap((checkIn, at): Mutant[] => {
    const path = ['check-ins', at];
    const rest = checkIns.toSpliced(at, 1);
    const dropped: Mutant = {
      mutation: 'check-in dropped',
      what: `nothing is asked after ${checkIn.after}`,
      path,
      document: structuredClone(rest.length > 0 ? { ...triage, 'check-ins': rest } : triage),
    };
    const weakened = mutantsOf({ ...triage, questions: checkIn.questions, rules: [] })
      .filter(({ mutation }) => WEAKENING.has(mutation))
      .map(({ what, path: within, document: { questions } }): Mutant => {
        const changed = checkIns.with(at, { ...checkIn, questions });
        return {
          mutation: 'check-in weakened',
          what,
          path: [...path, ...within],
          document: structuredClone({ ...document, 'check-ins': changed }),
        };
      });
    return [dropped, ...weakened];
  });
}
