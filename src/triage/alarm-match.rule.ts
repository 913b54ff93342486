import type { Alarm, Alarms, Phrase, PhraseWord } from './alarm-phrases.js';
import { createWordReader } from './reason-words.js';
import { createSpeller } from './spelling.rule.js';
import type { Synonyms } from './synonyms.js';
import { soundForm, stemOf } from './word-forms.js';
import { type Effort, effort, readWritten, spend, type WrittenWord } from './written-text.js';

/** Steps that one text may cost; they bound its time. What is spelt right is read even when no step is left. */
export const MOST_ALARM_READING = 6_000;
export const MOST_ALARM_MATCHING = 15_000;
/** So many words of any kind may stand where a phrase has a gap. */
const MOST_BETWEEN = 3;
/** So many clauses may lie between what is said together. */
const NEAR = 3;
const MOST_WRITTEN = 200;
const SHORTEST_STEM = 4;
const SPELLING_COSTS = 20;

/** An alarm in what someone wrote. */
export interface AlarmFound {
  alarm: Alarm;
  /** The words that it was found by. */
  written: string;
}

export interface AlarmMatcher {
  /** The alarms in a text, the most urgent first, each once. */
  find(text: string): AlarmFound[];
  /** The steps that a text takes; at most `MOST_ALARM_READING` and `MOST_ALARM_MATCHING` together. */
  effortOf(text: string): number;
}

/** A phrase with its words as numbers. */
interface Compiled {
  alarm: Alarm;
  parts: readonly Part[];
  unless: boolean;
  /** Says itself that something is not so: "cannot breathe". */
  denies: boolean;
}
type Part = { gap: true } | { gap: false; anyOf: readonly (readonly number[])[]; optional: boolean };

/** A text with what each of its words may be. */
interface ReadText {
  words: readonly WrittenWord[];
  are: readonly ReadonlySet<number>[];
  denials: readonly boolean[];
}

interface Span {
  from: number;
  to: number;
}

/**
 * Finds alarms in free text: the words of a phrase in their order, also with other endings or misspelt. What is denied
 * ("no chest pain"), and what stands in one of an alarm's `unless`, is none. The whole text is read, whatever stands first.
 */
export function createAlarmMatcher(
  { alarms, words }: Omit<Alarms, 'hash'>,
  synonyms: Synonyms,
): AlarmMatcher {
  const together = createTogether(alarms, words, synonyms);
  const vocabulary = createVocabulary(synonyms);
  const compile = (alarm: Alarm, phrase: Phrase, unless: boolean): Compiled => {
    const parts = phrase.map((part): Part => {
      if (part.gap) return part;
      return { ...part, anyOf: part.anyOf.map((run) => run.map((word) => vocabulary.number(word))) };
    });
    const words = phrase.flatMap((part) => (part.gap ? [] : part.anyOf.flat().map(({ word }) => word)));
    return { alarm, parts, unless, denies: words.some((word) => synonyms.denial.words.has(word)) };
  };
  const compiled = alarms.flatMap((alarm) => [
    ...alarm.phrases.map((phrase) => compile(alarm, phrase, false)),
    ...alarm.unless.map((phrase) => compile(alarm, phrase, true)),
  ]);
  vocabulary.close();

  const find = (text: string, reading: Effort, cost: Effort): AlarmFound[] => {
    const read = readText(text, vocabulary, synonyms, reading);
    const present = new Set(read.are.flatMap((each) => [...each]));
    const spans = new Map<Alarm, { found: Span[]; unless: Span[] }>();
    for (const phrase of compiled) {
      if (!spend(cost, 1)) break;
      if (!phrase.parts.every((part) => part.gap || part.optional || mayStand(part.anyOf, present))) continue;
      for (let at = 0; at < read.words.length; at += 1) {
        if (!spend(cost, 1)) break;
        if (!phrase.unless && !phrase.denies && isDenied(read, at, synonyms)) continue;
        const to = matchAt(phrase, 0, at, read, cost);
        if (to === null || to === at) continue;
        const its = spans.get(phrase.alarm) ?? { found: [], unless: [] };
        its[phrase.unless ? 'unless' : 'found'].push({ from: at, to });
        spans.set(phrase.alarm, its);
      }
    }
    const found = [...spans].flatMap(([alarm, its]): AlarmFound[] => {
      const meant = its.found.find((span) => !its.unless.some((other) => overlap(span, other)));
      const written =
        meant &&
        read.words
          .slice(meant.from, meant.to)
          .map(({ word }) => word)
          .join(' ');
      return written ? [{ alarm, written }] : [];
    });
    for (const alarm of together(read.words, reading, cost)) {
      if (!found.some((other) => other.alarm === alarm))
        found.push({ alarm, written: text.slice(0, MOST_WRITTEN) });
    }
    return found.sort((a, b) => a.alarm.urgency - b.alarm.urgency);
  };

  return {
    find: (text) => find(text, effort(MOST_ALARM_READING), effort(MOST_ALARM_MATCHING)),
    effortOf(text) {
      const [reading, matching] = [effort(MOST_ALARM_READING), effort(MOST_ALARM_MATCHING)];
      find(text, reading, matching);
      return reading.spent + matching.spent;
    },
  };
}

/** Finds the alarms whose concepts are said close together. */
function createTogether(alarms: readonly Alarm[], words: Alarms['words'], synonyms: Synonyms) {
  const own = new Set(Object.values(words).flat());
  // Other words that are known mean nothing here, and are not taken for misspelt ones.
  const other = [...Object.values(synonyms.concepts).flat(), ...synonyms.empty];
  const readers = [
    createWordReader([], synonyms),
    createWordReader([], {
      concepts: words,
      faint: synonyms.faint,
      empty: other.filter((word) => !word.includes(' ') && !own.has(word)),
      denial: { ...synonyms.denial, functions: [] },
    }),
  ];
  return (written: readonly WrittenWord[], reading: Effort, cost: Effort): Alarm[] => {
    const clauses = new Map<string, number[]>();
    for (const { concept, clause } of readers.flatMap((reader) => reader.read(written, reading))) {
      const those = clauses.get(concept);
      if (those) those.push(clause);
      else clauses.set(concept, [clause]);
    }
    const near = (groups: readonly (readonly string[])[]): boolean => {
      const places = groups.map((group) => group.flatMap((concept) => clauses.get(concept) ?? []));
      if (places.some((those) => those.length === 0) || !spend(cost, places.length)) return false;
      return (places[0] ?? []).some((first) =>
        places.every((those) => those.some((clause) => Math.abs(clause - first) <= NEAR)),
      );
    };
    return alarms.filter(({ together }) => together.some(near));
  };
}

/** Where the phrase ends that begins here; null when it does not stand here. */
function matchAt(
  { parts, denies }: Compiled,
  part: number,
  at: number,
  read: ReadText,
  cost: Effort,
): number | null {
  const now = parts[part];
  if (!now) return at;
  if (!spend(cost, 1)) return null;
  const rest = (next: number) => matchAt({ parts, denies } as Compiled, part + 1, next, read, cost);
  if (now.gap) {
    for (let skipped = 0; skipped <= MOST_BETWEEN; skipped += 1) {
      if (skipped > 0 && !denies && read.denials[at + skipped - 1]) return null;
      const to = rest(at + skipped);
      if (to !== null) return to;
    }
    return null;
  }
  for (const run of now.anyOf) {
    if (!run.every((number, step) => read.are[at + step]?.has(number))) continue;
    const to = rest(at + run.length);
    if (to !== null) return to;
  }
  return now.optional ? rest(at) : null;
}

function mayStand(anyOf: readonly (readonly number[])[], present: ReadonlySet<number>): boolean {
  return anyOf.some((run) => run.every((number) => present.has(number)));
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

function overlap(one: Span, other: Span): boolean {
  return one.from < other.to && other.from < one.to;
}

/** Reads a text; a word that several times stands in it is looked up once. */
function readText(text: string, vocabulary: Vocabulary, { denial }: Synonyms, cost: Effort): ReadText {
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
  return { words, are, denials };
}

type Vocabulary = ReturnType<typeof createVocabulary>;

/** The words of all phrases, each with a number. */
function createVocabulary({ concepts, empty }: Synonyms) {
  const numbers = new Map<string, number>();
  const exact = new Map<string, number[]>();
  const stems = new Map<string, number[]>();
  const beginnings = new Map<string, number[]>();
  // Words that mean something else are not taken for misspelt ones.
  const other = new Set([...Object.values(concepts).flat(), ...empty]);
  let speller = createSpeller([]);
  const add = (to: Map<string, number[]>, word: string, number: number) =>
    to.set(word, [...(to.get(word) ?? []), number]);
  return {
    number({ word: written, beginning }: PhraseWord): number {
      const word = written.replace(/['’]/g, '');
      const key = beginning ? `${word}+` : word;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const number = numbers.size;
      numbers.set(key, number);
      if (beginning) {
        add(beginnings, word, number);
        if (soundForm(word) !== word) add(beginnings, soundForm(word), number);
      } else {
        add(exact, word, number);
        const stem = stemOf(word);
        if (stem.length >= SHORTEST_STEM) add(stems, stem, number);
      }
      return number;
    },
    /** After the last word. */
    close(): void {
      speller = createSpeller([...exact.keys(), ...beginnings.keys()]);
    },
    numbersOf(word: string, cost: Effort): ReadonlySet<number> {
      const found = new Set<number>();
      const take = (those: readonly number[] | undefined) => {
        for (const number of those ?? []) found.add(number);
      };
      const takeForms = (form: string) => {
        take(exact.get(form));
        take(stems.get(stemOf(form)));
        for (const sound of new Set([form, soundForm(form)])) {
          for (let length = 3; length <= sound.length; length += 1)
            take(beginnings.get(sound.slice(0, length)));
        }
      };
      takeForms(word);
      if (exact.has(word) || other.has(word) || !spend(cost, SPELLING_COSTS)) return found;
      const meant = speller.meant(word, 1, cost) ?? speller.meant(word, 2, cost);
      if (meant !== null) takeForms(meant);
      return found;
    },
  };
}
