import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type FlowFault, FlowFileError } from '../flow-file.js';
import { flowDirectory } from '../flow-schema.js';

/** A valid flow file with a bit of everything; tests of the loader change one thing in it. */
export const BASE = `id: cough
version: 1
review: draft
reason: { sv: Hosta, en: Cough, line: { sv: Hosta, en: Cough }, codes: { icd10se: R05 } }
for: { age: 16.. }
words: { sv: [hosta], en: [cough] }
questions:
  - id: alarm
    several: { sv: Något av det här?, en: Any of this? }
    options:
      - { id: blood, sv: Blod, en: Blood, red-flag: 2 }
      - use: shared/none
  - { id: pain, scale: { sv: Ont?, en: Pain? } }
  - { id: long, duration: { sv: Hur länge?, en: How long? } }
  - { id: story, text: { sv: Berätta, en: Tell }, optional: true }
rules:
  - when: { alarm: blood }
    outcome: { emergency-department: go }
  - when: { pain: 8.. }
    outcome: { chat: nurse, urgency: 3, advice: wait }
  - when: { pain: ..3 }
    outcome: { self-care: rest }
  - otherwise: { chat: nurse, urgency: 4, advice: wait }
texts:
  go: &text
    now: { sv: Nu, en: Now }
    why: { sv: Därför, en: Why }
    steps: [{ sv: Steg, en: Step }]
    watch-for: [{ sv: Se upp, en: Watch }]
  wait: *text
  rest: *text
sources: ['1177.se: Hosta']
`;

/** The path of the flow of `BASE`. */
export const FLOW = 'airways/cough/flow.yaml';
export const PATIENTS = 'airways/cough/patients.yaml';
export const GENERAL = 'general/general/flow.yaml';
export const SHARED = 'shared/common.yaml';

/**
 * A directory with what the real flows share and the general flow, for one test. `write` adds empty patients.
 */
export function flowFiles(): { directory: string; write(text: string, name?: string): void; remove(): void } {
  const directory = mkdtempSync(join(tmpdir(), 'flows-'));
  for (const name of ['shared', 'general', 'safety-rules.yaml']) {
    cpSync(join(flowDirectory(), name), join(directory, name), { recursive: true });
  }
  const general = join(directory, GENERAL);
  writeFileSync(general, readFileSync(general, 'utf8').replace(/, offers: \[[^\]]*\]/g, '')); // those flows are not here
  const write = (text: string, name = FLOW): void => {
    const file = join(directory, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  return {
    directory,
    write: (text, name) => {
      write(text, name);
      if (name === undefined) write('', PATIENTS);
    },
    remove: () => rmSync(directory, { recursive: true }),
  };
}

/** The faults that loading throws; an empty list when it succeeds. */
export function faultsOf(load: () => unknown): FlowFault[] {
  try {
    load();
  } catch (error) {
    if (error instanceof FlowFileError) return error.faults;
    throw error;
  }
  return [];
}
