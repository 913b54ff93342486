import type { Competence, VisitCount } from '../../../contracts/index.js';

/** Visits of several counts together. */
export interface VisitSum {
  video: number;
  voice: number;
  minutes: number;
}

export function sumOf(counts: readonly VisitCount[]): VisitSum {
  const sum: VisitSum = { video: 0, voice: 0, minutes: 0 };
  for (const { media, visits, minutes } of counts) {
    sum[media] += visits;
    sum.minutes += minutes;
  }
  return sum;
}

/** The sums of each competence that had any, the most visits first. */
export function sumsByCompetence(counts: readonly VisitCount[]): (VisitSum & { competence: Competence })[] {
  const competences = [...new Set(counts.map(({ competence }) => competence))];
  return competences
    .map((competence) => ({ competence, ...sumOf(counts.filter((each) => each.competence === competence)) }))
    .sort((a, b) => b.video + b.voice - a.video - a.voice || a.competence.localeCompare(b.competence));
}
