import { objectSchema as object } from '../config/json-schema.js';
import { COMPETENCES, EVES, URGENCIES } from '../contracts/index.js';

/** Limits that keep a run within the memory and the patience of a machine. */
export const MOST = { units: 300, people: 500, days: 366, seeds: 100, uses: 10 } as const;

const text = { type: 'string', minLength: 1, maxLength: 200 };
const id = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,60}$' };
const date = { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' };
const time = { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' };
const share = { type: 'number', minimum: 0, maximum: 100 };
const weight = { type: 'number', minimum: 0 };
const minutes = { type: 'number', exclusiveMinimum: 0, maximum: 100_000 };
const spread = { type: 'number', minimum: 0, maximum: 5 };
const whole = (minimum: number, maximum: number) => ({ type: 'integer', minimum, maximum });
const weights = (count: number) => ({ type: 'array', items: weight, minItems: count, maxItems: count });
const competences = { type: 'array', minItems: 1, uniqueItems: true, items: { enum: COMPETENCES } };
const urgencies = { type: 'array', uniqueItems: true, items: { enum: URGENCIES } };
const days = { type: 'array', minItems: 1, uniqueItems: true, items: whole(1, 7) };

function list(items: object, minItems: number, maxItems: number): object {
  return { type: 'array', items, minItems, maxItems };
}

const stretch = object({ days, from: time, to: time });
const hours = object(
  { week: list(stretch, 1, 50), closedDates: list(date, 0, 200) },
  {
    closedOn: object({
      holidays: { type: 'boolean' },
      eves: { type: 'array', uniqueItems: true, items: { enum: EVES } },
    }),
  },
);
const patience = object({ medianMinutes: minutes, spread });
const reason = object({
  id,
  share,
  competences,
  minutes,
  urgencies: object({}, Object.fromEntries(URGENCIES.map((urgency) => [urgency, share]))),
});
const post = object({
  competence: { enum: COMPETENCES },
  people: whole(1, MOST.people),
  shifts: list(stretch, 1, 50),
});
const unit = object(
  {
    id,
    name: text,
    kind: { enum: ['clinic', 'hotline'] },
    hours: { anyOf: [{ const: 'always' }, hours] },
    staff: list(post, 1, 50),
  },
  { listed: { type: 'integer', minimum: 0 } },
);

/** What a scenario file may hold (JSON Schema). */
export const SCENARIO_SCHEMA = object(
  {
    name: object({ sv: text, en: text }),
    starts: date,
    warmUpDays: whole(0, MOST.days),
    days: whole(1, MOST.days),
    seeds: whole(1, MOST.seeds),
    use: list({ type: 'number', exclusiveMinimum: 0, maximum: 150 }, 1, MOST.uses),
    uneven: { type: 'number', minimum: 0, maximum: 99 },
    demand: object({
      listed: share,
      clinicPage: share,
      chat: share,
      children: share,
      hours: object({ weekday: weights(24), weekend: weights(24) }),
      weekdays: weights(7),
    }),
    reasons: list(reason, 1, 100),
    handling: object({ spread }),
    patience: object({ phone: patience, chat: patience }),
    phone: object({ hotlineFirst: share, hotlineInstead: share }),
    static: object({ hotline: urgencies, hotlineWhenClosed: urgencies }),
    units: list(unit, 1, MOST.units),
  },
  { policy: { type: 'object' } },
);
