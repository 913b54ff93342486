import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../migrations/index.js';
import { ENTITIES } from './entities.js';

/**
 * The data source for a database address. Not yet connected.
 * @param poolSize most connections at once
 */
export function createDataSource(url: string, poolSize: number): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize,
    connectTimeoutMS: 3_000,
    applicationName: 'slussen',
    extra: { keepAlive: true, idle_in_transaction_session_timeout: 30_000, statement_timeout: 30_000 },
  });
}
