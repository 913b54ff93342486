import { readFile } from 'node:fs/promises';
import type { Flow } from '../../src/triage/flow.types.js';
import { type Finder, FLOW_FILES, type FlowFiles } from '../../src/triage/flow-files.js';

let read: Promise<Flow[]> | undefined;
const finders = new Map<string, Finder>();

/** The flows of the project, as they were read once for all tests. */
export function readFlows(): Promise<Flow[]> {
  read ??= readFile(process.env.TEST_FLOWS ?? '', 'utf8').then(JSON.parse);
  return read;
}

/** The project's files of flows; what residents' words are found by is learned once for all tests of a worker. */
export async function readFlowsOnce(): Promise<FlowFiles> {
  const flows = await readFlows();
  return {
    flows: () => flows,
    finder(directory, served) {
      const key = served.map(({ hash }) => hash).join();
      const finder = finders.get(key) ?? FLOW_FILES.finder(directory, served);
      finders.set(key, finder);
      return finder;
    },
  };
}
