import { objectSchema as object } from '../config/json-schema.js';
import {
  AGREEMENT_STATES,
  COMPETENCES,
  optionsOfChoice,
  type PolicyFaultCode,
  REGION_CHOICE_NAMES,
  URGENCIES,
} from '../contracts/index.js';

/** The longest that a target, a threshold or a gain may be: four weeks. */
const MOST_MINUTES = 28 * 24 * 60;

const SHORT_NAME = '^[a-z0-9][a-z0-9-]{0,60}$';
const TIME = '^([01][0-9]|2[0-3]):[0-5][0-9]$';

/** What each pattern asks for, in words. */
export const PATTERN_WORDS: Readonly<Record<string, { code: PolicyFaultCode; text: string }>> = {
  [SHORT_NAME]: { code: 'needed', text: 'must be a short name: small letters, digits and hyphens' },
  [TIME]: { code: 'time', text: 'must be a time such as 08:00' },
};

const unit = { type: 'string', pattern: SHORT_NAME };
const time = { type: 'string', pattern: TIME };
const days = {
  type: 'array',
  minItems: 1,
  uniqueItems: true,
  items: { type: 'integer', minimum: 1, maximum: 7 },
};
const minutes = { type: 'number', minimum: 0, maximum: MOST_MINUTES };
const target = { type: 'number', minimum: 1, maximum: MOST_MINUTES };
const competence = { enum: COMPETENCES };
const urgencies = { type: 'array', minItems: 1, uniqueItems: true, items: { enum: URGENCIES } };
const competences = { type: 'array', minItems: 1, uniqueItems: true, items: competence };
const units = { type: 'array', minItems: 1, uniqueItems: true, items: unit };

const forEachUrgency = (what: object) => Object.fromEntries(URGENCIES.map((urgency) => [urgency, what]));
const overflow = object({ afterMinutes: minutes, gainMinutes: minutes });
const hours = object({ from: time, to: time }, { days });
const scope = {
  reasons: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
  competences,
  hours,
};
const named = {
  id: unit,
  when: { enum: AGREEMENT_STATES },
  urgencies,
};

const choices = object(
  {},
  Object.fromEntries(REGION_CHOICE_NAMES.map((name) => [name, { enum: optionsOfChoice(name) }])),
);

/** The shape of a policy document; `policy-checks.ts` looks at what it means. */
export const POLICY_SCHEMA = object(
  {
    targetMinutes: object(forEachUrgency(target)),
    overflow: object(forEachUrgency(overflow)),
    agreements: {
      type: 'array',
      maxItems: 2_000,
      items: object({ ...named, from: { anyOf: [{ const: 'all-clinics' }, units] }, to: unit }, scope),
    },
    cooperations: {
      type: 'array',
      maxItems: 500,
      items: object({ ...named, units: { ...units, minItems: 2 } }, scope),
    },
    standIns: object({}, Object.fromEntries(COMPETENCES.map((each) => [each, competences]))),
    moves: object({
      most: { type: 'integer', minimum: 0, maximum: 100 },
      gainMinutes: object(forEachUrgency(minutes)),
    }),
    quietHours: { anyOf: [{ type: 'null' }, object({ from: time, to: time, urgencies }, { days })] },
    casesAtOnce: { type: 'integer', minimum: 1, maximum: 20 },
    absentMinutes: minutes,
    withoutHome: unit,
    catchAll: object({ unit, competence }),
    units: {
      type: 'object',
      propertyNames: unit,
      additionalProperties: object(
        {},
        {
          targetMinutes: object({}, forEachUrgency(target)),
          overflow: object({}, forEachUrgency(overflow)),
          takesOverflow: { type: 'boolean' },
        },
      ),
    },
  },
  { choices },
);
