import { plainForm, soundForm } from './word-forms.js';
import { type Effort, spend } from './written-text.js';

/** Shorter words are taken for misspelt only when they sound the same. */
const SHORTEST_SLIP = 5;
const SHORTEST_CHANGED = 7;
const SHORTEST_TWO_SLIPS = 8;
/** So many words on a shelf are ruled out by their letters in the time of a step. */
const LOOKED_PER_STEP = 8;
/** How much more likely letters are swapped than changed, in letters that begin alike. */
const SWAPPED = 10;

/** Finds the word that was probably meant. */
export interface Speller {
  /** The known word that `word` most likely misspells by at most so many slips; null when none is near, or no effort is left. */
  meant(word: string, slips: 1 | 2, effort: Effort): string | null;
}

/** Knows these words; of two that are as near, the first. */
export function createSpeller(words: Iterable<string>): Speller {
  const forms = new Map<string, string>();
  /** By first letter and length: typing mistakes in the first letter are rare. */
  const shelves = new Map<string, { plain: string; letters: number }[]>();
  for (const word of new Set(words)) {
    if (word.length < 3) continue;
    for (const form of [plainForm(word), soundForm(word)]) if (!forms.has(form)) forms.set(form, word);
    if (word.length < SHORTEST_SLIP - 1) continue;
    const plain = plainForm(word);
    const shelf = shelfOf(plain, plain.length);
    const those = shelves.get(shelf);
    const entry = { plain, letters: lettersOf(plain) };
    if (those) those.push(entry);
    else shelves.set(shelf, [entry]);
  }
  return {
    meant(word, allowed, effort) {
      if (word.length < 3 || !spend(effort, 1)) return null;
      const plain = plainForm(word);
      const same = forms.get(plain) ?? (word.length > 3 ? forms.get(soundForm(word)) : undefined);
      if (same) return same;
      if (word.length < SHORTEST_SLIP) return null;
      const most = word.length >= SHORTEST_TWO_SLIPS ? allowed : 1;
      const letters = lettersOf(plain);
      let best: string | null = null;
      let least = most + 1;
      let bestAlike = 0;
      for (const away of most === 2 ? [0, -1, 1, -2, 2] : [0, -1, 1]) {
        const shelf = shelves.get(shelfOf(plain, plain.length + away)) ?? [];
        if (!spend(effort, Math.ceil(shelf.length / LOOKED_PER_STEP))) return null;
        for (const candidate of shelf) {
          // Each slip adds or takes away at most two letters: most words are ruled out by that.
          if (ones(letters ^ candidate.letters) > 2 * Math.min(least, most)) continue;
          if (!spend(effort, 2 * plain.length)) return null;
          const distance = slips(plain, candidate.plain, least);
          if (distance > most || !isLikely(plain, candidate.plain)) continue;
          // Of two that are as near, the one with the same letters, or that begins alike: slips come late in a word.
          const alike =
            lettersAlike(plain, candidate.plain) + (isAnagram(plain, candidate.plain) ? SWAPPED : 0);
          if (distance < least || (distance === least && alike > bestAlike)) {
            [best, least, bestAlike] = [candidate.plain, distance, alike];
          }
        }
      }
      return best === null ? null : (forms.get(best) ?? null);
    },
  };
}

/** In short words a letter is dropped, doubled or swapped; one in the place of another makes a different word. */
function isLikely(word: string, meant: string): boolean {
  if (word.length !== meant.length || word.length >= SHORTEST_CHANGED) return true;
  return isAnagram(word, meant);
}

function isAnagram(one: string, other: string): boolean {
  return one.length === other.length && [...one].sort().join('') === [...other].sort().join('');
}

function lettersAlike(one: string, other: string): number {
  let alike = 0;
  while (alike < one.length && one[alike] === other[alike]) alike += 1;
  return alike;
}

/** Which letters a word has, as bits. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters;
}

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function shelfOf(plain: string, length: number): string {
  return `${plain[0]}${length}`;
}

/**
 * Letters to add, remove, change or swap with a neighbour (optimal string alignment); more than `most` when it is
 * more than that.
 */
export function slips(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let cost = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[other.length] ?? 0;
}
