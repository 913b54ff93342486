import type { Competence, TransferTarget } from '../../../contracts/index.js';

/** The targets whose unit or competence holds every word that was typed, in their order. */
export function findTargets(
  targets: readonly TransferTarget[],
  typed: string,
  roleName: (competence: Competence) => string,
): readonly TransferTarget[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return targets;
  return targets.filter(({ unit, competence }) => {
    const name = plain(`${unit.name} ${roleName(competence)}`);
    return wanted.every((word) => name.includes(word));
  });
}

/** One name for a queue, to tell it from others. */
export function targetKey({ unit, competence }: TransferTarget): string {
  return `${unit.id} ${competence}`;
}

/** Small letters without accents, so that "harad" finds "Härad". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
