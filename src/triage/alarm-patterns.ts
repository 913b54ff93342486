import type { Alarms, Phrase, PhrasePart, PhraseWord } from './alarm-phrases.js';
import { createSpeller } from './spelling.rule.js';
import type { Synonyms } from './synonyms.js';
import { soundForm, stemOf, withoutIntensifier } from './word-forms.js';
import { type Effort, readWritten, spend, type WrittenWord } from './written-text.js';

/** So many words of any kind may stand where a phrase has a gap. */
const MOST_BETWEEN = 3;
/** So many light words ("nu", "jag") may stand between any two words of a phrase. */
const MOST_LIGHT = 2;
/** So many words at either end of a text are read before the others. */
const MOST_AT_AN_END = 60;
const SHORTEST_STEM = 4;
const SPELLING_COSTS = 20;
/** In a phrase: any number. */
const ANY_NUMBER = 'nn';
const NUMBER = /^\d+(?:\.\d)?$/;
/** In a phrase: what is measured with a decimal and is under 3, as of blood sugar (mmol/l). */
const LOW_MEASURED = 'lågtal';
const LOW = /^[0-2]\.\d$/;
/** In a phrase: any year of a life. */
const ANY_YEAR = 'yyyy';
const YEAR = /^(?:19[3-9]|20[0-3])\d$/;

/** Where a phrase stands: from a word to before another. */
export interface Span {
  from: number;
  to: number;
}

/** A text with what each of its words may be. */
export interface ReadText {
  words: readonly WrittenWord[];
  are: readonly ReadonlySet<number>[];
  denials: readonly boolean[];
  /** Words that change nothing where they stand in a phrase. */
  light: readonly boolean[];
}

export interface PatternReader<Key> {
  read(text: string, cost: Effort): ReadText;
  /** Where the phrases of those keys stand in a text; of a text that costs too much, in its end and its beginning. */
  find(read: ReadText, cost: Effort, of: (key: Key) => boolean): Map<Key, Span[]>;
}

/** In what other places and forms words of a phrase may stand. */
export type Grammar = Pick<Alarms, 'light' | 'early' | 'forms'>;

/** A phrase with its words as numbers. */
interface Compiled<Key> {
  key: Key;
  parts: readonly Part[];
  /** Says itself that something is not so: "cannot breathe". */
  denies: boolean;
}
type Part = { gap: true } | { gap: false; anyOf: readonly (readonly number[])[]; optional: boolean };

/**
 * Finds phrases in free text: their words in their order, also with other endings or misspelt. What is denied ("no chest
 * pain") is not found, but for a phrase that denies by itself.
 */
export function createPatternReader<Key>(
  phrases: readonly { key: Key; phrase: Phrase }[],
  synonyms: Synonyms,
  { light, early, forms }: Grammar,
): PatternReader<Key> {
  const vocabulary = createVocabulary(synonyms, forms);
  const starts = new Map<number, Compiled<Key>[]>();
  for (const { key, phrase } of phrases.flatMap(({ key, phrase }) =>
    inBothOrders(phrase, early).map((phrase) => ({ key, phrase })),
  )) {
    const parts = phrase.map((part): Part => {
      if (part.gap) return part;
      return { ...part, anyOf: part.anyOf.map((run) => run.map((word) => vocabulary.number(word))) };
    });
    const words = phrase.flatMap((part) => (part.gap ? [] : part.anyOf.flat().map(({ word }) => word)));
    const compiled = { key, parts, denies: words.some((word) => synonyms.denial.words.has(word)) };
    for (const number of new Set(firstNumbers(parts))) {
      const those = starts.get(number);
      if (those) those.push(compiled);
      else starts.set(number, [compiled]);
    }
  }
  vocabulary.close();

  return {
    read: (text, cost) => readText(text, vocabulary, synonyms, light, cost),
    find(read, cost, of) {
      const spans = new Map<Key, Span[]>();
      const present = new Set(read.are.flatMap((each) => [...each]));
      const possible = new Map<number, Compiled<Key>[]>();
      for (const number of present) {
        const those = starts.get(number)?.filter(({ key, parts }) => of(key) && mayStand(parts, present));
        if (those && those.length > 0) possible.set(number, those);
      }
      for (const at of endsFirst(read.words.length)) {
        const denied = isDenied(read, at, synonyms);
        for (const number of read.are[at] ?? []) {
          for (const compiled of possible.get(number) ?? []) {
            if (denied && !compiled.denies) continue;
            if (!spend(cost, 1)) return inOrder(spans);
            const to = matchAt(compiled, 0, at, read, cost);
            if (to === null || to === at) continue;
            const its = spans.get(compiled.key);
            if (its) its.push({ from: at, to });
            else spans.set(compiled.key, [{ from: at, to }]);
          }
        }
      }
      return inOrder(spans);
    },
  };
}

/** The places of a text: its last words and its first ones before what stands between. */
function endsFirst(length: number): number[] {
  const places = Array.from({ length }, (_, at) => at);
  const [first, last] = [places.splice(0, MOST_AT_AN_END), places.splice(-MOST_AT_AN_END)];
  return [...last, ...first, ...places];
}

function inOrder<Key>(found: Map<Key, Span[]>): Map<Key, Span[]> {
  for (const spans of found.values()) spans.sort((a, b) => a.from - b.from);
  return found;
}

/** "Kan inte andas", and as it is said in a subordinate clause: "att hon inte kan andas". */
function inBothOrders(phrase: Phrase, early: ReadonlySet<string>): Phrase[] {
  const isEarly = (part: PhrasePart | undefined) =>
    part?.gap === false && part.anyOf.every((run) => run.length === 1 && early.has(run[0]?.word ?? ''));
  const both = phrase.map((part): PhrasePart => {
    if (part.gap) return part;
    const swapped = part.anyOf.flatMap(([first, second, ...rest]) =>
      first && second && early.has(second.word) ? [[second, first, ...rest]] : [],
    );
    return swapped.length > 0 ? { ...part, anyOf: [...part.anyOf, ...swapped] } : part;
  });
  const [verb, adverb, ...rest] = both;
  return verb && !verb.gap && adverb && isEarly(adverb) ? [both, [adverb, verb, ...rest]] : [both];
}

/** Whether all words of a phrase stand somewhere in a text. */
function mayStand(parts: readonly Part[], present: ReadonlySet<number>): boolean {
  return parts.every(
    (part) =>
      part.gap || part.optional || part.anyOf.some((run) => run.every((number) => present.has(number))),
  );
}

/** The words that a phrase may begin with. */
function firstNumbers(parts: readonly Part[]): number[] {
  const numbers: number[] = [];
  for (const part of parts) {
    if (part.gap) break;
    numbers.push(...part.anyOf.flatMap(([first]) => (first === undefined ? [] : [first])));
    if (!part.optional) break;
  }
  return numbers;
}

/** Where the phrase ends that begins here; null when it does not stand here. */
function matchAt(
  phrase: Pick<Compiled<unknown>, 'parts' | 'denies'>,
  part: number,
  at: number,
  read: ReadText,
  cost: Effort,
): number | null {
  const now = phrase.parts[part];
  if (!now) return at;
  if (!spend(cost, 1)) return null;
  if (now.gap) {
    for (let skipped = 0; skipped <= MOST_BETWEEN; skipped += 1) {
      if (skipped > 0 && !phrase.denies && read.denials[at + skipped - 1]) return null;
      const to = matchAt(phrase, part + 1, at + skipped, read, cost);
      if (to !== null) return to;
    }
    return null;
  }
  for (const run of now.anyOf) {
    const end = runEnd(run, at, read, part === 0);
    const to = end === null ? null : matchAt(phrase, part + 1, end, read, cost);
    if (to !== null) return to;
  }
  return now.optional ? matchAt(phrase, part + 1, at, read, cost) : null;
}

/** Where a run of words ends; light words may stand between them, and before the first if it does not begin the phrase. */
function runEnd(
  run: readonly number[],
  from: number,
  { words, are, light }: ReadText,
  begins: boolean,
): number | null {
  let at = from;
  for (let step = 0; step < run.length; step += 1) {
    const number = run[step] as number;
    if (step > 0 || !begins) {
      const clause = words[at - 1]?.clause;
      const furthest = at + MOST_LIGHT;
      while (at < furthest && light[at] && !are[at]?.has(number) && words[at + 1]?.clause === clause) at += 1;
    }
    if (!are[at]?.has(number)) return null;
    at += 1;
  }
  return at;
}

/** "Inte ont i bröstet", "no thoughts of suicide": said right before, or with one of a few words between. */
function isDenied({ words, denials }: ReadText, at: number, { denial }: Synonyms): boolean {
  for (const before of [1, 2]) {
    const place = at - before;
    if (words[place]?.clause !== words[at]?.clause) return false;
    if (denials[place]) return !denial.notAfter.has(words[place - 1]?.word ?? '');
    if (!denial.between.has(words[place]?.word ?? '')) return false;
  }
  return false;
}

/** Reads a text; a word that several times stands in it is looked up once. */
function readText(
  text: string,
  vocabulary: Vocabulary,
  { denial }: Synonyms,
  lightWords: ReadonlySet<string>,
  cost: Effort,
): ReadText {
  const words = readWritten(text);
  const known = new Map<string, ReadonlySet<number>>();
  const are = words.map(({ word }) => {
    const before = known.get(word);
    if (before) return before;
    const numbers = vocabulary.numbersOf(word, cost);
    known.set(word, numbers);
    return numbers;
  });
  const denials = words.map(
    ({ word }, at) => denial.words.has(word) && !denial.notBefore.has(words[at + 1]?.word ?? ''),
  );
  return { words, are, denials, light: words.map(({ word }) => lightWords.has(word)) };
}

type Vocabulary = ReturnType<typeof createVocabulary>;

/** The words of all phrases, each with a number. */
function createVocabulary({ concepts, empty }: Synonyms, forms: Grammar['forms']) {
  const numbers = new Map<string, number>();
  const exact = new Map<string, number[]>();
  const stems = new Map<string, number[]>();
  const beginnings = new Map<string, number[]>();
  // Words that mean something else are not taken for misspelt ones, nor are misspellings of them.
  const other = new Set([...Object.values(concepts).flat(), ...empty].filter((word) => !word.includes(' ')));
  const formsOf = new Map(forms.flatMap((forms) => forms.map((form) => [form, forms])));
  let speller = createSpeller([]);
  let longest = 0;
  const add = (to: Map<string, number[]>, word: string, number: number) => {
    const those = to.get(word);
    if (those) those.push(number);
    else to.set(word, [number]);
  };
  const addBeginning = (word: string, number: number) => {
    add(beginnings, word, number);
    longest = Math.max(longest, word.length);
  };
  return {
    number({ word: written, beginning }: PhraseWord): number {
      const word = written.replace(/['’]/g, '');
      const key = beginning ? `${word}+` : word;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const number = numbers.size;
      numbers.set(key, number);
      if (beginning) {
        addBeginning(word, number);
        if (soundForm(word) !== word) addBeginning(soundForm(word), number);
      } else {
        for (const form of formsOf.get(word) ?? [word]) add(exact, form, number);
        const stem = stemOf(word);
        if (stem.length >= SHORTEST_STEM) add(stems, stem, number);
      }
      return number;
    },
    /** After the last word. */
    close(): void {
      speller = createSpeller([...exact.keys(), ...beginnings.keys(), ...other]);
    },
    numbersOf(word: string, cost: Effort): ReadonlySet<number> {
      const found = new Set<number>();
      const take = (those: readonly number[] | undefined) => {
        for (const number of those ?? []) found.add(number);
      };
      const takeBeginnings = (form: string) => {
        for (let length = 3; length <= Math.min(form.length, longest); length += 1)
          take(beginnings.get(form.slice(0, length)));
      };
      const takeForms = (form: string) => {
        take(exact.get(form));
        take(stems.get(stemOf(form)));
        takeBeginnings(form);
      };
      takeForms(word);
      const weaker = withoutIntensifier(word);
      if (weaker !== null) takeForms(weaker);
      if (NUMBER.test(word)) take(exact.get(ANY_NUMBER));
      if (LOW.test(word)) take(exact.get(LOW_MEASURED));
      if (NUMBER.test(word)) take(exact.get(String(Math.trunc(Number(word)))));
      if (YEAR.test(word)) take(exact.get(ANY_YEAR));
      if (exact.has(word) || other.has(word) || !spend(cost, SPELLING_COSTS)) return found;
      takeBeginnings(soundForm(word));
      const meant = speller.meant(word, 1, cost) ?? speller.meant(word, 2, cost);
      if (meant !== null) takeForms(meant);
      return found;
    },
  };
}
