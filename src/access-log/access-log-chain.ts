import type { EntityManager } from 'typeorm';
import { type Anchor, BEGINNING, ChainCheck, type Link, linkOf, type Tampering } from './chain.rule.js';

/** What whoever writes entries holds until they are committed (see the migration). */
const WRITERS = 7_318_556;
/** One process at a time adds to the chain. */
const CHAIN = 7_318_557;
const PAGE = 5_000;
/** How long entries that are being written are waited for; readers who come meanwhile wait as well. */
const MOST_WAIT = '2s';

/** All of an entry, in words that are the same whenever they are read. */
const WORDS = `jsonb_build_array(entry.id, (extract(epoch FROM entry.at) * 1000000)::bigint, staff_hsa_id, staff_name,
  commission_hsa_id, role, unit_hsa_id, unit_name, patient_id, case_id, action)::text`;

/**
 * Adds to the chain all entries that are committed.
 * @returns the newest of the chain, for an anchor outside the database; null when nothing was added
 */
export async function addToChain(manager: EntityManager): Promise<Anchor | null> {
  const upTo = await manager.transaction(async (inner) => {
    await inner.query(`SET LOCAL lock_timeout = '${MOST_WAIT}'`);
    await inner.query('SELECT pg_advisory_xact_lock($1)', [WRITERS]);
    const [{ id }] = await inner.query('SELECT max(id) AS id FROM access_log');
    return id as string | null; // a bigint, which comes as text
  });
  if (upTo === null) return null;
  let newest: Anchor | null = null;
  for (;;) {
    const added = await addPage(manager, upTo);
    if (!added) return newest;
    newest = added;
  }
}

/** The end of the chain as it is kept; null while there is none. */
export async function newestLink(manager: Pick<EntityManager, 'query'>): Promise<Anchor | null> {
  const [last] = await manager.query(
    'SELECT id::text AS "upTo", hash FROM access_log_hash ORDER BY id DESC LIMIT 1',
  );
  return last ?? null;
}

function addPage(manager: EntityManager, upTo: string): Promise<Anchor | null> {
  return manager.transaction(async (inner) => {
    const [{ free }] = await inner.query('SELECT pg_try_advisory_xact_lock($1) AS free', [CHAIN]);
    if (!free) return null; // another process is adding
    const [last] = await inner.query('SELECT id, hash FROM access_log_hash ORDER BY id DESC LIMIT 1');
    const rows: { id: string; words: string }[] = await inner.query(
      `SELECT id, ${WORDS} AS words FROM access_log entry WHERE id > $1 AND id <= $2 ORDER BY id LIMIT ${PAGE}`,
      [last?.id ?? 0, upTo],
    );
    let before: string = last?.hash ?? BEGINNING;
    const hashes = rows.map(({ words }) => {
      before = linkOf(before, words);
      return before;
    });
    const newest = rows.at(-1);
    if (!newest) return null;
    await inner.query(
      'INSERT INTO access_log_hash (id, hash) SELECT * FROM unnest($1::bigint[], $2::text[])',
      [rows.map(({ id }) => id), hashes],
    );
    return { upTo: newest.id, hash: before };
  });
}

/**
 * Looks through the whole chain.
 * @param anchors what was said of it outside the database
 * @returns how many entries it has, and each that was altered, removed or added behind the triggers' back
 */
export async function verifyChain(
  manager: Pick<EntityManager, 'query'>,
  anchors: readonly Anchor[] = [],
): Promise<{ entries: number; found: readonly Tampering[] }> {
  const check = new ChainCheck(anchors);
  for (let after = '-1'; ; ) {
    const links: Link[] = await manager.query(
      `SELECT coalesce(entry.id, kept.id) AS id, CASE WHEN entry.id IS NOT NULL THEN ${WORDS} END AS words, kept.hash
       FROM (SELECT * FROM access_log WHERE id > $1 AND id <= (SELECT max(id) FROM access_log_hash) ORDER BY id LIMIT ${PAGE}) entry
       FULL JOIN (SELECT * FROM access_log_hash WHERE id > $1 ORDER BY id LIMIT ${PAGE}) kept ON kept.id = entry.id
       ORDER BY 1 LIMIT ${PAGE}`,
      [after],
    );
    for (const link of links) check.next(link);
    const last = links.at(-1);
    if (!last || links.length < PAGE) return { entries: check.entries, found: check.end() };
    after = last.id;
  }
}
