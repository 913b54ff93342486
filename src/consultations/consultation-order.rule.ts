import type { Urgency } from '../contracts/index.js';

/** What the order of consultations looks at. */
export interface ConsultationPlace {
  id: string;
  /** Of the case. */
  urgency: Urgency;
  dueAt: Date;
}

/** The most urgent case first, then the one whose answer is wanted soonest; equal ones are told apart by the id. */
export function compareConsultations(a: ConsultationPlace, b: ConsultationPlace): number {
  return (
    a.urgency - b.urgency || a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
