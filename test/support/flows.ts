import { readFile } from 'node:fs/promises';
import type { Flow } from '../../src/triage/flow.types.js';

let read: Promise<Flow[]> | undefined;

/** The flows of the project, as they were read once for all tests. */
export function readFlows(): Promise<Flow[]> {
  read ??= readFile(process.env.TEST_FLOWS ?? '', 'utf8').then(JSON.parse);
  return read;
}
