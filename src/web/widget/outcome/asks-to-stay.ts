import type { BilingualText } from '../../../contracts/index.js';

/** Whether a step is to stay and wait for an answer, which is true advice only once somebody knows of the case. */
export function asksToStay(step: BilingualText): boolean {
  return /^(Stanna|Vänta) (kvar )?här\b/.test(step.sv);
}
