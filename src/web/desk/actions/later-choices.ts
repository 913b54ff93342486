import type { Instant } from '../../../contracts/index.js';
import { fromLocal, toLocal } from '../shared/local-time.js';

/** A time to come back to a case, by a name of its own. */
export interface LaterChoice {
  id: 'hour' | 'afternoon' | 'next-day' | 'week';
  at: Instant;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MORNING = '08:00';
const AFTERNOON = '15:00';
const [SATURDAY, SUNDAY] = [6, 0];

/**
 * The times that a case is mostly left until: an hour from now, this afternoon while that is some time away, the next
 * working day, and a week later, by the Swedish wall clock.
 */
export function laterChoices(now: Date): LaterChoice[] {
  const afternoon = fromLocal(toLocal(now).date, AFTERNOON);
  const times: (LaterChoice | null)[] = [
    { id: 'hour', at: new Date(now.getTime() + HOUR_MS).toISOString() },
    afternoon !== null && Date.parse(afternoon) - now.getTime() > 2 * HOUR_MS
      ? { id: 'afternoon', at: afternoon }
      : null,
    morning('next-day', workingDay(now, 1)),
    morning('week', workingDay(now, 7)),
  ];
  return times.filter((each) => each !== null);
}

function morning(id: LaterChoice['id'], date: string): LaterChoice | null {
  const at = fromLocal(date, MORNING);
  return at === null ? null : { id, at };
}

/** The date so many days from now, or the first one after it that is neither Saturday nor Sunday. */
function workingDay(now: Date, days: number): string {
  const noon = Date.parse(`${toLocal(now).date}T12:00Z`) + days * DAY_MS;
  const weekday = new Date(noon).getUTCDay();
  const on = weekday === SATURDAY ? 2 : weekday === SUNDAY ? 1 : 0;
  return new Date(noon + on * DAY_MS).toISOString().slice(0, 10);
}
