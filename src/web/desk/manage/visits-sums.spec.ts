import type { VisitCount } from '../../../contracts/index.js';
import { sumOf, sumsByCompetence } from './visits-sums.js';

const COUNTS: VisitCount[] = [
  { competence: 'nurse', media: 'video', visits: 3, minutes: 30 },
  { competence: 'nurse', media: 'voice', visits: 1, minutes: 4 },
  { competence: 'physician', media: 'video', visits: 5, minutes: 61 },
  { competence: 'nurse', media: 'video', visits: 2, minutes: 11 },
];

describe('sums of visits', () => {
  it('are of each way, and of all minutes', () => {
    expect(sumOf(COUNTS)).toEqual({ video: 10, voice: 1, minutes: 106 });
    expect(sumOf([])).toEqual({ video: 0, voice: 0, minutes: 0 });
  });

  it('are made for each competence, the most visits first', () => {
    expect(sumsByCompetence(COUNTS)).toEqual([
      { competence: 'nurse', video: 5, voice: 1, minutes: 45 },
      { competence: 'physician', video: 5, voice: 0, minutes: 61 },
    ]);
  });
});
