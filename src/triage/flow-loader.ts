import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkInFindings, waitingDocument } from './check-ins.rule.js';
import { type Finding, type Flow, type FlowDocument, GENERAL_FLOW_ID } from './flow.types.js';
import { readFlow } from './flow-document.js';
import { type FlowFault, FlowFileError, readYaml } from './flow-file.js';
import { meaningFindings, signFindings } from './flow-meaning.js';
import { schemaFindings } from './flow-schema.js';
import { loadShared, type SharedDocument } from './flow-shared.js';
import { spokenFindings } from './flow-spoken.js';
import { resolveUses } from './flow-uses.js';
import { wholeFindings } from './flow-whole.js';
import { unknownOffers } from './offers.rule.js';

/** The files of a flow: `<chapter>/<id>/flow.yaml`, with `patients.yaml` beside it. */
export interface FlowPlace {
  chapter: string;
  id: string;
  file: string;
  patients: string;
}

/** A flow that was read, and its faults. */
export interface ReadFlow {
  place: FlowPlace;
  /** Null when it has too many faults to be one. */
  flow: Flow | null;
  faults: FlowFault[];
}

const SHARED_FOLDER = 'shared';
const NO_SOURCES =
  '"sources" is missing: name the guidelines or handbooks by which a reviewer checks this flow.';

/** The folders of a directory that hold a flow, sorted by id, and files where no flow is looked for. */
export function findFlows(directory: string): { places: FlowPlace[]; faults: FlowFault[] } {
  const faults: FlowFault[] = [];
  const find = (file: string, message: string) => faults.push({ file, line: 1, message });
  const places = foldersOf(directory)
    .filter((chapter) => chapter !== SHARED_FOLDER)
    .flatMap((chapter) => {
      const folder = join(directory, chapter);
      for (const stray of filesOf(folder, '.yaml')) {
        find(
          join(folder, stray),
          `A flow has a folder of its own: move it to ${chapter}/${stray.replace(/\.yaml$/, '')}/flow.yaml.`,
        );
      }
      return foldersOf(folder).map((id) => {
        const [file, patients] = [join(folder, id, 'flow.yaml'), join(folder, id, 'patients.yaml')];
        return { chapter, id, file, patients };
      });
    });
  for (const { id, chapter, file, patients } of places) {
    if (!existsSync(file)) find(file, `The folder ${chapter}/${id} has no flow.yaml.`);
    else if (!existsSync(patients)) {
      find(
        patients,
        `The flow ${id} has no patients: write at least 12 with what they answer and where it must end.`,
      );
    }
    const other = places.find((place) => place.id === id);
    if (other && other.chapter !== chapter)
      find(file, `There is already a flow ${id} in ${other.chapter}; ids must differ.`);
  }
  return { places: places.sort((a, b) => (a.id < b.id ? -1 : 1)), faults };
}

/** Reads one flow; `known` are the ids of all, which it may offer. */
export function readFlowFile(
  place: FlowPlace,
  shared: SharedDocument,
  known: ReadonlySet<string> | null = null,
): ReadFlow {
  if (!existsSync(place.file)) return { place, flow: null, faults: [] };
  const file = readYaml(place.file);
  const { flow, findings } = readContent(file.content, shared, known);
  const folder = basename(join(place.file, '..'));
  if (flow && flow.id !== folder) {
    findings.push({ path: ['id'], message: `The id must be the folder's name: ${folder}.` });
  }
  // Of files only: what was stored before sources were asked for must still be readable.
  if (flow && !flow.document.sources) {
    findings.push({ path: [], message: NO_SOURCES });
  }
  return { place, flow, faults: file.faults(findings) };
}

/**
 * Reads every flow of a directory: `<chapter>/<id>/flow.yaml`, with what they share in `shared/`. Sorted by
 * id. Throws one `FlowFileError` with all faults of all files. It checks that each has patients, but does not
 * play them.
 */
export function loadFlows(directory: string): Flow[] {
  const { shared, faults: sharedFaults } = loadShared(directory);
  // With a broken shared file, every `use` would only repeat its faults.
  if (sharedFaults.length > 0) throw new FlowFileError(sharedFaults);
  const { places, faults } = findFlows(directory);
  const flows: Flow[] = [];
  const known = new Set(places.map(({ id }) => id));
  for (const place of places) {
    const read = readFlowFile(place, shared, known);
    faults.push(...read.faults);
    if (read.flow) flows.push(read.flow);
  }
  if (faults.length === 0 && !flows.some((flow) => flow.id === GENERAL_FLOW_ID)) {
    const message = `There must be a flow for what fits no other: add ${GENERAL_FLOW_ID}/${GENERAL_FLOW_ID}/flow.yaml.`;
    faults.push({ file: join(directory, GENERAL_FLOW_ID, GENERAL_FLOW_ID, 'flow.yaml'), line: 1, message });
  }
  if (faults.length > 0) throw new FlowFileError(faults);
  return flows;
}

/** Reads a `flow.document` and checks it as a file would be. Throws `FlowFileError` with what is wrong. */
export function parseFlow(json: unknown): Flow {
  const read = readContent(json, null, null);
  if (read.flow && read.findings.length === 0) return read.flow;
  const faults = read.findings.map(({ path, message }) => ({
    file: 'stored flow',
    line: 1,
    message: `${path.join('.')}: ${message}`,
  }));
  throw new FlowFileError(faults);
}

/**
 * Reads back a `flow.document` that was checked when it was stored, whatever has been asked of files since: whoever began
 * with it goes on with it. Throws `FlowFileError` when it is no flow.
 */
export function recallFlow(json: unknown): Flow {
  try {
    return readFlow(json as FlowDocument);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new FlowFileError([{ file: 'stored flow', line: 1, message: `This is no flow: ${why}` }]);
  }
}

/** Without `shared`, the document must be complete in itself. */
function readContent(
  content: unknown,
  shared: SharedDocument | null,
  known: ReadonlySet<string> | null,
): { flow: Flow | null; findings: Finding[] } {
  const findings = schemaFindings('flow', content);
  if (findings.length > 0) return { flow: null, findings };
  const resolved = shared
    ? resolveUses(content as FlowDocument, shared)
    : { document: content as FlowDocument, findings: [], written: null };
  if (resolved.findings.length > 0) return { flow: null, findings: resolved.findings };
  const inFile = (found: Finding[]): Finding[] =>
    found.map((finding) => asWritten(finding, resolved.written));
  const meaning = meaningFindings(resolved.document);
  meaning.push(...checkInFindings(resolved.document));
  if (shared) meaning.push(...signFindings(waitingDocument(resolved.document), shared.signs));
  if (known) meaning.push(...unknownOffers(resolved.document, known));
  if (meaning.length > 0) return { flow: null, findings: inFile(meaning) };
  const flow = readFlow(resolved.document);
  return { flow, findings: inFile([...wholeFindings(flow), ...spokenFindings(flow)]) };
}

/** A block is several questions but one entry in the file; a fault names the entry's position in the file. */
function asWritten({ path, message }: Finding, written: number[] | null): Finding {
  const [part, at, ...rest] = path;
  if (!written || part !== 'questions' || typeof at !== 'number') return { path, message };
  return { path: [part, written[at] ?? at, ...rest], message };
}

function foldersOf(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function filesOf(directory: string, ending: string): string[] {
  return readdirSync(directory).filter((name) => name.endsWith(ending));
}
