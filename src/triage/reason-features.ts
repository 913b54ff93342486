import type { ReadConcept, WordReader } from './reason-words.js';
import { plainForm, stemOf } from './word-forms.js';
import { type Effort, spend, type WrittenWord } from './written-text.js';

/** How much the kinds of features count; measured with `npm run flows:find`. */
const WEIGHTS = {
  concept: 1,
  faint: 0.8,
  pair: 0.7,
  stem: 0.7,
  /** A word that says nothing about what the matter is, or a number. */
  empty: 0.5,
  neighbours: 0.8,
  /** Letters in a row, by how many: they find what is misspelt or compounded in a way that nobody thought of. */
  letters: new Map([
    [3, 0.15],
    [5, 0.25],
  ]),
};
/** So many concepts of a clause are paired. */
const MOST_PAIRED = 8;
/** Steps for the letters of a word. */
const LETTERS_COST = 8;
const NUMBER = /^\d/;
/** At the start and the end of a word. */
const EDGE = '_';

const NONE: readonly ReadConcept[] = [];

/** What a text is compared by, and how much each counts; what says most stands first. */
export type Features = ReadonlyMap<string, number>;

/** A word of a text with what it means. */
export interface MeantWord extends WrittenWord {
  concepts: readonly Pick<ReadConcept, 'concept' | 'sure'>[];
  /** It is said that it is not so. */
  denied: boolean;
  stem: string;
}

/** What the words of a text mean, in their order. */
export function meantWords(words: readonly WrittenWord[], reader: WordReader, cost: Effort): MeantWord[] {
  const { said, denied } = reader.readAll(words, cost);
  const at = new Map<number, ReadConcept[]>();
  for (const each of said) {
    const those = at.get(each.at);
    if (those) those.push(each);
    else at.set(each.at, [each]);
  }
  const stems = new Map<string, string>();
  return words.map(({ word, clause, sentence }, place) => {
    const stem = stems.get(word) ?? stemOf(word);
    stems.set(word, stem);
    return { word, clause, sentence, stem, concepts: at.get(place) ?? NONE, denied: denied.has(place) };
  });
}

/** Letters in a row of words, as they were taken from them. */
export type SpeltWords = Map<string, readonly (readonly [string, number])[]>;

/** Knows which words say nothing, and which concepts little; `spelt` remembers the letters of words. */
export function createFeatures(empty: ReadonlySet<string>, faint: ReadonlySet<string>) {
  return (words: readonly MeantWord[], cost: Effort, spelt: SpeltWords): Features => {
    const features = new Map<string, number>();
    const saysNothing = (word: string) => empty.has(word) || NUMBER.test(word);
    if (words.every(({ word, denied, concepts }) => denied || (concepts.length === 0 && saysNothing(word))))
      return features;
    const add = (feature: string, weight: number) => {
      if ((features.get(feature) ?? 0) < weight) features.set(feature, weight);
    };
    const clauses = new Map<number, Set<string>>();
    for (const { concepts, clause } of words) {
      for (const { concept, sure } of concepts) {
        const isFaint = faint.has(concept);
        add(`c:${concept}`, sure * (isFaint ? WEIGHTS.faint : WEIGHTS.concept));
        const its = clauses.get(clause);
        if (its) its.add(concept);
        else clauses.set(clause, new Set([concept]));
      }
    }
    for (const concepts of clauses.values()) {
      const paired = [...concepts].sort().slice(0, MOST_PAIRED);
      for (const [at, one] of paired.entries())
        for (const other of paired.slice(at + 1)) add(`p:${one}+${other}`, WEIGHTS.pair);
    }
    let before: string | null = null;
    for (const { word, stem, denied } of words) {
      if (denied) {
        before = null;
        continue;
      }
      if (saysNothing(word)) add(`e:${stem}`, WEIGHTS.empty);
      else add(`s:${stem}`, WEIGHTS.stem);
      if (before !== null) add(`b:${before} ${stem}`, WEIGHTS.neighbours);
      before = stem;
    }
    const different = new Set(words.flatMap(({ word, denied }) => (denied || empty.has(word) ? [] : [word])));
    for (const word of different) {
      if (!spend(cost, LETTERS_COST)) break;
      const letters = spelt.get(word) ?? lettersOf(word);
      spelt.set(word, letters);
      for (const [feature, weight] of letters) add(feature, weight);
    }
    return features;
  };
}

function lettersOf(word: string): [string, number][] {
  const form = `${EDGE}${plainForm(word)}${EDGE}`;
  const found: [string, number][] = [];
  for (const [length, weight] of WEIGHTS.letters) {
    for (let at = 0; at + length <= form.length; at += 1) found.push([form.slice(at, at + length), weight]);
  }
  return found;
}
