/** Nobody should meet more questions than this in the middle: over all described patients, and over those of one flow. */
export const MOST_IN_THE_MIDDLE = { all: 7, flow: 8 } as const;

/** How many questions the one in the middle is asked. */
export function medianAsked(asked: readonly number[]): number {
  const sorted = [...asked].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Says that so many questions in the middle are too many, or null. */
export function tooManyAsked(median: number, of: keyof typeof MOST_IN_THE_MIDDLE): string | null {
  const most = MOST_IN_THE_MIDDLE[of];
  if (median <= most) return null;
  return `The described patients are asked ${median} questions (median); at most ${most}. Ask less, or describe more of those who are usual.`;
}
