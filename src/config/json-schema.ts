/** The schema of an object with these fields and no others. */
export function objectSchema(
  required: Record<string, object>,
  optional: Record<string, object> = {},
): object {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(required),
    properties: { ...required, ...optional },
  };
}
