import 'reflect-metadata';
import { parseDatabaseAddresses } from './config/parse-environment.js';
import { StartError } from './config/start-error.js';
import { prepareDatabase } from './prepare-database.js';

/**
 * `npm run migrate`: brings the database to this version as the role that owns it (DATABASE_OWNER_URL), and lets the role
 * of DATABASE_URL run on it. A service that is started afterwards needs to know nothing of its owner.
 */
async function main(): Promise<void> {
  const { DATABASE_OWNER_URL, DATABASE_URL } = parseDatabaseAddresses(process.env);
  await prepareDatabase(DATABASE_OWNER_URL, DATABASE_URL);
  process.stdout.write('The database is ready.\n');
}

main().catch((error: unknown) => {
  const text = error instanceof StartError ? error.message : (error as Error).stack;
  process.stderr.write(`\nThe database could not be made ready.\n${text}\n`);
  process.exitCode = 1;
});
