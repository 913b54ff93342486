import { AT_UNIT, answersCallers } from '../cases/relations.rule.js';
import type { ClosedBy } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import type { Sought } from './search-text.rule.js';

/** How many of the newest cases are looked through before an index is asked. */
const NEWEST = 500;
/** The same where it is only filtered. */
const NEWEST_CLOSED = 5_000;
/** Cases that the unit sees without having them. */
const MOST_BESIDE = 200;
/** Persons of one name that are looked at. */
const MOST_NAMED = 2_000;

/** A query and its parameters. */
export interface Asked {
  sql: string;
  values: unknown[];
}

/** What a query of this file answers: ids, the newest first, and whether it stopped before it had looked at all. */
export interface IdsFound {
  ids: string[];
  stopped: boolean;
}

/** What the unit's closed cases are narrowed by. */
export interface ClosedFilter {
  from: Date | null;
  until: Date | null;
  reason: string[] | null;
  closedAs: ClosedBy | null;
}

/** Collects parameters while a query is written. */
class Values {
  readonly all: unknown[] = [];

  /** The placeholder of a value. */
  add(value: unknown): string {
    this.all.push(value);
    return `$${this.all.length}`;
  }
}

/**
 * Whether somebody may see the case `c`, as `relationsOf` and `who-may-act` say: a test compares them. Who had it until
 * today is left out, as what they may see is how it was then.
 */
function inSight(staff: CommissionCaller, values: Values): string {
  const unit = `${values.add(staff.unitId)}::uuid`;
  const ways = [
    `c.unit_id = ${unit} AND c.state = ANY(${values.add(AT_UNIT)}::text[])`,
    `c.consulted_unit_ids @> ARRAY[${unit}] AND c.state IN ('waiting', 'held')`,
    `c.holder_commission_id = ${values.add(staff.commissionId)}::uuid AND c.state = 'held'`,
  ];
  if (answersCallers(staff))
    ways.push(`c.opened_at_unit_id = ${unit} AND c.state <> 'held' AND NOT EXISTS (
      SELECT FROM person WHERE person.id IN (c.patient_id, c.resident_id) AND protected_identity)`);
  return `c.patient_id IS NOT NULL AND (${ways.map((way) => `(${way})`).join(' OR ')})`;
}

/** All of the words, as they are bent in Swedish or as they begin. */
function asQuery(words: readonly string[], values: Values): string {
  const each = words.map((word) => {
    const at = `${values.add(word)}::text`;
    return `(plainto_tsquery('pg_catalog.swedish', ${at}) || to_tsquery('pg_catalog.simple', '''' || ${at} || ''':*'))`;
  });
  return `(${each.join(' && ')})`;
}

/** Parts of a name that begin so; a protected identity is never found by name. */
function asName(words: readonly string[], values: Values): string {
  // Each by itself: the index knows LIKE, but not LIKE ALL.
  const each = words.map(
    (word) => `person_words(p.given_name, p.family_name) LIKE ${values.add(`% ${word}%`)}::text`,
  );
  return ['NOT p.protected_identity', ...each].join(' AND ');
}

/** The cases of one person, or those whose ids begin so. */
export function exactly(
  staff: CommissionCaller,
  sought: Exclude<Sought, { kind: 'words' }>,
  most: number,
): Asked {
  const values = new Values();
  const which =
    sought.kind === 'number'
      ? `c.patient_id = (SELECT id FROM person WHERE identity_kind = ${values.add(sought.number.kind)}
           AND identity_number = ${values.add(sought.number.number)})`
      : `c.id BETWEEN ${values.add(sought.first)}::uuid AND ${values.add(sought.last)}::uuid`;
  const sql = `SELECT ARRAY(SELECT c.id FROM care_case c WHERE ${which} AND ${inSight(staff, values)}
    ORDER BY c.started_at DESC LIMIT ${most}) AS ids, false AS stopped`;
  return { sql, values: values.all };
}

/** Those with these words among the newest of the unit, and all that it sees besides: what is common is found here. */
export function amongNewest(staff: CommissionCaller, words: readonly string[], most: number): Asked {
  const values = new Values();
  const unit = `${values.add(staff.unitId)}::uuid`;
  const beside = (which: string) =>
    `UNION (SELECT id FROM care_case WHERE ${which} ORDER BY started_at DESC LIMIT ${MOST_BESIDE})`;
  const sql = `
    WITH newest AS MATERIALIZED (
      SELECT id FROM care_case WHERE unit_id = ${unit} ORDER BY started_at DESC LIMIT ${NEWEST}),
    near AS MATERIALIZED (
      SELECT id FROM newest
      ${beside(`consulted_unit_ids @> ARRAY[${unit}] AND state IN ('waiting', 'held')`)}
      ${beside(`opened_at_unit_id = ${unit}`)}
      ${beside(`holder_commission_id = ${values.add(staff.commissionId)}::uuid AND state = 'held'`)})
    SELECT ARRAY(
      SELECT c.id FROM near JOIN care_case c USING (id) JOIN person p ON p.id = c.patient_id
      WHERE ${inSight(staff, values)}
        AND ((${asName(words, values)}) OR case_words(c.words, c.reason) @@ ${asQuery(words, values)})
      ORDER BY c.started_at DESC LIMIT ${most}) AS ids,
      (SELECT count(*) = ${NEWEST} FROM newest) AS stopped`;
  return { sql, values: values.all };
}

/** The same among all of the unit's cases, by the indexes: for what is rare among the newest. */
export function amongAll(staff: CommissionCaller, words: readonly string[], most: number): Asked {
  const values = new Values();
  const unit = `${values.add(staff.unitId)}::uuid`;
  const sql = `
    WITH named AS MATERIALIZED (SELECT id FROM person p WHERE ${asName(words, values)} LIMIT ${MOST_NAMED}),
    far AS (
      SELECT id FROM care_case
      WHERE unit_id = ${unit} AND case_words(words, reason) @@ ${asQuery(words, values)}
      UNION
      SELECT care_case.id FROM named JOIN care_case ON patient_id = named.id AND unit_id = ${unit})
    SELECT ARRAY(
      SELECT c.id FROM far JOIN care_case c USING (id) WHERE ${inSight(staff, values)}
      ORDER BY c.started_at DESC LIMIT ${most}) AS ids,
      (SELECT count(*) = ${MOST_NAMED} FROM named) AS stopped`;
  return { sql, values: values.all };
}

function closedWhere(staff: CommissionCaller, { from, until }: ClosedFilter, values: Values): string {
  return [
    `unit_id = ${values.add(staff.unitId)}::uuid AND state = 'closed' AND patient_id IS NOT NULL`,
    ...(from ? [`closed_at >= ${values.add(from)}::timestamptz`] : []),
    ...(until ? [`closed_at < ${values.add(until)}::timestamptz`] : []),
  ].join(' AND ');
}

/** The last closed cases of the unit that a filter lets through. */
export function lastClosed(staff: CommissionCaller, filter: ClosedFilter, most: number): Asked {
  const values = new Values();
  const sql = `
    WITH near AS MATERIALIZED (
      SELECT id, closed_at, closed_as, reason FROM care_case WHERE ${closedWhere(staff, filter, values)}
      ORDER BY closed_at DESC LIMIT ${filter.reason ? NEWEST : NEWEST_CLOSED})
    SELECT ARRAY(
      SELECT id FROM near WHERE ${narrowed(filter, values)} ORDER BY closed_at DESC LIMIT ${most}) AS ids,
      (SELECT count(*) = ${filter.reason ? NEWEST : NEWEST_CLOSED} FROM near) AS stopped`;
  return { sql, values: values.all };
}

/** The same among all, by the words of the reason. */
export function allClosed(
  staff: CommissionCaller,
  filter: ClosedFilter & { reason: string[] },
  most: number,
): Asked {
  const values = new Values();
  const sql = `
    SELECT ARRAY(
      SELECT id FROM care_case WHERE ${closedWhere(staff, filter, values)}
        AND case_words(words, reason) @@ ${asQuery(filter.reason, values)} AND ${narrowed(filter, values)}
      ORDER BY closed_at DESC LIMIT ${most}) AS ids, false AS stopped`;
  return { sql, values: values.all };
}

function narrowed({ reason, closedAs }: ClosedFilter, values: Values): string {
  return [
    'true',
    ...(closedAs ? [`closed_as = ${values.add(closedAs)}::text`] : []),
    ...(reason ? [`case_words('', reason) @@ ${asQuery(reason, values)}`] : []),
  ].join(' AND ');
}
