import { createSpeller } from './spelling.rule.js';
import type { Synonyms } from './synonyms.js';
import { bareForms, stemOf, withoutIntensifier } from './word-forms.js';
import { type Effort, effort, readWritten, spend, type WrittenWord } from './written-text.js';

const SHORTEST_PART = 3;
const SHORTEST_HEAD = 5;
const LINKS = ['', 's', 'a', 'e', 'o', 'u'];
const LINK = 's';
/** How surely a word means a concept. */
const SURE = {
  exact: 1,
  stem: 0.97,
  ending: 0.95,
  part: 0.95,
  spelling: 0.85,
  partNearly: 0.8,
  guess: 0.75,
  head: 0.7,
} as const;
/** What is denied runs over so many words with a meaning, unless the clause ends before. */
const DENIED_WORDS = 4;
/** So many words without a meaning may stand between "not" and what is denied. */
const BETWEEN = 3;
/** Steps for stems and parts of a word that is not known as it stands. */
const UNKNOWN_COSTS = 35;
/** In the words of a concept: any number. */
const ANY_NUMBER = 'nn';
const NUMBER = /^\d+$/;
/** A part of a compound that says nothing ("besvär"). */
const NOTHING = '';
/** What a word means that nobody knows. */
const UNKNOWN = { concept: '?', sure: 1 };

/** Words that mean something together; null when that says nothing. */
interface Run {
  words: string[];
  concept: string | null;
}

/** What a word of a text means. */
export interface ReadConcept {
  concept: string;
  sure: number;
  clause: number;
  /** The word's place in the text. */
  at: number;
}

/** Turns words into the concepts that contact reasons are matched on. */
export interface WordReader {
  /** The concepts of a text in their order. Misspelt words are read as the words that were meant. */
  read(words: readonly WrittenWord[], cost: Effort): ReadConcept[];
  /** The same, and the places of words that are denied. */
  readAll(words: readonly WrittenWord[], cost: Effort): { said: ReadConcept[]; denied: Set<number> };
}

/** Knows the synonyms, and the words of the phrases that reasons are found by. */
export function createWordReader(phrases: readonly string[], synonyms: Synonyms): WordReader {
  const exact = new Map<string, string>();
  const stems = new Map<string, string>();
  /** Several words by the first and the second of them. */
  const sequences = new Map<string, Map<string, Run[]>>();
  /** What is known of the words of the reasons, so that the index is made quickly; never of residents' words. */
  const remembered = new Map<string, { concept: string; sure: number }[]>();
  const learn = (word: string, concept: string) => {
    if (!exact.has(word)) exact.set(word, concept);
    const stem = stemOf(word);
    if (!stems.has(stem)) stems.set(stem, concept);
  };
  const empty = new Set<string>();
  const learnWritten = (text: string, concept: string | null) => {
    const words = readWritten(text).map(({ word }) => word);
    const [first, second] = words;
    if (first === undefined) return;
    if (second !== undefined) {
      const those = sequences.get(first) ?? new Map<string, Run[]>();
      sequences.set(first, those.set(second, [...(those.get(second) ?? []), { words, concept }]));
    } else if (concept === null) empty.add(first);
    else learn(first, concept);
  };
  for (const [concept, written] of Object.entries(synonyms.concepts))
    for (const text of written) learnWritten(text, concept);
  for (const text of synonyms.empty) learnWritten(text, null);
  const saysNothing = (word: string) => isNumber(word) || empty.has(word) || synonyms.denial.words.has(word);
  for (const those of sequences.values())
    for (const runs of those.values()) runs.sort((a, b) => b.words.length - a.words.length);

  const known = (word: string): { concept: string; sure: number } | null => {
    const same = exact.get(word);
    if (same) return { concept: same, sure: SURE.exact };
    const stem = stems.get(stemOf(word));
    if (stem) return { concept: stem, sure: SURE.stem };
    for (const form of bareForms(word)) {
      const bare = exact.get(form);
      if (bare) return { concept: bare, sure: SURE.ending };
    }
    const weaker = withoutIntensifier(word);
    return weaker === null ? null : known(weaker);
  };
  const partOf = (part: string) =>
    exact.get(part) ??
    (part.length >= SHORTEST_HEAD && empty.has(part) ? NOTHING : undefined) ??
    (part.length > SHORTEST_PART ? stems.get(part) : undefined);
  const splitWord = (word: string, cost: Effort) => {
    const concepts = split(word, partOf, cost) ?? split(stemOf(word), partOf, cost);
    const said = concepts?.filter((concept) => concept !== NOTHING) ?? [];
    return said.length > 0 ? said : null;
  };
  /** What a compound is about stands last: "korttidsfrånvarointyg" is an intyg. */
  const headOf = (word: string): string | undefined => {
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_HEAD; at += 1) {
      const head = exact.get(word.slice(at));
      if (head) return head;
    }
    return undefined;
  };
  // A compound in the words of a flow that is not made of concepts is one of its own.
  const own: string[] = [];
  const seen = new Set<string>();
  for (const text of phrases) {
    for (const { word } of readWritten(text)) {
      if (seen.has(word)) continue;
      seen.add(word);
      if (saysNothing(word) || known(word)) continue;
      if (!splitWord(word, effort(Number.POSITIVE_INFINITY))) own.push(word);
    }
  }
  // The shorter first: "håret" is then known by "hår".
  own.sort((a, b) => a.length - b.length);
  for (const word of own) {
    if (!known(word)) learn(word, stemOf(word));
  }
  const speller = createSpeller(exact.keys());
  const functions = new Set(synonyms.denial.functions);

  const meaningOf = (word: string, effort: Effort): { concept: string; sure: number }[] => {
    const same = exact.get(word);
    if (same) return [{ concept: same, sure: SURE.exact }];
    if (word.length < SHORTEST_PART || !spend(effort, UNKNOWN_COSTS)) return [UNKNOWN];
    const stem = known(word);
    if (stem) return [stem];
    const made = splitWord(word, effort);
    if (made) return made.map((concept) => ({ concept, sure: SURE.part }));
    const meant = exact.get(speller.meant(word, 1, effort) ?? '');
    if (meant) return [{ concept: meant, sure: SURE.spelling }];
    const nearly = splitNearly(word, effort);
    if (nearly) return nearly.map((concept) => ({ concept, sure: SURE.partNearly }));
    const guess = exact.get(speller.meant(word, 2, effort) ?? '');
    if (guess) return [{ concept: guess, sure: SURE.guess }];
    const head = headOf(word);
    return head ? [{ concept: head, sure: SURE.head }, UNKNOWN] : [UNKNOWN];
  };

  /** A compound with one part spelt right and the other nearly. */
  const splitNearly = (word: string, effort: Effort): string[] | null => {
    for (let at = SHORTEST_PART + 1; at <= word.length - SHORTEST_PART - 1; at += 1) {
      const [written, end] = [word.slice(0, at), word.slice(at)];
      const start = written.endsWith(LINK) ? written.slice(0, -LINK.length) : written;
      if (partOf(written) === undefined && partOf(end) === undefined) continue;
      const first = partOf(written) ?? exact.get(speller.meant(start, 1, effort) ?? '');
      const last = partOf(end) ?? exact.get(speller.meant(end, 1, effort) ?? '');
      if (first === undefined || last === undefined) continue;
      const said = [first, last].filter((concept) => concept !== NOTHING);
      if (said.length > 0) return [...new Set(said)];
    }
    return null;
  };

  return {
    read: (words, cost) => readAll(words, cost).said,
    readAll,
  };

  /** The longest run of words with a meaning that begins here. */
  function runAt(words: readonly WrittenWord[], at: number, first: string): Run | undefined {
    const those = sequences.get(first);
    const second = words[at + 1]?.word;
    if (!those || second === undefined) return undefined;
    const stands = ({ words: run }: Run) =>
      run.every((each, step) => step === 0 || isWord(words[at + step]?.word, each));
    const found = those.get(second)?.find(stands);
    return found ?? (NUMBER.test(second) ? those.get(ANY_NUMBER)?.find(stands) : undefined);
  }

  function readAll(words: readonly WrittenWord[], cost: Effort) {
    const meanings = new Map<string, { concept: string; sure: number }[]>();
    const read: ReadConcept[] = [];
    /** Places of words that mean something together: a "not" among them is part of that. */
    const inRuns = new Set<number>();
    for (let at = 0; at < words.length; at += 1) {
      const { word, clause } = words[at] as WrittenWord;
      const run = runAt(words, at, word) ?? (NUMBER.test(word) ? runAt(words, at, ANY_NUMBER) : undefined);
      if (run) {
        if (run.concept !== null) read.push({ concept: run.concept, sure: SURE.exact, clause, at });
        for (let step = 0; step < run.words.length; step += 1) inRuns.add(at + step);
        at += run.words.length - 1;
        continue;
      }
      if (saysNothing(word)) continue;
      let meaning = meanings.get(word);
      if (!meaning) {
        meaning = remembered.get(word) ?? meaningOf(word, cost);
        if (cost.most === Number.POSITIVE_INFINITY) remembered.set(word, meaning);
        meanings.set(word, meaning);
      }
      // Written out: a copy by `...` takes most of the time of reading a long text.
      for (const { concept, sure } of meaning) read.push({ concept, sure, clause, at });
    }
    return deny(read, words, inRuns);
  }

  /** Leaves out what is denied: "inte ont i bröstet" is about no pain in the chest. */
  function deny(
    read: readonly ReadConcept[],
    words: readonly WrittenWord[],
    inRuns: ReadonlySet<number>,
  ): { said: ReadConcept[]; denied: Set<number> } {
    const { words: denials, notAfter, notBefore } = synonyms.denial;
    const denied = new Set<number>();
    for (const [at, { word, clause }] of words.entries()) {
      if (!denials.has(word) || inRuns.has(at)) continue;
      const [before, after] = [words[at - 1], words[at + 1]];
      if (before?.clause === clause && notAfter.has(before.word)) continue;
      if (after && notBefore.has(after.word)) continue;
      const from = read.findIndex((each) => each.at > at);
      const first = read[from];
      if (!first || first.clause !== clause || first.at - at > BETWEEN || functions.has(first.concept))
        continue;
      for (let place = from; place < from + DENIED_WORDS && read[place]?.clause === clause; place += 1) {
        denied.add(place);
      }
    }
    return {
      said: read.filter(({ concept }, place) => !denied.has(place) && concept !== UNKNOWN.concept),
      denied: new Set([...denied].map((place) => read[place]?.at ?? 0)),
    };
  }
}

/** Begins with a digit. */
function isNumber(word: string): boolean {
  const first = word.charCodeAt(0);
  return first >= 48 && first <= 57;
}

function isWord(written: string | undefined, expected: string): boolean {
  return written === expected || (expected === ANY_NUMBER && written !== undefined && NUMBER.test(written));
}

/** Swedish joins words together: "halsont" is hals + ont, "bröstsmärta" is bröst + smärta. */
function split(word: string, known: (part: string) => string | undefined, effort: Effort): string[] | null {
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at -= 1) {
    if (!spend(effort, 1)) return null;
    const last = known(word.slice(at));
    if (last === undefined) continue;
    const start = word.slice(0, at);
    for (const link of LINKS) {
      if (!start.endsWith(link)) continue;
      const bare = start.slice(0, start.length - link.length);
      const first = known(bare);
      if (first !== undefined) return [...new Set([first, last])];
      if (bare.length < 2 * SHORTEST_PART) continue;
      const more = split(bare, known, effort);
      if (more) return [...new Set([...more, last])];
    }
  }
  return null;
}
