import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AdviceDocument, Finding } from './flow.types.js';
import { type FlowFault, readYaml } from './flow-file.js';
import { schemaFindings } from './flow-schema.js';
import { loadSafetyRules } from './safety-rules.js';

/**
 * What is written once and used by many: all files of `shared/` together, and the signs of the safety rules.
 */
export interface SharedDocument {
  questions: Record<string, Record<string, unknown>>;
  options: Record<string, Record<string, unknown>>;
  /** Several questions under one name, in their order. */
  blocks: Record<string, Record<string, unknown>[]>;
  texts: Record<string, AdviceDocument>;
  /** The signs that an option may carry. */
  signs: ReadonlySet<string>;
}

const PARTS = ['questions', 'options', 'blocks', 'texts'] as const;

/** Reads `shared/*.yaml` and the signs of a directory of flows; a name may be in one file only. */
export function loadShared(directory: string): { shared: SharedDocument; faults: FlowFault[] } {
  const { rules, faults } = loadSafetyRules(directory);
  const shared: SharedDocument = { questions: {}, options: {}, blocks: {}, texts: {}, signs: rules.signs };
  const folder = join(directory, 'shared');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  for (const name of names.sort()) {
    const file = readYaml(join(folder, name));
    const findings = schemaFindings('shared', file.content);
    if (findings.length === 0) findings.push(...add(shared, file.content as Partial<SharedDocument>));
    if (findings.length === 0) findings.push(...loops(shared, file.content as Partial<SharedDocument>));
    faults.push(...file.faults(findings));
  }
  for (const level of ['1', '2', '3', '4', 'emergency-department']) {
    if (faults.length > 0 || `red-flag-${level}` in shared.texts) continue;
    const message = `No file has the text red-flag-${level}, which is shown when no rule fits a red flag; add it under texts.`;
    faults.push({ file: join(folder, 'texts.yaml'), line: 1, message });
  }
  return { shared, faults };
}

function add(shared: SharedDocument, content: Partial<SharedDocument>): Finding[] {
  return PARTS.flatMap((part) =>
    Object.entries(content[part] ?? {}).flatMap(([name, value]): Finding[] => {
      const taken = part === 'blocks' || part === 'questions' ? ['blocks', 'questions'] : [part];
      if (taken.some((other) => name in shared[other as typeof part])) {
        const message = `There is already a shared ${part.slice(0, -1)} or block ${name}; names must differ.`;
        return [{ path: [part, name], message }];
      }
      Object.assign(shared[part], { [name]: value });
      return [];
    }),
  );
}

/** A part that uses itself, straight or by way of others, would have no end. The last file that closes a loop is named. */
function loops(shared: SharedDocument, content: Partial<SharedDocument>): Finding[] {
  const find = (part: 'questions' | 'options' | 'blocks', among: Record<string, unknown>): Finding[] => {
    const reaches = (from: string, to: string, seen: Set<string>): boolean => {
      if (seen.has(from)) return false;
      seen.add(from);
      return usesOf(among[from]).some((next) => next === to || reaches(next, to, seen));
    };
    return Object.keys(content[part] ?? {})
      .filter((name) => reaches(name, name, new Set()))
      .map((name) => ({
        path: [part, name],
        message: `shared/${name} uses itself, straight or by way of others; it would have no end.`,
      }));
  };
  const asked = { ...shared.questions, ...shared.blocks };
  return [...find('questions', asked), ...find('blocks', asked), ...find('options', shared.options)];
}

/** The shared parts that stand in a part's own place. */
function usesOf(part: unknown): string[] {
  return [part].flat().flatMap((one) => {
    const use = (one as { use?: unknown } | undefined)?.use;
    return typeof use === 'string' ? [use.replace(/^shared\//, '')] : [];
  });
}
