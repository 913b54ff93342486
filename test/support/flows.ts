import { readFile } from 'node:fs/promises';
import type { Flow } from '../../src/triage/flow.types.js';

/** The flows of the project, as they were read once for all tests. */
export async function readFlows(): Promise<Flow[]> {
  return JSON.parse(await readFile(process.env.TEST_FLOWS ?? '', 'utf8'));
}
