/** Queries of people that are parts of a search for their cases; each value is a placeholder of the whole query. */

/** Parts of a name that begin as patterns like `% sam%` say; a protected identity is never found by name. */
function isNamed(patterns: readonly string[]): string {
  // Each by itself: the index knows LIKE, but not LIKE ALL.
  const each = patterns.map((pattern) => `person_words(given_name, family_name) LIKE ${pattern}::text`);
  return ['NOT protected_identity', ...each].join(' AND ');
}

/** People of a name, up to so many. */
export function peopleNamed(patterns: readonly string[], most: number): string {
  return `SELECT id FROM person WHERE ${isNamed(patterns)} LIMIT ${most}`;
}

/** Whether the person with an id has a name. */
export function hasName(id: string, patterns: readonly string[]): string {
  return `EXISTS (SELECT FROM person WHERE id = ${id} AND ${isNamed(patterns)})`;
}

/** The person with an identity number. */
export function personNumbered(kind: string, number: string): string {
  return `SELECT id FROM person WHERE identity_kind = ${kind} AND identity_number = ${number}`;
}

/** Whether one of those with the ids has a protected identity. */
export function isAnyProtected(...ids: readonly string[]): string {
  return `EXISTS (SELECT FROM person WHERE id IN (${ids.join(', ')}) AND protected_identity)`;
}
