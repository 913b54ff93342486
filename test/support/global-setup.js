import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Starts one throw-away PostgreSQL for all integration tests. Each test file makes databases of its own in it
 * (`test/support/database.ts`). Runs on the built server: `npm test` builds first.
 */
export default async function setUp() {
  const { EmbeddedPostgres } = await import('../../dist/src/database/embedded-postgres.js');
  const folder = await mkdtemp(path.join(tmpdir(), 'slussen-test-'));
  const postgres = new EmbeddedPostgres(folder, [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
  ]);
  await postgres.start();
  process.env.TEST_POSTGRES_URL = postgres.url;
  globalThis.testPostgres = { postgres, folder };
}
