import pg from 'pg';
import type { Flow } from '../triage/flow.types.js';
import { FlowFileError } from '../triage/flow-file.js';
import { recallFlow } from '../triage/flow-loader.js';

/** Every content of a flow that was ever loaded: a case goes on with the one it began with. */
export interface StoredFlows {
  flows: Flow[];
  /** Those that today's program no longer reads, in words. */
  unread: string[];
}

/**
 * Reads the flows that a database keeps.
 * @throws Error when no database is named
 */
export async function storedFlows(connectionString = process.env.DATABASE_URL): Promise<StoredFlows> {
  if (!connectionString) throw new Error('--stored reads the database of DATABASE_URL; name it.');
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ flow_id: string; version: number; definition: unknown }>(
      'SELECT flow_id, version, definition FROM flow_definition ORDER BY flow_id, version, hash',
    );
    const stored: StoredFlows = { flows: [], unread: [] };
    for (const { flow_id: id, version, definition } of rows) {
      try {
        stored.flows.push(recallFlow(definition));
      } catch (error) {
        if (!(error instanceof FlowFileError)) throw error;
        stored.unread.push(
          `${id} ${version} as it is stored can no longer be read: ${error.message.split('\n')[0]}`,
        );
      }
    }
    return stored;
  } finally {
    await client.end();
  }
}
