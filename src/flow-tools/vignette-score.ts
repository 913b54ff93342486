import { type CareLevel, compareLevels } from '../triage/care-level.js';

/** A described patient who was played: where it should lead, and where it led. */
export interface Scored {
  id: string;
  chapter: string;
  reason: string;
  right: CareLevel;
  /** What else an honest clinician may choose. */
  accept: readonly CareLevel[];
  got: CareLevel;
}

/** A share with the 95 % interval of Wilson, which holds for few and for shares near the ends. */
export interface Share {
  count: number;
  of: number;
  low: number;
  high: number;
}

export interface Score {
  agrees: Share;
  under: Share;
  over: Share;
}

export type Verdict = 'agrees' | 'under' | 'over';

/** The levels from the most urgent to the calmest that may be chosen all agree. Nothing described "can wait" beside days. */
export function judge({ right, accept, got }: Pick<Scored, 'right' | 'accept' | 'got'>): Verdict {
  const level = got === 'can-wait' ? 'days' : got;
  const fitting = [right, ...accept].toSorted(compareLevels);
  const [first, last] = [fitting[0] ?? right, fitting.at(-1) ?? right];
  if (compareLevels(level, first) < 0) return 'over';
  return compareLevels(level, last) > 0 ? 'under' : 'agrees';
}

export function scoreOf(scored: readonly Scored[]): Score {
  const share = (verdict: Verdict) =>
    shareOf(scored.filter((each) => judge(each) === verdict).length, scored.length);
  return { agrees: share('agrees'), under: share('under'), over: share('over') };
}

/** The share of those of whom `holds`, among them all. */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, low: 0, high: 1 };
  const z = 1.96;
  const [share, square] = [count / of, z * z];
  const middle = share + square / (2 * of);
  const width = z * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of));
  const whole = 1 + square / of;
  return {
    count,
    of,
    low: Math.max(0, (middle - width) / whole),
    high: Math.min(1, (middle + width) / whole),
  };
}
