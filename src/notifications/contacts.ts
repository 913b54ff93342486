import type { EntityManager } from 'typeorm';
import { ContactPoint, ContactSettings } from './contact.entity.js';
import type { Contact, Point } from './who-is-told.rule.js';

/** A point as the rule sees it. */
export function asPoint({ id, channel, confirmedAt, failedAt }: ContactPoint): Point {
  return { id, channel, confirmedAt, failed: failedAt !== null };
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

/** The quiet hours of stored settings. */
export function quietOf(settings: ContactSettings | null): Contact['quiet'] {
  return settings?.quietFrom && settings.quietTo ? { from: settings.quietFrom, to: settings.quietTo } : null;
}
