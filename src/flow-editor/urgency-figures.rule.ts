import { LEAST_SHOWN, type ShownCount, type UrgencyFigures, unreachable } from '../contracts/index.js';

/** How many cases of a flow went one way, out of the timeline. */
export interface CountedCases {
  flowId: string;
  version: number;
  /** What decided: the rule's number, `red-flag` or `otherwise`. */
  rule: string;
  /** What staff began from and what they left it at; null when nobody changed it. */
  from: number | null;
  to: number | null;
  cases: number;
}

/**
 * How often staff changed the urgency. A case counts by where they left it: raised and lowered again is not changed.
 * Numbers below the least that is shown are left out, and means over them too.
 */
export function urgencyFigures(counted: readonly CountedCases[]): UrgencyFigures {
  const all = sum(counted.map(({ cases }) => cases));
  const raised = changed(counted, (steps) => steps > 0);
  const lowered = changed(counted, (steps) => steps < 0);
  return {
    cases: shown(all),
    raised: raised.count,
    lowered: lowered.count,
    raisedBy: raised.by,
    loweredBy: lowered.by,
  };
}

/** The figures of each group, such as each flow or each rule. */
export function figuresBy<K>(
  counted: readonly CountedCases[],
  keyOf: (row: CountedCases) => K,
): Map<K, UrgencyFigures> {
  const groups = new Map<K, CountedCases[]>();
  for (const row of counted) {
    const key = keyOf(row);
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return new Map([...groups].map(([key, rows]) => [key, urgencyFigures(rows)]));
}

/**
 * The figures of the parts of a whole, such as the rules of a version. One small part alone could be told by taking the
 * others from the whole: then the smallest of the others is left out too.
 *
 * @param whole as it is shown itself; where it is left out though it is large enough, the parts may not add up to it
 */
export function figuresOfParts<K>(
  counted: readonly CountedCases[],
  keyOf: (row: CountedCases) => K,
  whole: UrgencyFigures = urgencyFigures(counted),
): Map<K, UrgencyFigures> {
  const parts = [...figuresBy(counted, keyOf)];
  const real = trueCounts(counted);
  for (const what of COUNTS) {
    const seen = parts.flatMap(([, figures]) => figures[what] ?? []).sort((a, b) => a - b);
    const rest = real[what] - sum(seen);
    const tells = rest < LEAST_SHOWN && (rest > 0 || whole[what] === null);
    const smallest = parts.find(([, figures]) => tells && figures[what] === seen[0]);
    if (smallest) smallest[1] = { ...smallest[1], ...leftOut(what) };
  }
  return new Map(parts);
}

const COUNTS = ['cases', 'raised', 'lowered'] as const;
type Counted = (typeof COUNTS)[number];

function leftOut(what: Counted): Partial<UrgencyFigures> {
  switch (what) {
    case 'cases':
      return { cases: null };
    case 'raised':
      return { raised: null, raisedBy: null };
    case 'lowered':
      return { lowered: null, loweredBy: null };
    default:
      return unreachable(what);
  }
}

function trueCounts(counted: readonly CountedCases[]): Record<Counted, number> {
  const of = (rows: readonly CountedCases[]) => sum(rows.map(({ cases }) => cases));
  const moved = counted.filter(({ from, to }) => from !== null && to !== null);
  return {
    cases: of(counted),
    raised: of(moved.filter(({ from, to }) => Number(from) > Number(to))),
    lowered: of(moved.filter(({ from, to }) => Number(from) < Number(to))),
  };
}

function changed(
  counted: readonly CountedCases[],
  isOfThese: (steps: number) => boolean,
): { count: ShownCount; by: number | null } {
  const rows = counted
    // To raise is towards 1.
    .map(({ from, to, cases }) => ({ steps: (from ?? 0) - (to ?? 0), cases }))
    .filter(({ steps }) => isOfThese(steps));
  const cases = sum(rows.map((row) => row.cases));
  const count = shown(cases);
  const steps = sum(rows.map((row) => Math.abs(row.steps) * row.cases));
  return { count, by: count === null ? null : Math.round((steps / cases) * 10) / 10 };
}

function shown(count: number): ShownCount {
  return count < LEAST_SHOWN ? null : count;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((before, each) => before + each, 0);
}
