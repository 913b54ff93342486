import type { ResidentCase, StartCase } from '../../src/contracts/index.js';
import type { Resident } from './people.js';

/** Samir's way (example C): breathless for weeks, swollen legs, more weight; ends in a chat at urgency 2. */
export async function samirWrites(samir: Resident, more: Partial<StartCase> = {}): Promise<ResidentCase> {
  const started = await samir.start('Jag blir mer och mer andfådd', {
    patientAgeMonths: 62 * 12,
    unit: 'herrgardet',
    ...more,
  });
  return samir.answer(started.id, 'shortness-of-breath', {
    disease: ['heart'],
    effort: 'flat',
    'heart-signs': ['legs', 'weight'],
    course: 'slowly-worse',
  });
}
