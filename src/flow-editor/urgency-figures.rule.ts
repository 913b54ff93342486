import { LEAST_SHOWN, type ShownCount, type UrgencyFigures } from '../contracts/index.js';

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
