import pg from 'pg';
import { PostgresServer } from './support/postgres-server.js';

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client(url);
  client.on('error', () => undefined); // it goes down in the middle
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

/** As root, PostgreSQL runs as somebody who may not enter every folder: `/root` is closed to all others. */
describe('a PostgreSQL that a test takes away', () => {
  it.each([
    ['open to all', 0o755],
    ['closed to others', 0o700],
  ])('goes down and comes back in a folder that is %s', async (_, mode) => {
    const server = await PostgresServer.start(mode);
    try {
      expect(await answers(server.url)).toBe(true);
      await server.goDown('fast');
      expect(await answers(server.url)).toBe(false);
      await server.comeBack();
      expect(await answers(server.url)).toBe(true);
      await server.goDown('immediate');
      await server.comeBack();
      expect(await answers(server.url)).toBe(true);
    } finally {
      await server.remove();
    }
  });
});
