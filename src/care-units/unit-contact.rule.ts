import type { UnitContact } from '../contracts/index.js';
import { nextOpening, type OpeningHours, openUntil } from './opening-hours.rule.js';

/** So that a page that stays open past closing time can say when it opens again. */
const OPENINGS_TOLD = 2;

/** How a unit is reached, as far as it is known: its number, and when it is open now or next. */
export function unitContact(
  unit: { id: string; phone: string | null; openingHours: OpeningHours },
  now: Date,
): UnitContact {
  const openings: UnitContact['openings'] = [];
  for (let opens = nextOpening(unit.openingHours, now); opens && openings.length < OPENINGS_TOLD; ) {
    const closes = openUntil(unit.openingHours, opens);
    openings.push({ opens: opens.toISOString(), closes: closes?.toISOString() ?? null });
    opens = closes && nextOpening(unit.openingHours, closes);
  }
  return { unitId: unit.id, phone: unit.phone, openings };
}
