import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { verifyChain } from './access-log/access-log-chain.js';
import type { Anchor } from './access-log/chain.rule.js';
import { StartError } from './config/start-error.js';
import { connected } from './prepare-database.js';

/**
 * `npm run access-log:verify`: looks through the access log of DATABASE_URL for entries that were altered, removed or added
 * behind the triggers' back, and names each. With ACCESS_LOG_ANCHORS also against what was said outside the database.
 */
async function main(): Promise<void> {
  const { DATABASE_URL, ACCESS_LOG_ANCHORS } = process.env;
  if (!DATABASE_URL) throw new StartError('DATABASE_URL must name the database to look through');
  const anchors = ACCESS_LOG_ANCHORS ? await readAnchors(ACCESS_LOG_ANCHORS) : [];
  const dataSource = await connected(DATABASE_URL, 2);
  try {
    const { entries, found } = await verifyChain(dataSource.manager, anchors);
    for (const { id, how } of found) process.stdout.write(`Entry ${id}: ${how}\n`);
    const outcome =
      found.length === 0 ? 'all as they were written' : `${found.length} that are not as they were written`;
    process.stdout.write(`${entries} entries, ${anchors.length} anchors: ${outcome}.\n`);
    if (found.length > 0) process.exitCode = 1;
  } finally {
    await dataSource.destroy();
  }
}

/** Written by this service, a line each; one that was cut off while it was written is named and passed over. */
async function readAnchors(file: string): Promise<Anchor[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, at) => {
    if (line === '') return [];
    try {
      const { upTo, hash } = JSON.parse(line);
      if (typeof upTo === 'string' && typeof hash === 'string') return [{ upTo, hash }];
    } catch {
      // said below
    }
    process.stdout.write(`Line ${at + 1} of the anchors cannot be read.\n`);
    return [];
  });
}

main().catch((error: unknown) => {
  const text = error instanceof StartError ? error.message : (error as Error).stack;
  process.stderr.write(`\nThe access log could not be looked through.\n${text}\n`);
  process.exitCode = 2;
});
