import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { parse } from 'yaml';
import { PROJECT_ROOT } from '../config/project-root.js';
import type { PolicyDocument } from '../contracts/index.js';
import { type RoutingPolicy, resolvePolicy } from './policy.js';
import { checkPolicy, type KnownUnit, type PolicyFault, unitNamed } from './policy-checks.js';
import { PATTERN_WORDS, POLICY_SCHEMA } from './policy-schema.js';

const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile<PolicyDocument>(
  POLICY_SCHEMA,
);

/** A policy that cannot be put in force, with every fault. */
export class PolicyError extends Error {
  constructor(readonly faults: readonly PolicyFault[]) {
    super(
      `The policy is not right: ${faults.map((fault) => `${fault.path.join('.')}: ${fault.message}`).join('; ')}`,
    );
    this.name = 'PolicyError';
  }
}

/**
 * Parses a policy and names its units by id.
 * @throws PolicyError with every fault, where it is and what would be right
 */
export function parsePolicy(
  content: unknown,
  version: number,
  units: readonly KnownUnit[],
): { document: PolicyDocument; policy: RoutingPolicy } {
  if (!validate(content)) throw new PolicyError((validate.errors ?? []).filter(tells).map(schemaFault));
  const faults = checkPolicy(content, units);
  if (faults.length > 0) throw new PolicyError(faults);
  const idOf = (name: string) => unitNamed(units, name)?.id ?? name;
  return { document: content, policy: resolvePolicy(content, version, idOf) };
}

/** The policy that a new region begins with; it lies with the sources, also for the built program. */
export function readDefaultPolicy(): unknown {
  return parse(readFileSync(path.join(PROJECT_ROOT, 'src/routing/region-policy.yaml'), 'utf8'));
}

/** Leaves out what only says that an alternative did not fit. */
function tells({ keyword, params }: ErrorObject): boolean {
  return keyword !== 'anyOf' && keyword !== 'const' && !(keyword === 'type' && params.type === 'null');
}

function schemaFault(error: ErrorObject): PolicyFault {
  const at = error.instancePath.split('/').slice(1);
  switch (error.keyword) {
    case 'additionalProperties':
      return { path: [...at, error.params.additionalProperty], message: 'is not known here; leave it out' };
    case 'required':
      return { path: [...at, error.params.missingProperty], message: 'is needed' };
    case 'pattern':
      return { path: at, message: PATTERN_WORDS[error.params.pattern] ?? 'is not written as it should be' };
    case 'enum':
      return { path: at, message: `must be one of ${error.params.allowedValues.join(', ')}` };
    default:
      return { path: at, message: error.message ?? 'is wrong' };
  }
}
