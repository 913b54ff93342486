import { ACTOR_FOR_RESIDENTS, TIMELINE_RULES, type TimelineKind } from '../contracts/index.js';
import type { JsonSchema } from './routes-schema.js';

/** `true`: a plain value goes out. Else the fields of an object that do. */
type Fields = true | { readonly [field: string]: Fields | undefined };
type Types = Record<string, JsonSchema>;

/** The schema of an entry as residents receive it: that of staff's, with what `TIMELINE_RULES` lets out of it. */
export function residentEntry(types: Types): JsonSchema {
  const entries = (types.TimelineEntry?.anyOf ?? []) as JsonSchema[];
  return {
    anyOf: entries.flatMap((entry) => {
      const kind = entry.properties?.kind?.const as TimelineKind;
      const fields = TIMELINE_RULES[kind].residents;
      const { actor = {}, body = {} } = entry.properties ?? {};
      if (!fields) return [];
      const properties = {
        ...entry.properties,
        actor: only(actor, ACTOR_FOR_RESIDENTS, types),
        body: only(body, fields, types),
      };
      return [{ ...entry, properties }];
    }),
  };
}

function only(schema: JsonSchema, fields: Fields, types: Types): JsonSchema {
  if (fields === true) return schema;
  if (schema.$ref) return only(types[schema.$ref.split('/').at(-1) ?? ''] ?? {}, fields, types);
  if (Array.isArray(schema.anyOf)) {
    return { ...schema, anyOf: schema.anyOf.map((each: JsonSchema) => only(each, fields, types)) };
  }
  if (schema.items) return { ...schema, items: only(schema.items as JsonSchema, fields, types) };
  if (!schema.properties) return schema;
  const named = Object.entries(schema.properties).filter(([name]) => name in fields);
  return {
    ...schema,
    properties: Object.fromEntries(
      named.map(([name, each]) => [name, only(each, fields[name] ?? {}, types)]),
    ),
    required: schema.required?.filter((name) => name in fields),
  };
}
