import { randomUUID } from 'node:crypto';
import type { Problem } from '../../src/contracts/index.js';
import { ENTITIES } from '../../src/entities.js';
import type { TestApp } from './app.js';

export type Kind =
  | 'id'
  | 'text'
  | 'token'
  | 'whole'
  | 'change'
  | 'yes-no'
  | 'instant'
  | 'name'
  | 'names'
  | 'texts'
  | 'ids'
  | 'known'
  | 'answer'
  | 'answers'
  | 'hash'
  | 'hours'
  | 'policy';
/** A field's kind; with `?` it may be null or left out. */
export type Fields = Record<string, Kind | `${Kind}?`>;

/** PostgreSQL stores neither. */
export const NUL = 'a\u0000b';
export const HALF = 'a\ud800b';
const LONG = 'å'.repeat(20_000);

/** What a field of a kind cannot be. */
const WRONG: Record<Kind, unknown[]> = {
  id: [7, '', 'x', true, {}, [], [randomUUID()], NUL, LONG],
  text: [7, true, {}, [], ['x'], '', ' \n ', NUL, HALF, LONG],
  token: [7, true, {}, [], '', 'x', NUL, LONG],
  whole: ['1', true, {}, [], 1.5, -1, 1e21, 1e308, Number.MAX_SAFE_INTEGER],
  change: ['1', true, {}, [], 1.5, -1000, 1000, 1e21, 1e308],
  'yes-no': ['true', 1, {}, [], NUL],
  instant: [7, true, {}, [], '', 'x', '2026-11-24', '2026-02-30T12:00:00Z', '2026-11-24T12:00', NUL, LONG],
  name: [7, true, {}, [], '', '../etc', '__proto__', NUL, LONG],
  names: [7, 'x', true, {}, [], [7], [null], ['../etc'], ['__proto__'], [NUL], [LONG]],
  texts: [
    7,
    'x',
    true,
    {},
    [],
    [{ sv: 'x', en: 'x' }],
    { sv: 'x' },
    { sv: 'x', en: 7 },
    { sv: 'x', en: NUL },
  ],
  ids: [7, 'x', {}, ['x'], [7], [null], Array.from({ length: 6 }, () => randomUUID()), [NUL]],
  known: [7, 'x', {}, ['x'], [7], [null], [NUL]],
  hours: [
    7,
    'always',
    true,
    {},
    [],
    NUL,
    { week: 'x' },
    { week: [null] },
    { week: [{ days: [8], from: '08:00', to: '16:00' }] },
    { week: [{ days: [1], from: '25:00', to: NUL }] },
    { week: [{ days: [1], from: '08:00', to: '08:00' }] },
    {
      week: [
        { days: [1], from: '22:00', to: '09:00' },
        { days: [2], from: '08:00', to: '16:00' },
      ],
    },
    { week: [], closedDates: ['2026-02-30'] },
    {
      week: [],
      closings: [{ from: '2026-11-24T12:00Z', to: '2026-11-24T11:00Z', reason: { sv: 'x', en: 'x' } }],
    },
    {
      week: [],
      closings: [{ from: '2026-11-24T12:00Z', to: '2026-11-24T13:00Z', reason: { sv: 'x', en: LONG } }],
    },
    { week: [], more: 1 },
  ],
  policy: [7, true, 'x', [], {}, NUL, { targetMinutes: null }, { agreements: [{ id: NUL }] }, { more: 1 }],
  answers: [7, true, 'x', {}, [7], [null], ['x'], [{}], [{ questionId: 7, value: 1 }], [{ value: 1 }], [[]]],
  hash: [7, true, {}, [], '', 'x', NUL, LONG, 'g'.repeat(64)],
  answer: [7, true, {}, [], ['nothing'], '', 'x', NUL, HALF, LONG, { amount: 1e308 }, [['none']]],
};

const DEEP_ARRAY = `${'['.repeat(45_000)}${']'.repeat(45_000)}`;
const DEEP_OBJECT = `${'{"a":'.repeat(16_000)}1${'}'.repeat(16_000)}`;

/** How a refusal came. */
export interface Refused {
  what: string;
  status: number;
  type: string;
  problem: Problem;
}

/** What is not as it should be with a refusal; empty when all is. */
export function faultsOf({ what, status, type, problem }: Refused, field?: string): string[] {
  const wrong: string[] = [];
  if (![400, 413, 415, 422].includes(status)) wrong.push(`status ${status}`);
  if (!/application\/problem\+json/.test(type)) wrong.push(`content type ${type}`);
  if (!/^urn:slussen:problem:[a-z-]+$/.test(problem.type ?? '')) wrong.push(`type ${problem.type}`);
  if (!problem.title || !problem.detail || problem.status !== status)
    wrong.push('no title, detail or status');
  if (/\bat \/|node_modules|SELECT|column|syntax for type|Cannot read/.test(problem.detail ?? '')) {
    wrong.push(`innards in "${problem.detail}"`);
  }
  const names = problem.errors?.map((each) => each.field) ?? [];
  const named = field === undefined || names.some((each) => each === field || each.startsWith(`${field}.`));
  if (!named) wrong.push(`names ${JSON.stringify(names)} instead of ${field}: ${problem.detail}`);
  if (problem.errors?.some(({ message }) => !message)) wrong.push('a field without what would be right');
  return wrong.map((each) => `${what}: ${each}`);
}

/** A value as a failing test names it. */
export const brief = (value: unknown) => (JSON.stringify(value) ?? 'left out').slice(0, 60);

/** Bodies that are wrong, each with the field that is to be named. */
export function wrongBodies(
  fields: Fields,
  right: Record<string, unknown>,
): { what: string; body: string; field?: string }[] {
  const wrong: { what: string; body: string; field?: string }[] = [
    ...['null', '"x"', '7', 'true', '{', '{"id":}', '\u0000', `{"a":"\ud800`].map((body) => ({
      what: `the body ${brief(body)}`,
      body,
    })),
    { what: 'a list', body: '[]', field: 'body' },
    { what: 'a list of bodies', body: JSON.stringify([right]), field: 'body' },
    { what: 'an unknown field', body: JSON.stringify({ ...right, unknown: 1 }), field: 'unknown' },
    { what: 'a body of 150 kB', body: JSON.stringify({ ...right, unknown: 'x'.repeat(150_000) }) },
    { what: 'deep lists', body: `{"unknown":${DEEP_ARRAY}}`, field: 'unknown' },
    { what: 'deep objects', body: `{"unknown":${DEEP_OBJECT}}`, field: 'unknown' },
  ];
  for (const name of ['__proto__', 'constructor', 'prototype']) {
    const body = `{${JSON.stringify(name)}:{"isAdmin":true},${JSON.stringify(right).slice(1)}`.replace(
      ',}',
      '}',
    );
    wrong.push({ what: name, body, field: name });
  }
  for (const [field, written] of Object.entries(fields)) {
    const kind = written.replace('?', '') as Kind;
    const optional = written.endsWith('?');
    const values = optional ? WRONG[kind].filter((value) => !isNothing(value)) : [...WRONG[kind], null];
    for (const value of values) {
      const body = JSON.stringify({ ...right, [field]: value });
      wrong.push({ what: `${field}: ${brief(value)}`, body, field });
    }
    if (!optional) {
      wrong.push({
        what: `without ${field}`,
        body: JSON.stringify({ ...right, [field]: undefined }),
        field,
      });
    }
  }
  return wrong;
}

/** A text that may be left out may be empty too. */
const isNothing = (value: unknown) => typeof value === 'string' && value.trim() === '';

/** Columns that say when somebody was last here: they move by themselves while a page is open. */
const SIGNS_OF_LIFE = ['last_seen_at', 'resident_here_at'];

/** Tables of megabytes in which nothing moves by itself: a row that is written anew has another version. */
const VERSION_TELLS = ['flow_definition'];

/** All that is stored of cases and what belongs to them; sessions, signs of life and notices come and go by themselves. */
export async function stored({ dataSource }: TestApp): Promise<string> {
  const passing = [
    'web_session',
    'resident_session',
    'sign_in',
    'commission',
    'access_log_entry',
    'notification_mark',
    'notification_position',
    'notification_secret',
    'planned_notice',
    'delivery',
    'watch_position',
    'network_snapshot',
  ];
  const tables = ENTITIES.map((entity) => dataSource.getMetadata(entity).tableName)
    .filter((name) => !passing.includes(name))
    .sort();
  const each = tables.map((name) => {
    const kept = VERSION_TELLS.includes(name)
      ? 'xmin::text || ctid::text'
      : '(to_jsonb(t) - $1::text[])::text';
    const all = `count(*) || ' ' || coalesce(md5(string_agg(kept, '' ORDER BY kept)), '')`;
    return `SELECT '${name}: ' || ${all} AS all FROM (SELECT ${kept} AS kept FROM "${name}" t) t`;
  });
  const rows: { all: string }[] = await dataSource.query(each.join(' UNION ALL '), [SIGNS_OF_LIFE]);
  return rows
    .map(({ all }) => all)
    .sort()
    .join('\n');
}
