import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { AlarmHelp } from '../contracts/triage.js';
import type { BilingualText, Language } from '../contracts/words.js';
import { LANGUAGES } from '../contracts/words.js';
import type { Finding } from './flow.types.js';
import { FlowFileError, readYaml } from './flow-file.js';
import { schemaFindings } from './flow-schema.js';
import { loadSynonyms, type Synonyms } from './synonyms.js';
import { JOINING } from './written-text.js';

/** A position in a phrase: one of several runs of words, or up to three words of any kind. */
export type PhrasePart = { gap: true } | { gap: false; anyOf: PhraseWord[][]; optional: boolean };

/** A word as written, or its beginning (`sluddr+`). */
export interface PhraseWord {
  word: string;
  beginning: boolean;
}

export type Phrase = PhrasePart[];

/** Something dangerous that people write, and what it requires. */
export interface Alarm {
  id: string;
  urgency: 1 | 2;
  means: BilingualText;
  /** The contact reasons that it fits; the first is meant when none of them is found in the words. */
  reasons: readonly string[];
  /** Others to call, beside 112. */
  help: AlarmHelp[];
  phrases: Phrase[];
  together: Together[];
  /** One of these shows that the alarm is not meant. */
  unless: Phrase[];
  /** One of these shows that it was long ago. */
  past: Phrase[];
}

/** Concepts that are an alarm when said close together, in any order: one of each of `all`, and none of `none`. */
export interface Together {
  all: readonly (readonly string[])[];
  none: readonly string[];
}

/** `alarm-phrases.yaml`. */
export interface Alarms {
  alarms: Alarm[];
  /** Phrases by what they mean, for `together`; beside the concepts of the synonyms. */
  words: Readonly<Record<string, readonly Phrase[]>>;
  /** Show that what follows in their clause is a subject, not somebody in danger now. */
  never: Phrase[];
  /** Words for somebody who is in danger, and for now: what is said with one is no mere subject. */
  somebody: ReadonlySet<string>;
  /** Words that may stand between any two words of a phrase: "nu kan *jag* inte andas". */
  light: ReadonlySet<string>;
  /** Words that stand before their verb in a subordinate clause: "att hon *inte* kan andas". */
  early: ReadonlySet<string>;
  /** Forms of one word that do not look alike: "får" and "fick". */
  forms: readonly (readonly string[])[];
  /** sha256 over the file: it says by which words a case had its alarm. */
  hash: string;
}

/** In a `together`: not said near. */
const NOT = '!';

interface AlarmDocument {
  words: Record<string, string[]>;
  never: string[];
  somebody: string[];
  light: string[];
  forms: string[][];
  early: string[];
  /** Show that something was long ago: near to it on either side, or right behind it. */
  past: { near: string[]; behind: string[] };
  alarms: {
    id: string;
    urgency: 1 | 2;
    means: BilingualText;
    reasons?: string[];
    help?: ({ phone: string } & BilingualText)[];
    phrases: Record<Language, string[]>;
    together?: string[];
    unless?: Record<Language, string[]>;
    past?: string;
  }[];
}

/**
 * Reads `alarm-phrases.yaml` of a directory of flows.
 * @throws FlowFileError with every fault
 */
export function loadAlarms(directory: string, { concepts }: Synonyms = loadSynonyms(directory)): Alarms {
  const file = readYaml(join(directory, 'alarm-phrases.yaml'));
  const faults = file.faults(schemaFindings('alarm-phrases', file.content));
  if (faults.length > 0) throw new FlowFileError(faults);
  const document = file.content as AlarmDocument;
  const findings: Finding[] = [];
  const known = new Set([...Object.keys(concepts), ...Object.keys(document.words)]);
  const readAll = (texts: readonly string[], path: (string | number)[]): Phrase[] =>
    texts.flatMap((text, place) => {
      const phrase = parsePhrase(text);
      if (phrase) return [phrase];
      const message = `"${text}" is no phrase: small letters, (a|b), * and word+ only, and a word at both ends.`;
      findings.push({ path: [...path, place], message });
      return [];
    });
  const words = Object.fromEntries(
    Object.entries(document.words).map(([concept, texts]) => [concept, readAll(texts, ['words', concept])]),
  );
  const never = readAll(document.never, ['never']);
  const { near, behind } = document.past;
  const longAgo = (words: string): string[] => [
    ...near.flatMap((when) => [`${words} * ${when}`, `${when} * ${words}`]),
    ...behind.map((when) => `${words} ${when}`),
  ];
  const alarms = document.alarms.map(
    ({ id, urgency, means, reasons = [], help = [], phrases, together = [], unless, past }, at): Alarm => {
      if (document.alarms.findIndex((other) => other.id === id) !== at) {
        findings.push({
          path: ['alarms', at, 'id'],
          message: `There is already an alarm ${id}; ids must differ.`,
        });
      }
      const read = (key: 'phrases' | 'unless', written: Record<Language, string[]> | undefined): Phrase[] =>
        LANGUAGES.flatMap((language) => readAll(written?.[language] ?? [], ['alarms', at, key, language]));
      const groups = together.map((text, place) => {
        const parts = text.split(/\s+/);
        const none = parts.flatMap((part) => (part.startsWith(NOT) ? part.slice(1).split('|') : []));
        const all = parts.filter((part) => !part.startsWith(NOT)).map((part) => part.split('|'));
        for (const concept of [...all.flat(), ...none].filter((name) => !known.has(name))) {
          const message = `${concept} is no concept of synonyms.yaml, nor of the words above.`;
          findings.push({ path: ['alarms', at, 'together', place], message });
        }
        return { all, none };
      });
      return {
        id,
        urgency,
        means,
        reasons,
        help: help.map(({ phone, sv, en }) => ({ phone, name: { sv, en } })),
        phrases: read('phrases', phrases),
        together: groups,
        unless: read('unless', unless),
        past: readAll(past === undefined ? [] : longAgo(past), ['alarms', at, 'past']),
      };
    },
  );
  const wrong = file.faults(findings);
  if (wrong.length > 0) throw new FlowFileError(wrong);
  const hash = createHash('sha256').update(JSON.stringify(document)).digest('hex');
  const [light, early] = [new Set(document.light), new Set(document.early)];
  const somebody = new Set(document.somebody);
  return { alarms, words, never, somebody, light, early, forms: document.forms, hash };
}

/**
 * Reads `(kan
 * får) inte * andas`; null when it is malformed.
 */
export function parsePhrase(text: string): Phrase | null {
  const parts = text.match(/\([^()]*\)\??|[^\s()]+/g) ?? [];
  if (parts.join('').length !== text.replace(/\s+(?![^(]*\))/g, '').length) return null;
  const phrase: Phrase = [];
  for (const part of parts) {
    if (part === '*') {
      phrase.push({ gap: true });
      continue;
    }
    const group = /^\((.*)\)(\??)$/.exec(part);
    const runs = (group?.[1] ?? part)
      .split('|')
      .map((run) => run.trim().split(/[\s-]+/))
      .map((run) => run.filter((word) => !JOINING.has(word)).map(parseWord))
      .filter((run) => run.length > 0);
    // Words that join are left out of what is read, too.
    if (runs.length === 0) continue;
    const anyOf = runs.flatMap((run) => (run.includes(null) ? [] : [run as PhraseWord[]]));
    if (anyOf.length < runs.length) return null;
    phrase.push({ gap: false, anyOf, optional: group?.[2] === '?' });
  }
  const [first, last] = [phrase[0], phrase.at(-1)];
  return first && last && !first.gap && !last.gap ? phrase : null;
}

function parseWord(text: string): PhraseWord | null {
  const found = /^([\p{Ll}\d'’]+)(\+?)$/u.exec(text);
  return found?.[1] ? { word: found[1], beginning: found[2] === '+' } : null;
}
