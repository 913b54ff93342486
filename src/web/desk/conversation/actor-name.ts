import type { TimelineActor } from '../../../contracts/index.js';
import type { DeskTexts } from '../texts/desk-texts.js';

/** Who did something: staff by name, the resident by name or as "the resident", the system as Slussen. */
export function actorName(actor: TimelineActor, { t }: Pick<DeskTexts, 't'>): string {
  if (actor.kind === 'staff') return actor.name;
  return actor.kind === 'resident' ? (actor.name ?? t('resident')) : t('system');
}
