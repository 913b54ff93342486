/** Longer texts are read to here; residents may not send more. */
export const MOST_CHARACTERS = 4000;
/** Longer words are no words. */
export const LONGEST_WORD = 40;

/** A word as someone wrote it, in small letters, without apostrophes. */
export interface WrittenWord {
  word: string;
  /** Words of one clause belong together. */
  clause: number;
  sentence: number;
}

const PIECES =
  /\d{2,3}\/\d{2,3}|(?<![\d.,])\d{1,2}[.,]\d(?![\d.,])|[\p{L}\d]+(?:['’´`][\p{L}]+)*|[.,;:!?\n()–—/&+]/gu;
const APOSTROPHE = /['’´`]/;
const APOSTROPHES = /['’´`]/g;
/** "He's" is read as "he". */
const POSSESSIVE = /['’´`]s$/;
const SEPARATING = new Set('.,;:!?\n()–—/&+');
/** Begin a clause of their own. "Or" does not: what is denied before it is denied after it. */
export const JOINING = new Set(['och', 'o', 'men', 'samt', 'fast', 'plus', 'and', 'but', 'though']);
const ENDS_SENTENCE = new Set(['.', '!', '?', '\n']);

/** Degrees of a fever. */
const FEVER = /^(?:3[89]|4[0-2])[.,]\d$/;
const DECIMAL = /^\d+[.,]\d$/;

/** A blood pressure from here on is dangerous when there are symptoms. */
const HIGH_PRESSURE = { upper: 180, lower: 120 };

/** The word of a number that says what it measures, or has a decimal; null for other words. */
function measured(piece: string): string | null {
  if (FEVER.test(piece)) return 'feber';
  if (DECIMAL.test(piece)) return piece.replace(',', '.');
  const [, upper, lower] = /^(\d+)\/(\d+)$/.exec(piece) ?? [];
  if (upper === undefined || lower === undefined) return null;
  const high = Number(upper) >= HIGH_PRESSURE.upper || Number(lower) >= HIGH_PRESSURE.lower;
  return high ? 'blodtryckskris' : 'blodtryck';
}

function spelt(piece: string): string {
  return APOSTROPHE.test(piece) ? piece.replace(POSSESSIVE, '').replace(APOSTROPHES, '') : piece;
}

/** The words of a text in their order, and which of them stand together. */
export function readWritten(text: string): WrittenWord[] {
  const words: WrittenWord[] = [];
  let [clause, sentence] = [0, 0];
  const pieces = text.slice(0, MOST_CHARACTERS).toLowerCase().normalize('NFC').match(PIECES) ?? [];
  for (const piece of pieces) {
    if (piece.length === 1 && SEPARATING.has(piece)) {
      clause += 1;
      if (ENDS_SENTENCE.has(piece)) sentence += 1;
      continue;
    }
    const word = measured(piece) ?? spelt(piece);
    if (JOINING.has(word)) clause += 1;
    else if (word.length <= LONGEST_WORD) words.push({ word, clause, sentence });
  }
  return words;
}

/** How much reading one text may cost; whoever asks for more gets no more. */
export interface Effort {
  spent: number;
  readonly most: number;
}

export function effort(most: number): Effort {
  return { spent: 0, most };
}

/** Whether there is still effort left; counts the steps that are about to be taken. */
export function spend(effort: Effort, steps: number): boolean {
  if (effort.spent + steps > effort.most) return false;
  effort.spent += steps;
  return true;
}
