import { AT_UNIT, answersCallers } from '../cases/relations.rule.js';
import type { ClosedBy } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { hasName, isAnyProtected, peopleNamed, personNumbered } from '../residents/person-search.js';
import type { Sought } from './search-text.rule.js';

/** How many of the newest cases are looked through before an index is asked. */
export const NEWEST = 500;
/** Of these, from how many on it is worth to look further. */
const FEWEST_FITTING = 5;
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
    ways.push(
      `c.opened_at_unit_id = ${unit} AND c.state <> 'held' AND NOT ${isAnyProtected('c.patient_id', 'c.resident_id')}`,
    );
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

/** How each part of a name begins. */
function asPatterns(words: readonly string[], values: Values): string[] {
  return words.map((word) => values.add(`% ${word}%`));
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
      ? `c.patient_id = (${personNumbered(values.add(sought.number.kind), values.add(sought.number.number))})`
      : `c.id BETWEEN ${values.add(sought.first)}::uuid AND ${values.add(sought.last)}::uuid`;
  const sql = `SELECT ARRAY(SELECT c.id FROM care_case c WHERE ${which} AND ${inSight(staff, values)}
    ORDER BY c.started_at DESC LIMIT ${most}) AS ids, false AS stopped`;
  return { sql, values: values.all };
}

/**
 * How many of the newest to look through when some of the first fit, so that there are likely as many as are shown; null
 * when they are too few for that. An index would gather thousands, of which the newest are shown.
 */
export function furtherAmongNewest(fitting: number, most: number): number | null {
  return fitting < FEWEST_FITTING ? null : Math.ceil((1.3 * NEWEST * most) / fitting);
}

/** Those with these words among the newest of the unit, and all that it sees besides: what is common is found here. */
export function amongNewest(
  staff: CommissionCaller,
  words: readonly string[],
  most: number,
  newest: number,
): Asked {
  const values = new Values();
  const unit = `${values.add(staff.unitId)}::uuid`;
  const beside = (which: string) =>
    `UNION (SELECT id FROM care_case WHERE ${which} ORDER BY started_at DESC LIMIT ${MOST_BESIDE})`;
  const sql = `
    WITH newest AS MATERIALIZED (
      SELECT id FROM care_case WHERE unit_id = ${unit} ORDER BY started_at DESC LIMIT ${newest}),
    near AS MATERIALIZED (
      SELECT id FROM newest
      ${beside(`consulted_unit_ids @> ARRAY[${unit}] AND state IN ('waiting', 'held')`)}
      ${beside(`opened_at_unit_id = ${unit}`)}
      ${beside(`holder_commission_id = ${values.add(staff.commissionId)}::uuid AND state = 'held'`)})
    SELECT ARRAY(
      SELECT c.id FROM near JOIN care_case c USING (id)
      WHERE ${inSight(staff, values)}
        AND (${hasName('c.patient_id', asPatterns(words, values))}
          OR case_words(c.words, c.reason) @@ ${asQuery(words, values)})
      ORDER BY c.started_at DESC LIMIT ${most}) AS ids,
      (SELECT count(*) = ${newest} FROM newest) AS stopped`;
  return { sql, values: values.all };
}

/** The same among all of the unit's cases, by the indexes: for what is rare among the newest. */
export function amongAll(staff: CommissionCaller, words: readonly string[], most: number): Asked {
  const values = new Values();
  const unit = `${values.add(staff.unitId)}::uuid`;
  // Both are gathered before they are sorted: with a limit in sight, all of the unit's cases would be walked through.
  const sql = `
    WITH named AS MATERIALIZED (${peopleNamed(asPatterns(words, values), MOST_NAMED)}),
    far AS MATERIALIZED (
      SELECT c.id, c.started_at FROM care_case c
      WHERE c.unit_id = ${unit} AND case_words(c.words, c.reason) @@ ${asQuery(words, values)}
        AND ${inSight(staff, values)}
      UNION ALL
      SELECT c.id, c.started_at FROM named JOIN care_case c ON c.patient_id = named.id AND c.unit_id = ${unit}
      WHERE ${inSight(staff, values)})
    SELECT ARRAY(SELECT id FROM (SELECT DISTINCT id, started_at FROM far) one ORDER BY started_at DESC LIMIT ${most}) AS ids,
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
