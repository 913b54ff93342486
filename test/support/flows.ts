import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT_ROOT } from '../../src/config/project-root.js';
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

const FOLDER = path.join(PROJECT_ROOT, 'triage-flows');
const FEW = ['general/general', 'back-joints-injuries/back-pain', 'airways/cough'];

/** Copies three of the project's flows to a folder, with all that lies beside them: the others would take seconds to read. */
export async function copyFewFlows(to: string): Promise<void> {
  const names = await readdir(FOLDER, { withFileTypes: true });
  const files = names.filter((name) => name.isFile()).map(({ name }) => name);
  for (const name of [...files, 'shared', ...FEW]) {
    await cp(path.join(FOLDER, name), path.join(to, name), { recursive: true });
  }
  for (const name of FEW) {
    const file = path.join(to, name, 'flow.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/, offers: \[[^\]]*\]/g, '')); // most of those are not there
  }
}
