import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AlarmMatcher, createAlarmMatcher } from './alarm-match.rule.js';
import { loadAlarms } from './alarm-phrases.js';
import type { Flow } from './flow.types.js';
import { flowDirectory } from './flow-schema.js';
import { flowsOf, type PreparedPlaces } from './prepared-flows.js';
import { createReasonMatcher, type ReasonMatcher } from './reason-match.rule.js';
import { loadFindingWords } from './synonyms.js';

/** Finds what residents' own words are about. */
export interface Finder {
  /** Finds contact reasons. */
  reasons: ReasonMatcher;
  /** Finds what is dangerous; `file` is the hash of the phrases that it is found by. */
  alarms: Pick<AlarmMatcher, 'find'> & { file: string };
}

/** What is read from a directory of flows. Both take a second or two: whoever starts often may remember it. */
export interface FlowFiles {
  /** @throws FlowFileError with every fault */
  flows(directory: string): readonly Flow[];
  /**
   * A finder of these flows by the words that lie in the directory.
   * @throws FlowFileError with every fault
   */
  finder(directory: string, flows: readonly Flow[]): Finder;
}

export const FLOW_FILES: FlowFiles = {
  flows: (directory) => flowsOf(directory, preparedPlaces()),
  finder(directory, flows) {
    const words = loadFindingWords(directory);
    const alarms = loadAlarms(directory, words.synonyms);
    const { find } = createAlarmMatcher(alarms, words.synonyms);
    return { reasons: createReasonMatcher(flows, words), alarms: { find, file: alarms.hash } };
  },
};

/** Of this program. What is prepared lies in the build, so that only a program which was built finds it. */
export function preparedPlaces(): PreparedPlaces {
  const built = join(dirname(fileURLToPath(import.meta.url)), '..');
  const program = ['triage', 'contracts'].map((folder) => join(built, folder));
  return { flows: flowDirectory(), program, file: join(built, 'prepared-flows.json') };
}
