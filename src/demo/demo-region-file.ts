import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { readCheckedYaml } from '../config/checked-yaml.js';
import { PROJECT_ROOT } from '../config/project-root.js';
import type { BookingKind, CareUnitKind, Competence, Language, Manages, Sex } from '../contracts/index.js';
import type { WrittenHours } from './demo-hours.js';
import { faultsOf } from './demo-region-checks.js';
import { DEMO_REGION_SCHEMA } from './demo-region-schema.js';

/** The content of the file, with its own names. */
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
  /** Whole years on the day the demo is filled. */
  age?: number;
  personnummer?: string[];
  samordningsnummer?: string[];
  'reserve-number'?: { born: string | { 'months-ago': number }; serial: string };
  guardians?: string[];
}

/** The file has faults: one line for each, with its position and what would be right. */
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
  const read = readCheckedYaml(source, validate, faultsOf);
  if ('faults' in read) throw new DemoRegionError(read.faults);
  return read.content;
}

/** Reads the region that comes with the program; the built program also reads it from the sources. */
export function readDemoRegion(): DemoRegionFile {
  return parseDemoRegion(readFileSync(path.join(PROJECT_ROOT, 'src/demo/demo-region.yaml'), 'utf8'));
}
