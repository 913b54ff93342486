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
  set: PhraseSet;
}

/**
 * What a phrase is for. `training`: reasons are learned from it. `looked-at`: the words are worked out with it. Not to be
 * looked at, as they measure how it goes with words never seen: `held-back`, and `fresh`, `unseen`, `later` and `last`, which were each
 * written after what came before.
 */
export type PhraseSet = 'training' | 'looked-at' | 'held-back' | 'fresh' | 'unseen' | 'later' | 'last';

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

/** The files of phrases, and what theirs are for. */
const FILES: readonly (readonly [file: string, setOf: (text: string) => PhraseSet])[] = [
  ['phrases.yaml', (text) => (isHeldBack(text) ? 'held-back' : 'looked-at')],
  ['phrases-training.yaml', () => 'training'],
  ['phrases-fresh.yaml', () => 'fresh'],
  ['phrases-unseen.yaml', () => 'unseen'],
  ['phrases-later.yaml', () => 'later'],
  ['phrases-last.yaml', () => 'last'],
];

/**
 * Reads all phrases of a directory of flows.
 * @throws FlowFileError with every fault of the first file that has any
 */
export function loadPhrases(directory: string): FirstWords[] {
  return FILES.flatMap(([name, setOf]) => readPhrases(directory, name, setOf));
}

/**
 * Reads the phrases that reasons may be learned from.
 * @throws FlowFileError with every fault of the first file that has any
 */
export function loadExamples(directory: string): FirstWords[] {
  const phrases = FILES.slice(0, 2).flatMap(([name, setOf]) => readPhrases(directory, name, setOf));
  const held = new Set(phrases.flatMap(({ text, set }) => (set === 'held-back' ? [text.toLowerCase()] : [])));
  return phrases.filter(({ text, set }) => set !== 'held-back' && !held.has(text.toLowerCase()));
}

function readPhrases(directory: string, name: string, setOf: (text: string) => PhraseSet): FirstWords[] {
  const file = readYaml(join(directory, name));
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
    set: setOf(text),
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
