import type { ConsultationView, DeskCase } from '../../../contracts/index.js';

/** The consultation by which the reader may answer and take over: the first open one that their unit is asked. */
export function openForMe({ consultations }: Pick<DeskCase, 'consultations'>): ConsultationView | undefined {
  return consultations.find(
    ({ side, canWrite, endedAt }) => side === 'consulted' && canWrite && endedAt === null,
  );
}
