import { readFileSync } from 'node:fs';
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

export function readYaml(file: string): YamlFile {
  const lines = new LineCounter();
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
