import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { type FileFault, readCheckedYaml } from '../config/checked-yaml.js';
import { PROJECT_ROOT } from '../config/project-root.js';
import type { RoutingPolicy } from '../routing/policy.rule.js';
import { PolicyError, parsePolicy, readDefaultPolicy } from '../routing/policy-document.js';
import type { Scenario } from './scenario.js';
import { scenarioFaults } from './scenario-checks.js';
import { SCENARIO_SCHEMA } from './scenario-schema.js';

/** The scenario that comes with the program; the built program reads it from the sources too. */
export const SHIPPED_SCENARIO = path.join(PROJECT_ROOT, 'src/simulation/region-28-clinics.yaml');

/** A scenario that cannot be played: one line for each fault, with where it is and what would be right. */
export class ScenarioError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The scenario is not right:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ScenarioError';
  }
}

const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile<Scenario>(
  SCENARIO_SCHEMA,
);

/**
 * Parses and checks a scenario.
 * @returns the scenario, and the policy its region follows
 * @throws ScenarioError with the line of every fault
 */
export function parseScenario(source: string): { scenario: Scenario; policy: RoutingPolicy } {
  const read = readCheckedYaml(source, validate, (content) => {
    const faults = scenarioFaults(content);
    return faults.length > 0 ? faults : policyFaults(content);
  });
  if ('faults' in read) throw new ScenarioError(read.faults);
  return { scenario: read.content, policy: policyOf(read.content) };
}

/** Reads a scenario. @throws ScenarioError, or the error of a file that cannot be read */
export function readScenario(file: string): { scenario: Scenario; policy: RoutingPolicy } {
  return parseScenario(readFileSync(file, 'utf8'));
}

/** The policy that a region begins with, with what the scenario has otherwise. */
function policyOf({ units, policy }: Scenario): RoutingPolicy {
  const known = units.map(({ id, kind, staff }) => ({
    id,
    slug: id,
    kind,
    competences: [...new Set(staff.map(({ competence }) => competence))],
  }));
  return parsePolicy({ ...(readDefaultPolicy() as object), ...policy }, 1, known).policy;
}

function policyFaults(scenario: Scenario): FileFault[] {
  try {
    policyOf(scenario);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return error.faults.map(({ path: at, message }) => ({ path: ['policy', ...at], message }));
  }
}
