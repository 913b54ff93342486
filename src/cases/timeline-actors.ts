import { randomUUID } from 'node:crypto';
import type { Competence, TimelineActor, TimelineBodies, TimelineKind } from '../contracts/index.js';
import type { NewEntry } from './timeline.js';

/** An entry made by the system. */
export function systemEntry<K extends TimelineKind>(kind: K, body: TimelineBodies[K]): NewEntry {
  return { id: randomUUID(), kind, actor: { kind: 'system' }, body } as NewEntry;
}

/** An entry by the resident; `id` is the client's when a repeat must be recognised. */
export function residentEntry<K extends TimelineKind>(
  kind: K,
  body: TimelineBodies[K],
  by: { name: string | null; id?: string },
): NewEntry {
  return { id: by.id ?? randomUUID(), kind, actor: { kind: 'resident', name: by.name }, body } as NewEntry;
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
