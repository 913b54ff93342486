import type { Urgency } from '../contracts/index.js';

/** What the order of consultations depends on. */
export interface ConsultationPlace {
  id: string;
  /** The urgency of the case. */
  urgency: Urgency;
  dueAt: Date;
}

/** The most urgent case first, then the answer wanted soonest; ties are broken by the id. */
export function compareConsultations(a: ConsultationPlace, b: ConsultationPlace): number {
  return (
    a.urgency - b.urgency || a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
