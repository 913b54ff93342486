import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { Fault } from '../care-units/opening-hours-check.js';
import { PROJECT_ROOT } from '../config/project-root.js';
import type { BookingKind, CareUnitKind, Competence, Language, Manages, Sex } from '../contracts/index.js';
import type { WrittenHours } from './demo-hours.js';
import { faultsOf } from './demo-region-checks.js';
import { DEMO_REGION_SCHEMA } from './demo-region-schema.js';

/** The file as written; its names are those of the file. */
export interface DemoRegionFile {
  units: DemoUnit[];
  staff: DemoStaff[];
  residents: DemoResident[];
}

export interface DemoUnit {
  slug: string;
  'hsa-id': string;
  name: string;
  kind: CareUnitKind;
  address: string;
  phone?: string;
  hours: WrittenHours;
  competences: Competence[];
  'others-may-book': boolean;
  'quick-replies'?: { title: string; sv: string; en: string }[];
}

export interface DemoStaff {
  'hsa-id': string;
  'given-name': string;
  'family-name': string;
  commissions: DemoCommission[];
}

export interface DemoCommission {
  'hsa-id': string;
  unit: string;
  role: Competence;
  manages?: Manages;
  times?: { kind: BookingKind; days: number[]; from: string; to: string; minutes: number }[];
}

export interface DemoResident {
  id: string;
  'given-name': string;
  'family-name': string;
  sex: Sex;
  language?: Language;
  'listed-at'?: string;
  'protected-identity'?: boolean;
  /** Whole years on the day of filling. */
  age?: number;
  personnummer?: string[];
  samordningsnummer?: string[];
  'reserve-number'?: { born: string | { 'months-ago': number }; serial: string };
  guardians?: string[];
}

/** A file that is not right: one line for each fault, with where it is and what would be right. */
export class DemoRegionError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The demo region is not right:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'DemoRegionError';
  }
}

const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile<DemoRegionFile>(
  DEMO_REGION_SCHEMA,
);

/**
 * Parses and checks the demo region.
 * @throws DemoRegionError with the line of every fault
 */
export function parseDemoRegion(source: string): DemoRegionFile {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  if (document.errors.length > 0) {
    throw new DemoRegionError(document.errors.map((error) => error.message.split('\n')[0] ?? error.message));
  }
  const content: unknown = document.toJS();
  const faults = validate(content)
    ? faultsOf(content)
    : (validate.errors ?? []).filter(tells).map(schemaFault);
  if (faults.length > 0 || !validate(content)) {
    throw new DemoRegionError(
      faults.map(
        ({ path: at, message }) => `line ${lineOf(document, lines, at)}, ${at.join('.')}: ${message}`,
      ),
    );
  }
  return content;
}

/** Reads the region that comes with the program; it lies with the sources, also for the built program. */
export function readDemoRegion(): DemoRegionFile {
  return parseDemoRegion(readFileSync(path.join(PROJECT_ROOT, 'src/demo/demo-region.yaml'), 'utf8'));
}

/** Leaves out what only says that an alternative did not fit; the alternatives tell more themselves. */
function tells(error: ErrorObject): boolean {
  return error.keyword !== 'anyOf' && !(error.keyword === 'const' && error.params.allowedValue === 'always');
}

function schemaFault(error: ErrorObject): Fault {
  const at = error.instancePath.split('/').slice(1);
  switch (error.keyword) {
    case 'additionalProperties':
      return { path: [...at, error.params.additionalProperty], message: 'is not known here; leave it out' };
    case 'required':
      return { path: at, message: `must have ${error.params.missingProperty}` };
    case 'enum':
      return { path: at, message: `must be one of ${error.params.allowedValues.join(', ')}` };
    default:
      return { path: at, message: error.message ?? 'is wrong' };
  }
}

function lineOf(document: Document, lines: LineCounter, at: readonly string[]): number {
  for (let length = at.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(at.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
