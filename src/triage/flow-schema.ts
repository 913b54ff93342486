import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Finding } from './flow.types.js';

/** The project's `triage-flows/`, wherever this file was built to. */
export function flowDirectory(): string {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, 'triage-flows', 'flow.schema.json'))) {
    const above = dirname(at);
    if (above === at) throw new Error('No directory triage-flows with flow.schema.json above the program.');
    at = above;
  }
  return join(at, 'triage-flows');
}

const SCHEMAS = [
  'flow',
  'shared',
  'patients',
  'safety-rules',
  'synonyms',
  'reason-words',
  'alarm-phrases',
  'phrases',
  'vignettes',
  'vignettes-answers',
] as const;
export type SchemaName = (typeof SCHEMAS)[number];

let validators: Record<SchemaName, ValidateFunction> | undefined;

function compiled(): Record<SchemaName, ValidateFunction> {
  if (!validators) {
    const ajv = new Ajv2020({
      allErrors: true,
      allowUnionTypes: true,
      strictTypes: false,
      strictRequired: false,
    });
    const compile = (name: SchemaName) =>
      [
        name,
        ajv.compile(JSON.parse(readFileSync(join(flowDirectory(), `${name}.schema.json`), 'utf8'))),
      ] as const;
    validators = Object.fromEntries(SCHEMAS.map(compile)) as Record<SchemaName, ValidateFunction>;
  }
  return validators;
}

/** The faults that a JSON Schema finds in a file of the flows, in plain sentences. */
export function schemaFindings(kind: SchemaName, document: unknown): Finding[] {
  const validate = compiled()[kind];
  if (validate(document)) return [];
  const findings = (validate.errors ?? []).flatMap((error) => {
    const message = sentence(error);
    return message === null ? [] : [{ path: pathOf(error), message }];
  });
  const byPlace = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...byPlace.values()];
}

function pathOf(error: ErrorObject): (string | number)[] {
  const keys = error.instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  if (error.keyword === 'additionalProperties') keys.push(error.params.additionalProperty);
  if (error.keyword === 'propertyNames') keys.push(error.params.propertyName);
  return keys;
}

/** Null for an error that only repeats another finding. */
function sentence(error: ErrorObject): string | null {
  const name = pathOf(error).at(-1) ?? 'the flow';
  const params = error.params;
  switch (error.keyword) {
    case 'if':
      return null;
    case 'required':
      return `"${params.missingProperty}" is missing in ${error.instancePath === '' ? 'the file' : `"${name}"`}.`;
    case 'dependentRequired':
      return `"${params.property}" needs "${params.missingProperty}" beside it.`;
    case 'additionalProperties': {
      if (/\s/.test(String(name))) return 'A text with a comma or a colon needs quotes around it.';
      const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
      return `"${params.additionalProperty}" is not known here. Known: ${known.join(', ')}.`;
    }
    case 'propertyNames':
      return `"${params.propertyName}" is no id: small letters a–z, digits and hyphens, a letter first.`;
    case 'enum':
      return `"${name}" must be one of ${(params.allowedValues as unknown[]).join(', ')}.`;
    case 'const':
      return `"${name}" must be ${JSON.stringify(params.allowedValue)}.`;
    case 'type':
      return `"${name}" must be ${[params.type].flat().join(' or ')}.`;
    case 'pattern':
      return `"${name}" is not written right; expected ${describePattern(error)}.`;
    case 'minimum':
    case 'maximum':
      return `"${name}" must be ${error.keyword === 'minimum' ? 'at least' : 'at most'} ${params.limit}.`;
    case 'minItems':
    case 'minLength':
    case 'minProperties':
      return `"${name}" is too short; at least ${params.limit}.`;
    case 'maxLength':
      return `"${name}" is too long; at most ${params.limit} characters.`;
    case 'oneOf':
      return `"${name}" is written in none of the ways it may be: ${error.parentSchema?.description ?? 'see the schema'}`;
    default:
      return `"${name}" ${error.message}.`;
  }
}

function describePattern(error: ErrorObject): string {
  const pattern = String(error.params.pattern);
  if (pattern.startsWith('^(draft')) return '"draft" or "reviewed by NAME on YYYY-MM-DD"';
  if (pattern.includes('\\.\\.')) return 'a range such as 8.., ..37.9, 3..7 or 5';
  if (pattern.startsWith('^shared/')) return 'shared/NAME';
  if (pattern.includes('[a-z][a-z0-9-]*'))
    return 'an id of small letters a–z, digits and hyphens, a letter first';
  if (pattern.startsWith(`^[^'"]`)) return 'no quotation marks of its own around it: they would be shown';
  return `the form ${pattern}`;
}
