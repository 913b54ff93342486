import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SafetyRuleLine } from '../contracts/flows.js';
import type { Sex } from '../contracts/words.js';
import { waitingFlow } from './check-ins.rule.js';
import { holdsChoice } from './conditions.rule.js';
import {
  type ChoiceCondition,
  type Finding,
  type FlagLevel,
  type Flow,
  type PatientFacts,
  type Range,
  REGION_KEY,
} from './flow.types.js';
import { readChoice } from './flow-document.js';
import { type FlowFault, readYaml } from './flow-file.js';
import { checkChoice } from './flow-meaning-conditions.js';
import { sampleFacts } from './flow-samples.js';
import { schemaFindings } from './flow-schema.js';
import { inRange, parseRange } from './ranges.js';

/** What a safety rule looks at: facts about the patient, and the signs that answers carry. */
export type SafetyCondition =
  | { kind: 'all'; of: SafetyCondition[] }
  | { kind: 'any'; of: SafetyCondition[] }
  | { kind: 'not'; of: SafetyCondition }
  | { kind: 'sign'; anyOf: string[] }
  | { kind: 'age'; unit: 'years' | 'months'; range: Range }
  | { kind: 'sex'; is: Sex }
  | { kind: 'pregnant'; is: boolean }
  | ChoiceCondition;

/** The requirement when the condition holds: at least this level, or anything but self-care. */
export interface Demand {
  rule: string;
  /** From 1 within the rule. */
  number: number;
  least: FlagLevel | 'not-self-care';
  when: SafetyCondition;
  text: string;
}

export interface SafetyRules {
  demands: Demand[];
  /** Every sign that some rule looks at. */
  signs: ReadonlySet<string>;
}

interface RulesDocument {
  words: Record<string, string>;
  rules: {
    id: string;
    text: string;
    demands: { least?: FlagLevel; never?: 'self-care'; when: Record<string, unknown> }[];
  }[];
}

const FILE = 'safety-rules.yaml';

/** Reads `safety-rules.yaml` of a directory of flows. */
export function loadSafetyRules(directory: string): { rules: SafetyRules; faults: FlowFault[] } {
  const path = join(directory, FILE);
  const nothing: SafetyRules = { demands: [], signs: new Set() };
  if (!existsSync(path)) {
    const message = 'There are no safety rules: add what must hold in every flow.';
    return { rules: nothing, faults: [{ file: path, line: 1, message }] };
  }
  const file = readYaml(path);
  const wrong = schemaFindings('safety-rules', file.content);
  if (wrong.length > 0 || file.content === null) return { rules: nothing, faults: file.faults(wrong) };
  const document = file.content as RulesDocument;
  const findings: Finding[] = [];
  const signs = new Set<string>();
  const demands = document.rules.flatMap(({ id, text, demands }, at) => {
    if (document.rules.findIndex((other) => other.id === id) !== at) {
      findings.push({
        path: ['rules', at, 'id'],
        message: `There is already a rule ${id}; ids must differ.`,
      });
    }
    return demands.map(({ least, when }, place): Demand => {
      const path = ['rules', at, 'demands', place, 'when'];
      const condition = readCondition(when, path, findings, signs);
      if (!canHold(condition)) {
        const message = `Nobody can ever meet this demand of ${id}: its parts shut each other out.`;
        findings.push({ path, message });
      }
      return { rule: id, number: place + 1, least: least ?? 'not-self-care', when: condition, text };
    });
  });
  for (const word of Object.keys(document.words).filter((word) => !signs.has(word))) {
    findings.push({
      path: ['words', word],
      message: `No rule looks at the sign ${word}; take its words away.`,
    });
  }
  return { rules: { demands, signs }, faults: file.faults(findings) };
}

function readCondition(
  written: Record<string, unknown>,
  path: Finding['path'],
  findings: Finding[],
  signs: Set<string>,
): SafetyCondition {
  const read = (part: unknown, ...more: (string | number)[]) =>
    readCondition(part as Record<string, unknown>, [...path, ...more], findings, signs);
  const parts = Object.entries(written).map(([key, value]): SafetyCondition => {
    switch (key) {
      case 'all':
      case 'any':
        return { kind: key, of: (value as unknown[]).map((part, at) => read(part, key, at)) };
      case 'not':
        return { kind: 'not', of: read(value, key) };
      case 'sign': {
        const anyOf = [value].flat() as string[];
        for (const sign of anyOf) signs.add(sign);
        return { kind: 'sign', anyOf };
      }
      case 'sex':
        return { kind: 'sex', is: value as Sex };
      case 'pregnant':
        return { kind: 'pregnant', is: value === 'yes' };
      default: {
        if (key.startsWith(REGION_KEY)) {
          findings.push(...checkChoice(key, value, [...path, key]));
          return readChoice(key, value as string | string[]);
        }
        const range = parseRange(value as string | number);
        if (!range)
          findings.push({ path: [...path, key], message: `${value} runs backwards; write the lower first.` });
        const unit = key === 'age' ? 'years' : 'months';
        return { kind: 'age', unit, range: range ?? { from: null, to: null } };
      }
    }
  });
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'all', of: parts };
}

/** Whether a safety rule's condition holds for a patient with these signs; unknown facts do not hold. */
export function holdsFor(
  condition: SafetyCondition,
  facts: PatientFacts,
  signs: ReadonlySet<string>,
): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => holdsFor(part, facts, signs));
    case 'any':
      return condition.of.some((part) => holdsFor(part, facts, signs));
    case 'not':
      return !holdsFor(condition.of, facts, signs);
    case 'sign':
      return condition.anyOf.some((sign) => signs.has(sign));
    case 'age':
      return inRange(
        condition.range,
        condition.unit === 'years' ? Math.floor(facts.ageMonths / 12) : facts.ageMonths,
      );
    case 'sex':
      return facts.sex === condition.is;
    case 'pregnant':
      return facts.pregnant === condition.is;
    case 'choice':
      return holdsChoice(condition, facts);
  }
}

/** More signs than this within "not" are taken to be possible in some way. */
const MOST_DENIED = 12;

/** Whether there is anybody for whom a safety rule's condition holds. */
function canHold(condition: SafetyCondition): boolean {
  const denied = [...signsIn(condition, true)];
  if (denied.length > MOST_DENIED) return true;
  const said = [...signsIn(condition, false)].filter((sign) => !denied.includes(sign));
  const everyone = sampleFacts({ years: null, months: null, sex: null, pregnant: null }, agesIn(condition));
  return Array.from({ length: 2 ** denied.length }, (_, number) => number).some((number) => {
    const signs = new Set([...said, ...denied.filter((_, at) => number & (1 << at))]);
    return everyone.some((facts) => holdsFor(condition, facts, signs));
  });
}

/** The signs that it looks at: those within "not", or all. */
function signsIn(condition: SafetyCondition, denied: boolean): Set<string> {
  if (condition.kind === 'sign') return new Set(denied ? [] : condition.anyOf);
  if (condition.kind === 'not') return signsIn(condition.of, false);
  const parts = condition.kind === 'all' || condition.kind === 'any' ? condition.of : [];
  return new Set(parts.flatMap((part) => [...signsIn(part, denied)]));
}

/** The ages and the region's choices that it looks at, wherever they stand. */
export function agesIn(condition: SafetyCondition): Extract<SafetyCondition, { kind: 'age' | 'choice' }>[] {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(agesIn);
  if (condition.kind === 'not') return agesIn(condition.of);
  return condition.kind === 'age' || condition.kind === 'choice' ? [condition] : [];
}

/** Whether somebody with some of these signs can meet a safety rule's condition. */
export function isReached(condition: SafetyCondition, signs: ReadonlySet<string>): boolean {
  if (condition.kind === 'all') return condition.of.every((part) => isReached(part, signs));
  if (condition.kind === 'any') return condition.of.some((part) => isReached(part, signs));
  return condition.kind !== 'sign' || condition.anyOf.some((sign) => signs.has(sign));
}

/** A fault for each demand that no flow can meet: a rule that reaches nobody guards nobody. For all flows of a directory. */
export function unmetDemands(directory: string, rules: SafetyRules, flows: readonly Flow[]): FlowFault[] {
  const asked = flows.map(signsOf);
  const unmet = rules.demands.filter(({ when }) => !asked.some((signs) => isReached(when, signs)));
  if (unmet.length === 0) return [];
  const file = readYaml(join(directory, FILE));
  const ids = (file.content as RulesDocument).rules.map(({ id }) => id);
  return file.faults(
    unmet.map(({ rule, number, when }) => {
      const missing = [...signsIn(when, false)].filter((sign) => !asked.some((signs) => signs.has(sign)));
      const why =
        missing.length > 0
          ? `no answer has the sign ${missing.join(' or ')}`
          : 'no single flow asks about all the signs that it needs together';
      return {
        path: ['rules', ids.indexOf(rule), 'demands', number - 1],
        message: `No flow can meet demand ${number} of ${rule}: ${why}. Tag the options that say it, or take the demand away.`,
      };
    }),
  );
}

/** The signs that some answer of a flow carries, those of its check-ins among them. */
export function signsOf(flow: Flow): Set<string> {
  return new Set(waitingFlow(flow).questions.flatMap(({ signs }) => signs.map(({ id }) => id)));
}

/** The rules that reach a flow whose answers carry these signs, each once, with those of the signs that it looks at. */
export function rulesReaching(demands: readonly Demand[], said: ReadonlySet<string>): SafetyRuleLine[] {
  const lines = new Map<string, SafetyRuleLine>();
  for (const { rule, text, when } of demands.filter((demand) => isReached(demand.when, said))) {
    const known = lines.get(rule)?.signs ?? [];
    const signs = [...signsIn(when, false)].filter((sign) => said.has(sign));
    lines.set(rule, { rule, text, signs: [...new Set([...known, ...signs])] });
  }
  return [...lines.values()];
}
