import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isMap, isNode, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { StartError } from '../config/start-error.js';
import { type Finding, type Flow, type FlowDocument, GENERAL_FLOW_ID } from './flow.types.js';
import { readFlow } from './flow-document.js';
import { meaningFindings } from './flow-meaning.js';
import { schemaFindings } from './flow-schema.js';
import { resolveUses, type SharedDocument } from './flow-uses.js';
import { wholeFindings } from './flow-whole.js';

/** One fault in a flow file. */
export interface FlowFault {
  file: string;
  /** From 1. */
  line: number;
  /** What is wrong and what would be right. */
  message: string;
}

/** Every fault of every flow file; the message has a line for each: `file:line: what is wrong`. */
export class FlowFileError extends StartError {
  constructor(readonly faults: FlowFault[]) {
    super(faults.map((fault) => `${fault.file}:${fault.line}: ${fault.message}`).join('\n'));
  }
}

const SHARED_FILE = 'shared.yaml';
const NOTHING_SHARED: SharedDocument = { questions: {}, options: {}, texts: {} };

/**
 * Reads every flow of a directory: `*.yaml`, with what they share in `shared.yaml`. Sorted by id.
 * Throws one `FlowFileError` with all faults of all files.
 */
export function loadFlows(directory: string): Flow[] {
  const names = readdirSync(directory)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const faults: FlowFault[] = [];
  const sharedFile = names.includes(SHARED_FILE) ? readYaml(directory, SHARED_FILE) : null;
  if (sharedFile) faults.push(...sharedFile.faults(schemaFindings('shared', sharedFile.content)));
  const shared = sharedFile && faults.length === 0 ? (sharedFile.content as SharedDocument) : NOTHING_SHARED;

  const flows: Flow[] = [];
  // With shared.yaml broken, every `use` would only repeat its faults.
  for (const name of faults.length > 0 ? [] : names.filter((name) => name !== SHARED_FILE)) {
    const file = readYaml(directory, name);
    const read = readContent(file.content, shared);
    if (read.flow && read.flow.id !== basename(name, '.yaml')) {
      read.findings.push({
        path: ['id'],
        message: `The id must be the file's name: ${basename(name, '.yaml')}.`,
      });
    }
    faults.push(...file.faults(read.findings));
    if (read.flow) flows.push(read.flow);
  }
  if (faults.length === 0 && !flows.some((flow) => flow.id === GENERAL_FLOW_ID)) {
    const message = 'There must be a flow for what fits no other: add general.yaml.';
    faults.push({ file: join(directory, `${GENERAL_FLOW_ID}.yaml`), line: 1, message });
  }
  if (faults.length > 0) throw new FlowFileError(faults);
  return flows;
}

/** Reads back a stored `flow.document`. Throws `FlowFileError` when it is not one (any more). */
export function parseStoredFlow(json: unknown): Flow {
  const read = readContent(json, null);
  if (read.flow && read.findings.length === 0) return read.flow;
  const faults = read.findings.map(({ path, message }) => ({
    file: 'stored flow',
    line: 1,
    message: `${path.join('.')}: ${message}`,
  }));
  throw new FlowFileError(faults);
}

/** Without `shared`, the document must stand by itself. */
function readContent(
  content: unknown,
  shared: SharedDocument | null,
): { flow: Flow | null; findings: Finding[] } {
  const findings = schemaFindings('flow', content);
  if (findings.length > 0) return { flow: null, findings };
  const resolved = shared
    ? resolveUses(content as FlowDocument, shared)
    : { document: content as FlowDocument, findings: [] };
  if (resolved.findings.length > 0) return { flow: null, findings: resolved.findings };
  const meaning = meaningFindings(resolved.document);
  if (meaning.length > 0) return { flow: null, findings: meaning };
  const flow = readFlow(resolved.document);
  return { flow, findings: wholeFindings(flow) };
}

interface YamlFile {
  content: unknown;
  faults(findings: Finding[]): FlowFault[];
}

function readYaml(directory: string, name: string): YamlFile {
  const lines = new LineCounter();
  const file = join(directory, name);
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, uniqueKeys: true });
  const broken = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    message: `This is not YAML: ${error.message.split('\n')[0]}`,
  }));
  if (broken.length > 0) return { content: null, faults: () => broken };
  return {
    content: document.toJS(),
    faults: (findings) =>
      findings.map(({ path, message }) => ({ file, line: lineOf(document.contents, path, lines), message })),
  };
}

/** The line of the deepest part of the path that is written in the file. */
function lineOf(root: Node | null, path: (string | number)[], lines: LineCounter): number {
  let at: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const key of path) {
    if (isMap(at)) {
      const pair = at.items.find(
        (item) => String(isNode(item.key) ? item.key.toJSON() : item.key) === String(key),
      );
      if (!pair) break;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      at = pair.value;
    } else if (isSeq(at)) {
      at = at.items[Number(key)];
      if (isNode(at)) offset = at.range?.[0] ?? offset;
    } else break;
  }
  return lines.linePos(offset).line;
}
