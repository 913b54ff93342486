import type { EntityManager } from 'typeorm';
import type { CareCase } from '../cases/case.entity.js';
import { isGuardianNow } from '../residents/guardianship.js';
import { ContactPoint, ContactSettings } from './contact.entity.js';
import type { Contact, Point } from './who-is-told.rule.js';

/** A point as the rule sees it. */
export function asPoint({ id, channel, confirmedAt, failedAt }: ContactPoint): Point {
  return { id, channel, confirmedAt, failedAt };
}

/** How a person wants to be told; null when they have given nothing to be told by. */
export async function contactOf(manager: EntityManager, personId: string | null): Promise<Contact | null> {
  if (!personId) return null;
  const points = await manager.findBy(ContactPoint, { personId });
  if (points.length === 0) return null;
  const settings = await manager.findOneBy(ContactSettings, { personId });
  return {
    language: settings?.language ?? null,
    quiet: quietOf(settings),
    stopped: (settings?.stoppedAt ?? null) !== null,
    points: points.map(asPoint),
  };
}

/** Whether the case's resident may be told of it, and be rung for it: a guardian, while they may write for the child. */
export async function mayBeReached(
  manager: EntityManager,
  { residentId, patientId }: Pick<CareCase, 'residentId' | 'patientId'>,
  now: Date,
): Promise<boolean> {
  if (!residentId || !patientId) return false;
  return residentId === patientId || isGuardianNow(manager, residentId, patientId, now);
}

/** The quiet hours of stored settings. */
export function quietOf(settings: ContactSettings | null): Contact['quiet'] {
  return settings?.quietFrom && settings.quietTo ? { from: settings.quietFrom, to: settings.quietTo } : null;
}
