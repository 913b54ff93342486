import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { parse } from 'yaml';
import { PROJECT_ROOT } from '../config/project-root.js';
import type { PolicyDocument } from '../contracts/index.js';
import { type RoutingPolicy, resolvePolicy } from './policy.rule.js';
import { checkPolicy, type KnownUnit, type PolicyFault, unitNamed } from './policy-checks.rule.js';
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

/** The policy that a new region begins with; the built program reads it from the sources too. */
export function readDefaultPolicy(): unknown {
  return parse(readFileSync(path.join(PROJECT_ROOT, 'src/routing/region-policy.yaml'), 'utf8'));
}

/** Leaves out what only says that an alternative did not fit. */
function tells({ keyword, params }: ErrorObject): boolean {
  return keyword !== 'anyOf' && keyword !== 'const' && !(keyword === 'type' && params.type === 'null');
}

function schemaFault({ keyword, instancePath, params, message = 'is wrong' }: ErrorObject): PolicyFault {
  const path = instancePath.split('/').slice(1);
  switch (keyword) {
    case 'additionalProperties':
      return {
        path: [...path, params.additionalProperty],
        code: 'unknown',
        message: 'is not known here; leave it out',
      };
    case 'required':
      return { path: [...path, params.missingProperty], code: 'needed', message: 'is needed' };
    case 'pattern': {
      const words = PATTERN_WORDS[params.pattern];
      return { path, code: words?.code ?? 'shape', message: words?.text ?? 'is not written as it should be' };
    }
    case 'enum':
      return { path, code: 'shape', message: `must be one of ${params.allowedValues.join(', ')}` };
    case 'minItems':
      return { path, code: params.limit > 1 ? 'choose-two' : 'choose-one', message };
    case 'uniqueItems':
      return { path, code: 'twice', message };
    case 'minimum':
      return { path, code: 'least', about: [String(params.limit)], message };
    case 'maximum':
      return { path, code: 'most', about: [String(params.limit)], message };
    case 'type':
      return { path, code: /number|integer/.test(params.type) ? 'number' : 'shape', message };
    default:
      return { path, code: 'shape', message };
  }
}
