import type { Synonyms } from './synonyms.js';

const ENDINGS = [
  'arna',
  'erna',
  'orna',
  'ande',
  'ar',
  'er',
  'or',
  'en',
  'et',
  'na',
  'an',
  'ing',
  'es',
  's',
  'n',
  't',
  'a',
  'e',
];
const LINKS = ['', 's', 'a', 'e', 'o', 'u'];
const SHORTEST_PART = 3;
/** Longer words are not taken for misspellings. */
const LONGEST_WORD = 30;
/** The first words of a long story say what the matter is. */
const MOST_WORDS = 200;

/** By first letter: typing mistakes are rare there. */
type KnownWords = Map<string, string[]>;

/** Turns words into the concepts that contact reasons are matched on. */
export interface WordReader {
  /** The concepts of a text's first words, each once. Misspellings of known words are read as those words. */
  read(text: string): string[];
}

/** Knows the synonyms, and further words (those of the flows). */
export function createWordReader(furtherWords: readonly string[], synonyms: Synonyms): WordReader {
  const concepts = new Map<string, string>();
  for (const [concept, words] of Object.entries(synonyms.concepts))
    for (const word of words) concepts.set(word, concept);
  // A compound in a flow's words ("halsfluss") that does not split into known concepts stays a word of its
  // own.
  for (const word of furtherWords.flatMap(wordsOf)) {
    if (!concepts.has(word) && !synonyms.empty.has(word) && !split(word, concepts))
      concepts.set(word, stem(word));
  }
  const known: KnownWords = new Map();
  for (const word of concepts.keys()) {
    const first = word[0] ?? '';
    if (word.length >= 4) known.set(first, [...(known.get(first) ?? []), word]);
  }
  const readWord = (word: string): string[] =>
    lookUp(word, concepts) ?? split(word, concepts) ?? guess(word, known, concepts) ?? [stem(word)];
  return {
    read(text) {
      const words = new Set(wordsOf(text).filter((word) => !synonyms.empty.has(word)));
      return [...new Set([...words].slice(0, MOST_WORDS).flatMap(readWord))];
    },
  };
}

/** The words of a text in lower case, letters and digits only. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\d]+/gu) ?? []
  );
}

function stem(word: string): string {
  const ending = ENDINGS.find((end) => word.endsWith(end) && word.length - end.length >= 4);
  return ending ? word.slice(0, -ending.length) : word;
}

function lookUp(word: string, concepts: ReadonlyMap<string, string>): string[] | null {
  for (const form of [
    word,
    ...ENDINGS.filter((end) => word.endsWith(end)).map((end) => word.slice(0, -end.length)),
  ]) {
    const concept = form.length >= SHORTEST_PART ? concepts.get(form) : undefined;
    if (concept) return [concept];
  }
  return null;
}

/** Swedish joins words together: "halsont" is hals + ont, "bröstsmärta" is bröst + smärta. */
function split(word: string, concepts: ReadonlyMap<string, string>): string[] | null {
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at -= 1) {
    const last = lookUp(word.slice(at), concepts);
    if (!last) continue;
    for (const link of LINKS) {
      const start = word.slice(0, at);
      const first = start.endsWith(link)
        ? lookUp(start.slice(0, start.length - link.length), concepts)
        : null;
      if (first) return [...new Set([...first, ...last])];
    }
  }
  return null;
}

/** The known word that it most likely misspells: one slip in short words, two in longer ones. */
function guess(word: string, known: KnownWords, concepts: ReadonlyMap<string, string>): string[] | null {
  if (word.length > LONGEST_WORD) return null;
  const whole = closest(word, known);
  if (whole) return [concepts.get(whole) ?? whole];
  for (let at = SHORTEST_PART + 1; at <= word.length - SHORTEST_PART; at += 1) {
    const [start, end] = [word.slice(0, at), word.slice(at)];
    // One part spelled right, the other nearly.
    if (!concepts.has(start) && !concepts.has(end)) continue;
    const first = concepts.get(start) ?? concepts.get(closest(start, known) ?? '');
    const last = concepts.get(end) ?? concepts.get(closest(end, known) ?? '');
    if (first && last) return [first, last];
  }
  return null;
}

function closest(word: string, known: KnownWords): string | null {
  const most = word.length >= 7 ? 2 : word.length >= 4 ? 1 : 0;
  let best: string | null = null;
  let least = most + 1;
  for (const candidate of known.get(word[0] ?? '') ?? []) {
    if (Math.abs(candidate.length - word.length) > most) continue;
    const distance = slips(word, candidate);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Letters to add, remove, change or swap with a neighbour (optimal string alignment). */
function slips(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let cost = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[other.length] ?? 0;
}
