import { OUTCOME_RULES, type OutcomeRule } from '../contracts/outcomes.js';
import { QUESTION_KINDS } from '../contracts/triage.js';
import { BOOKING_KINDS, COMPETENCES, OUTCOMES, SEXES, URGENCIES } from '../contracts/words.js';
import { EMERGENCY_DEPARTMENT, FLAG_URGENCIES } from './flow.types.js';

/** A JSON Schema, or a part of one. */
export type Schema = { [key: string]: unknown };

/** The schemas that repeat lists of the contracts, and how each is regenerated from them. */
export const SCHEMAS_WITH_LISTS = { flow: withFlowLists, patients: withPatientLists } as const;

const rules: [string, OutcomeRule][] = OUTCOMES.map((outcome) => [outcome, OUTCOME_RULES[outcome]]);
const sayUrgency = rules.filter(([, { needs, may }]) => [...needs, ...may].includes('urgency'));
const sayable = URGENCIES.filter((urgency) =>
  sayUrgency.some(([, rule]) => rule.urgencies.includes(urgency)),
);

function withFlowLists(schema: Schema): Schema {
  const next = structuredClone(schema);
  at(next, 'properties', 'for', 'properties').sex = { enum: SEXES };
  at(next, '$defs', 'condition', 'properties').sex = { enum: SEXES };
  at(next, '$defs', 'competence').enum = COMPETENCES;
  at(next, '$defs', 'flag-level').enum = [...FLAG_URGENCIES, EMERGENCY_DEPARTMENT];
  const question = at(next, '$defs', 'question', 'properties');
  for (const kind of QUESTION_KINDS) question[kind] ??= { $ref: '#/$defs/text' };
  const outcome = at(next, '$defs', 'outcome');
  outcome.description = `Exactly one of ${OUTCOMES.join(', ')}.`;
  outcome.allOf = rules.flatMap(([name, rule]) => {
    const then = demands(rule);
    return Object.keys(then).length > 0 ? [{ if: { required: [name] }, then }] : [];
  });
  const fields = at(outcome, 'properties');
  for (const [name, { names }] of rules) {
    const $ref = names === 'text' ? '#/$defs/text-id' : '#/$defs/competence';
    fields[name] = { ...(fields[name] as Schema | undefined), $ref };
  }
  fields.urgency = { enum: sayable };
  fields.kind = { enum: BOOKING_KINDS };
  return next;
}

function withPatientLists(schema: Schema): Schema {
  const next = structuredClone(schema);
  const patient = at(next, '$defs', 'patient', 'properties');
  patient.sex = { enum: SEXES };
  const ends = at(patient, 'ends', 'properties');
  ends.outcome = { enum: OUTCOMES };
  ends.urgency = { enum: URGENCIES };
  const waiting = at(patient, 'waiting', 'properties', 'ends', 'properties');
  waiting.outcome = { enum: OUTCOMES };
  waiting.urgency = { enum: URGENCIES };
  return next;
}

/** What an outcome needs besides its name, and the urgencies that it limits. */
function demands({ needs, may, urgencies }: OutcomeRule): Schema {
  const narrows = [...needs, ...may].includes('urgency') && urgencies.length < sayable.length;
  const urgency = urgencies.length === 1 ? { const: urgencies[0] } : { enum: urgencies };
  return {
    ...(needs.length > 0 && { required: needs }),
    ...(narrows && { properties: { urgency } }),
  };
}

function at(schema: Schema, ...path: string[]): Schema {
  return path.reduce((part, key) => {
    const inner = part[key];
    if (typeof inner !== 'object' || inner === null) throw new Error(`The schema has no ${path.join('.')}`);
    return inner as Schema;
  }, schema);
}
