import { type IdentityNumber, parseIdentityNumber } from '../residents/identity-number.js';

/** More words are left out; each costs a look in the index. */
const MOST_WORDS = 6;
/** An index of trigrams, or of beginnings of words, has no use for less. */
const LEAST_LETTERS = 3;
const CASE_ID = /^[0-9a-f]{8}[0-9a-f-]{0,28}$/;

/** What a search looks for. */
export type Sought =
  | { kind: 'number'; number: IdentityNumber }
  /** Ids between the two. */
  | { kind: 'case'; first: string; last: string }
  | { kind: 'words'; words: string[] };

/** Reads what staff wrote: an identity number, the beginning of a case's id, or words; null when it is none of these. */
export function readSought(text: string, now: Date): Sought | null {
  const number = parseIdentityNumber(text, now);
  if (number) return { kind: 'number', number };
  const written = text.trim().toLowerCase();
  if (CASE_ID.test(written)) {
    const hex = written.replace(/-/g, '');
    // Digits alone are rather a date of birth, or part of an identity number.
    if (hex.length === 32 || (hex.length < 32 && /[a-f]/.test(hex)))
      return { kind: 'case', first: asId(hex.padEnd(32, '0')), last: asId(hex.padEnd(32, 'f')) };
  }
  const words = searchWords(text);
  return words && { kind: 'words', words };
}

/** The words of a text, in lower case, of letters and digits alone; null when none is long enough to be looked for. */
export function searchWords(text: string): string[] | null {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = [...new Set(words)].slice(0, MOST_WORDS);
  return kept.some((word) => [...word].length >= LEAST_LETTERS) ? kept : null;
}

function asId(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
