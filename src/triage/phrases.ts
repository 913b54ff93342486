import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Language } from '../contracts/words.js';
import type { Finding } from './flow.types.js';
import { FlowFileError, readYaml } from './flow-file.js';
import { schemaFindings } from './flow-schema.js';

/** Something that people write in the first field, and what must be found. */
export interface FirstWords {
  text: string;
  language: Language;
  /** How it is written: `misspelt`, `child` …; `plain` unless said. */
  kind: string;
  reason: string;
  /** Would do as well. */
  or: readonly string[];
  /** Further complaints, to be offered too. */
  also: readonly string[];
  alarm: 1 | 2 | null;
  /** Not to be looked at when the finding is improved: it measures how well that does with words never seen. */
  heldBack: boolean;
}

interface PhrasesDocument {
  phrases: {
    text: string;
    reason: string;
    or?: string[];
    also?: string[];
    alarm?: 1 | 2;
    lang?: Language;
    kind?: string;
  }[];
}

/**
 * Reads `phrases.yaml` of a directory of flows.
 * @throws FlowFileError with every fault
 */
export function loadPhrases(directory: string): FirstWords[] {
  const file = readYaml(join(directory, 'phrases.yaml'));
  const faults = file.faults(schemaFindings('phrases', file.content));
  if (faults.length > 0) throw new FlowFileError(faults);
  const { phrases } = file.content as PhrasesDocument;
  const wrong = file.faults(twiceFindings(phrases));
  if (wrong.length > 0) throw new FlowFileError(wrong);
  return phrases.map(({ text, reason, or = [], also = [], alarm = null, lang = 'sv', kind = 'plain' }) => ({
    text,
    language: lang,
    kind,
    reason,
    or,
    also,
    alarm,
    heldBack: isHeldBack(text),
  }));
}

/** Half of all phrases, by chance and always the same ones. */
function isHeldBack(text: string): boolean {
  return (createHash('sha256').update(text).digest()[0] ?? 0) % 2 === 1;
}

function twiceFindings(phrases: PhrasesDocument['phrases']): Finding[] {
  const first = new Map<string, number>();
  return phrases.flatMap(({ text }, at): Finding[] => {
    const before = first.get(text);
    first.set(text, before ?? at);
    const message = `"${text}" stands here twice; each phrase counts once.`;
    return before === undefined ? [] : [{ path: ['phrases', at, 'text'], message }];
  });
}
