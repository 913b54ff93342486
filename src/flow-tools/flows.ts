import { relative, resolve } from 'node:path';
import { type FlowFault, faultLine } from '../triage/flow-file.js';
import { findFlows, type ReadFlow, readFlowFile } from '../triage/flow-loader.js';
import { flowDirectory } from '../triage/flow-schema.js';
import { loadShared } from '../triage/flow-shared.js';

/** What a command was told: `[--dir FOLDER] [ID or CHAPTER …]`; the project's flows unless said. */
export interface Told {
  names: string[];
  directory: string;
}

/** Reads the arguments of a command. */
export function readArguments(written: readonly string[]): Told {
  const names = [...written];
  const directory = option(names, '--dir');
  return { names, directory: directory ? resolve(directory) : flowDirectory() };
}

/** Takes `--name VALUE` out of the arguments of a command; undefined when it is not among them. */
export function option(written: string[], name: string): string | undefined {
  const at = written.indexOf(name);
  if (at < 0) return undefined;
  const [, value] = written.splice(at, 2);
  if (value === undefined) throw new Error(`${name} needs something behind it.`);
  return value;
}

/** The flows that a command is to look at, and what is wrong in what all of them share. */
export interface ChosenFlows {
  flows: ReadFlow[];
  faults: FlowFault[];
}

/**
 * Reads the flows whose id or chapter is named; without names, all.
 * @throws Error when a name is neither
 */
export function chooseFlows({ names, directory }: Told): ChosenFlows {
  const { shared, faults: sharedFaults } = loadShared(directory);
  if (sharedFaults.length > 0) return { flows: [], faults: sharedFaults };
  const { places, faults } = findFlows(directory);
  const unknown = names.filter((name) => !places.some(({ id, chapter }) => id === name || chapter === name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no flow or chapter ${unknown.join(', ')}. Flows: ${places.map(({ id }) => id).join(', ')}.`,
    );
  }
  const chosen = places.filter(
    ({ id, chapter }) => names.length === 0 || names.includes(id) || names.includes(chapter),
  );
  const theirs = faults.filter(
    ({ file }) =>
      names.length === 0 || chosen.some((place) => file === place.file || file === place.patients),
  );
  const known = new Set(places.map(({ id }) => id));
  return { flows: chosen.map((place) => readFlowFile(place, shared, known)), faults: theirs };
}

/** Runs a command; what it returns is its exit code, and an error is told in one line. */
export function run(command: (written: string[]) => number | Promise<number>): void {
  Promise.resolve(process.argv.slice(2))
    .then(command)
    .then(
      (code) => {
        process.exitCode = code;
      },
      (error: Error) => {
        console.error(error.message);
        process.exitCode = 1;
      },
    );
}

/** Prints faults as an editor reads them, from where the command was run. */
export function printFaults(faults: readonly FlowFault[]): void {
  for (const fault of faults) console.log(faultLine({ ...fault, file: relative(process.cwd(), fault.file) }));
}
