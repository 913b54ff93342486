import {
  ACTOR_FOR_RESIDENTS,
  isForResidents,
  TIMELINE_RULES,
  type TimelineEntry,
} from '../contracts/index.js';

/**
 * `true`: a plain value is sent. Else the fields of an object that are sent, each with what is sent of it.
 */
type Fields = true | { readonly [field: string]: Fields | undefined };

/**
 * An entry as residents receive it: null if it is for staff only, else with only the fields that
 * `TIMELINE_RULES` names. The rest is removed, whatever the type on the wire says: a resident's browser reads
 * it as `ResidentEntry`.
 */
export function asResidentsSee(entry: TimelineEntry): TimelineEntry | null {
  if (entry.staffOnly || !isForResidents(entry)) return null;
  const { caseId, number, id, at, kind, staffOnly } = entry;
  const actor = only(entry.actor, ACTOR_FOR_RESIDENTS);
  const body = only(entry.body, TIMELINE_RULES[kind].residents);
  return { caseId, number, id, at, kind, actor, staffOnly, body } as TimelineEntry;
}

/** The part of a value that is sent; an object where a plain value was named is sent empty. */
function only(value: unknown, fields: Fields): unknown {
  if (Array.isArray(value)) return value.map((each) => only(each, fields));
  if (typeof value !== 'object' || value === null) return value;
  if (fields === true) return {};
  const named = Object.entries(fields).filter(([field]) => Object.hasOwn(value, field));
  return Object.fromEntries(
    named.map(([field, inner]) => [field, only(value[field as keyof typeof value], inner ?? {})]),
  );
}
