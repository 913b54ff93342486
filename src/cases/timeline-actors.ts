import { randomUUID } from 'node:crypto';
import type { Competence, TimelineActor, TimelineBodies, TimelineKind } from '../contracts/index.js';
import type { NewEntry } from './timeline.js';

/** An entry made by the system. */
export function systemEntry<K extends TimelineKind>(kind: K, body: TimelineBodies[K]): NewEntry {
  return { id: randomUUID(), kind, actor: { kind: 'system' }, body } as NewEntry;
}

/** The writer on the resident's side; both are null while nobody has signed in. */
export interface ResidentWriter {
  name: string | null;
  personId: string | null;
}

/** Makes entries in the name of whoever acts: the resident, or staff who answer for somebody on the telephone. */
export type Author = <K extends TimelineKind>(kind: K, body: TimelineBodies[K], id?: string) => NewEntry;

/** An entry by the resident; `id` is the client's when a repeat must be recognised. */
export function residentEntry<K extends TimelineKind>(
  kind: K,
  body: TimelineBodies[K],
  { name, personId }: ResidentWriter,
  id: string = randomUUID(),
): NewEntry {
  return { id, kind, actor: { kind: 'resident', name, personId }, body } as NewEntry;
}

/** The acting staff member, as the timeline names them. */
export interface ActingStaff {
  commissionId: string;
  role: Competence;
  staffName: string;
  unitName: string;
}

export function staffActor(by: ActingStaff): TimelineActor {
  return {
    kind: 'staff',
    name: by.staffName,
    role: by.role,
    unit: by.unitName,
    commissionId: by.commissionId,
  };
}

export function staffEntry<K extends TimelineKind>(
  kind: K,
  body: TimelineBodies[K],
  by: ActingStaff,
  id: string = randomUUID(),
): NewEntry {
  return { id, kind, actor: staffActor(by), body } as NewEntry;
}
