import type { ErrorObject, ValidateFunction } from 'ajv';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';

/** A fault in a file: where it is, and what would be right. */
export interface FileFault {
  path: readonly (string | number)[];
  message: string;
}

/**
 * Reads a YAML file, and checks it by a schema and by what a schema cannot express.
 * @param faultsOf looks at content whose shape is right
 * @returns the content, or a line for every fault: `line 7, units.2.hours: what would be right`
 */
export function readCheckedYaml<T>(
  source: string,
  validate: ValidateFunction<T>,
  faultsOf: (content: T) => readonly FileFault[],
): { content: T } | { faults: string[] } {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  if (document.errors.length > 0) {
    return { faults: document.errors.map((error) => error.message.split('\n')[0] ?? error.message) };
  }
  const content: unknown = document.toJS();
  const isRight = validate(content);
  const faults = isRight ? faultsOf(content) : (validate.errors ?? []).filter(tells).map(schemaFault);
  if (isRight && faults.length === 0) return { content };
  return {
    faults: faults.map(({ path, message }) =>
      path.length === 0
        ? `line 1: ${message}`
        : `line ${lineOf(document, lines, path)}, ${path.join('.')}: ${message}`,
    ),
  };
}

/** Leaves out what only says that an alternative did not fit; the alternatives tell more themselves. */
function tells({ keyword }: ErrorObject): boolean {
  return keyword !== 'anyOf' && keyword !== 'const';
}

function schemaFault(error: ErrorObject): FileFault {
  const path = error.instancePath.split('/').slice(1);
  switch (error.keyword) {
    case 'additionalProperties':
      return { path: [...path, error.params.additionalProperty], message: 'is not known here; leave it out' };
    case 'required':
      return { path, message: `must have ${error.params.missingProperty}` };
    case 'enum':
      return { path, message: `must be one of ${error.params.allowedValues.join(', ')}` };
    default:
      return { path, message: error.message ?? 'is wrong' };
  }
}

function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
