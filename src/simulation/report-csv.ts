import { csv } from '../config/csv.js';
import type { Estimate, SimulationResult, Summary } from '../contracts/index.js';

const HEAD = ['use', 'strategy', 'group', 'figure', 'value', 'low', 'high'];

/** Every figure as a row, with its 95 % interval; comma-separated, lines end as RFC 4180 says. */
export function reportCsv({ uses }: SimulationResult): string {
  const rows: string[][] = [HEAD];
  for (const { use, strategies } of uses) {
    for (const [strategy, figures] of Object.entries(strategies)) {
      const add = (group: string, figure: string, value: Estimate | null) =>
        rows.push([String(use), strategy, group, figure, ...numbers(value)]);
      const addAll = (group: string, of: Summary<object>) => {
        for (const [figure, value] of Object.entries(of as Record<string, unknown>)) {
          if (value === null || isEstimate(value)) add(group, figure, value);
        }
      };
      addAll('all', figures.all);
      addAll('all', figures);
      addAll('all', figures.goals);
      addAll('promise', figures.promises.all);
      for (const [urgency, of] of Object.entries(figures.urgencies)) addAll(`urgency ${urgency}`, of);
      for (const [urgency, of] of Object.entries(figures.promises.urgencies)) {
        addAll(`promise urgency ${urgency}`, of);
      }
      for (const unit of figures.units) addAll(unit.name, unit);
    }
  }
  return csv(rows);
}

function isEstimate(value: unknown): value is Estimate {
  return typeof value === 'object' && value !== null && 'margin' in value;
}

function numbers(estimate: Estimate | null): string[] {
  if (!estimate) return ['', '', ''];
  const { value, margin } = estimate;
  const shown = (number: number) => String(Number(number.toPrecision(8)));
  return margin === null
    ? [shown(value), '', '']
    : [shown(value), shown(value - margin), shown(value + margin)];
}
