import { readFileSync } from 'node:fs';
import { load, YAMLException } from 'js-yaml';
import { isMap, isNode, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { StartError } from '../config/start-error.js';
import type { Finding } from './flow.types.js';

/** One fault in a file of the flows. */
export interface FlowFault {
  file: string;
  /** From 1. */
  line: number;
  /** What is wrong and what would be right. */
  message: string;
}

/** Every fault of every file; the message has a line for each: `file:line: what is wrong`. */
export class FlowFileError extends StartError {
  constructor(readonly faults: FlowFault[]) {
    super(faults.map(faultLine).join('\n'));
  }
}

/** A fault as a line that an editor can jump to. */
export function faultLine({ file, line, message }: FlowFault): string {
  return `${file}:${line}: ${message}`;
}

/** A YAML file that knows at which line its parts are. */
export interface YamlFile {
  /** Null when it is not YAML. */
  content: unknown;
  /** The findings with their lines; for a file that is not YAML, only that fault. */
  faults(findings: Finding[]): FlowFault[];
}

/** Reads a YAML file. Its lines are looked up only when there is a fault: that takes three times as long. */
export function readYaml(file: string): YamlFile {
  const text = readFileSync(file, 'utf8');
  try {
    const content = load(text, { filename: file });
    return { content, faults: (findings) => (findings.length > 0 ? withLines(file, text, findings) : []) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const [line, message] = [(error.mark?.line ?? 0) + 1, `This is not YAML: ${error.reason}`];
    return { content: null, faults: () => [{ file, line, message }] };
  }
}

function withLines(file: string, text: string, findings: Finding[]): FlowFault[] {
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: lines });
  return findings.map(({ path, message }) => ({ file, line: lineOf(contents, path, lines), message }));
}

/** The line of the deepest part of the path that exists in the file. */
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
