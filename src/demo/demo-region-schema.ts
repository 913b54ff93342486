import { objectSchema as object } from '../config/json-schema.js';
import {
  BOOKING_KINDS,
  CARE_UNIT_KINDS,
  COMPETENCES,
  LANGUAGES,
  MANAGES,
  SEXES,
} from '../contracts/index.js';

const text = { type: 'string', minLength: 1 };
const slug = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]*$' };
/** `SE<10-digit organisation number>-<A–Z a–z 0–9>`, at most 31 characters. */
const hsaId = { type: 'string', pattern: '^SE[0-9]{10}-[A-Za-z0-9]{1,18}$' };
const date = { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' };
const time = { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' };
const days = {
  type: 'array',
  minItems: 1,
  uniqueItems: true,
  items: { type: 'integer', minimum: 1, maximum: 7 },
};

function list(items: object, minItems = 0): object {
  return { type: 'array', items, minItems };
}

const quickReply = object({ title: text, sv: text, en: text });
const unit = object(
  {
    slug,
    'hsa-id': hsaId,
    name: text,
    kind: { enum: CARE_UNIT_KINDS },
    address: text,
    hours: { anyOf: [{ const: 'always' }, { type: 'object' }] }, // see care-units/opening-hours-check.ts
    competences: { type: 'array', items: { enum: COMPETENCES }, minItems: 1, uniqueItems: true },
    'others-may-book': { type: 'boolean' },
  },
  { phone: text, 'quick-replies': list(quickReply) },
);
const times = object({
  kind: { enum: BOOKING_KINDS },
  days,
  from: time,
  to: time,
  minutes: { type: 'integer', minimum: 5, maximum: 240 },
});
const commission = object(
  { 'hsa-id': hsaId, unit: slug, role: { enum: COMPETENCES } },
  { manages: { enum: MANAGES }, times: list(times) },
);
const staff = object({
  'hsa-id': hsaId,
  'given-name': text,
  'family-name': text,
  commissions: list(commission, 1),
});
const numbers = list({ type: 'string', pattern: '^[0-9]{12}$' }, 1);
const reserveNumber = object({
  born: { anyOf: [date, object({ 'months-ago': { type: 'integer', minimum: 0, maximum: 155 } })] },
  serial: { type: 'string', pattern: '^[A-HJ-NPR-UX-Z]{2}$' },
});
const resident = object(
  { id: slug, 'given-name': text, 'family-name': text, sex: { enum: SEXES } },
  {
    language: { enum: LANGUAGES },
    'listed-at': slug,
    'protected-identity': { type: 'boolean' },
    age: { type: 'integer', minimum: 0, maximum: 120 },
    personnummer: numbers,
    samordningsnummer: numbers,
    'reserve-number': reserveNumber,
    guardians: list(slug, 1),
  },
);

/** What the file of the demo region may hold (JSON Schema). */
export const DEMO_REGION_SCHEMA = object({
  units: list(unit, 1),
  staff: list(staff, 1),
  residents: list(resident, 1),
});
