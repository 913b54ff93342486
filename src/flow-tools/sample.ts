import { createHash } from 'node:crypto';
import { MUTATIONS, type Mutant } from './mutants.js';

/** Some of the mutants, of each kind as evenly as there are, the same for the same seed. */
export function sampleOf(mutants: readonly Mutant[], count: number, seed: string): Mutant[] {
  const byChance = (mutant: Mutant): string =>
    createHash('sha256').update(`${seed} ${mutant.mutation} ${mutant.what} ${mutant.path}`).digest('hex');
  const kinds = MUTATIONS.map((kind) =>
    mutants
      .filter(({ mutation }) => mutation === kind)
      .map((mutant) => ({ mutant, order: byChance(mutant) }))
      .sort((a, b) => (a.order < b.order ? -1 : 1))
      .map(({ mutant }) => mutant),
  );
  const chosen: Mutant[] = [];
  for (let round = 0; chosen.length < Math.min(count, mutants.length); round += 1) {
    for (const kind of kinds) {
      const mutant = kind[round];
      if (mutant && chosen.length < count) chosen.push(mutant);
    }
  }
  return chosen;
}
