import {
  type Estimate,
  type RunFigures,
  type SimulationResult,
  STRATEGIES,
  type StrategyId,
  type Summary,
  URGENCIES,
  type UseResult,
  type WaitFigures,
} from '../contracts/index.js';
import { checksOf, minutes } from './promises.js';

export const STRATEGY_NAMES: Record<StrategyId, string> = {
  phone: 'Phone',
  static: 'Static rule',
  slussen: 'Slussen',
  bound: 'Bound',
};

const GOALS: [keyof RunFigures['goals'], string][] = [
  ['E1', 'Mean wait at the hotline, minutes of opening time'],
  ['E2', 'Left the hotline’s queue unanswered, %'],
  ['E3', 'Mean wait at the clinics, minutes of opening time'],
  ['E4', 'Left a clinic’s queue unanswered, %'],
  ['E5', 'In writing, of the hotline’s cases, %'],
  ['E6', 'In writing, of the clinics’ cases, %'],
  ['E8', 'Staff minutes on duty for each case that was helped'],
  ['E9', 'Cases a week that others than nurses helped'],
];

type WaitSummary = Summary<WaitFigures>;

/** The result in Markdown: promises, waits, goals and units, for each use of the staff. */
export function reportText(result: SimulationResult): string {
  const parts = [
    `# ${result.name.en}: ${result.days} days, ${result.seeds} seeds`,
    'Waits in minutes from the first contact until help, or until given up. ± is half the 95 % confidence interval.',
  ];
  for (const use of result.uses) {
    parts.push(
      `## ${use.use} % use of the staff`,
      checkTable(use),
      waitTable(use),
      goalTable(use),
      unitTable(use.strategies.slussen),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

function checkTable(use: UseResult): string {
  return table(
    ['What must come out', 'Slussen', 'Wanted', ''],
    checksOf(use).map(({ what, value, wanted, holds }) => [
      what,
      withMargin(value),
      wanted,
      holds ? 'holds' : '**does not hold**',
    ]),
  );
}

function waitTable({ strategies }: UseResult): string {
  const row = (group: string, strategy: StrategyId, waits: WaitSummary) => [
    group,
    STRATEGY_NAMES[strategy],
    withMargin(waits.mean),
    plain(waits.median),
    plain(waits.p90),
    plain(waits.p95),
    plain(waits.withinTarget, 1),
    plain(waits.gaveUp, 1),
    plain(waits.moved, 1),
  ];
  return table(
    ['Cases', 'Strategy', 'Mean', 'Median', 'p90', 'p95', 'Within target %', 'Given up %', 'Moved %'],
    [
      ...URGENCIES.filter((urgency) => strategies.slussen.urgencies[urgency].mean !== null).flatMap(
        (urgency) =>
          STRATEGIES.map((strategy) =>
            row(`Urgency ${urgency}`, strategy, strategies[strategy].urgencies[urgency]),
          ),
      ),
      ...STRATEGIES.map((strategy) => row('All', strategy, strategies[strategy].all)),
    ],
  );
}

function goalTable({ strategies }: UseResult): string {
  return table(
    ['Goal', '', ...STRATEGIES.map((strategy) => STRATEGY_NAMES[strategy])],
    [
      ...GOALS.map(([goal, text]) => [
        goal,
        text,
        ...STRATEGIES.map((strategy) =>
          strategy === 'bound' ? '' : plain(strategies[strategy].goals[goal]),
        ),
      ]),
      ['', 'Used capacity, %', ...STRATEGIES.map((strategy) => plain(strategies[strategy].usedCapacity, 1))],
      [
        '',
        'Helped at their own clinic, %',
        ...STRATEGIES.map((strategy) => plain(strategies[strategy].stayedHome, 1)),
      ],
      [
        '',
        'The told range held, %: all; urgency 2–5',
        ...STRATEGIES.map((strategy) => heldText(strategies[strategy])),
      ],
      [
        '',
        'Still waiting at the end',
        ...STRATEGIES.map((strategy) => plain(strategies[strategy].stillWaiting, 1)),
      ],
    ],
  );
}

function heldText({ promises }: Summary<RunFigures>): string {
  if (!promises.all.held) return '';
  const each = ([2, 3, 4, 5] as const).map((urgency) => plain(promises.urgencies[urgency].held, 0));
  return `${plain(promises.all.held, 1)}; ${each.join(', ')}`;
}

function unitTable({ units }: Summary<RunFigures>): string {
  return table(
    [
      'Unit (Slussen)',
      'Cases',
      'Mean',
      'Median',
      'p90',
      'p95',
      'Within target %',
      'Given up %',
      'Moved %',
      'Used %',
    ],
    units.map((unit) => [
      unit.name,
      plain(unit.cases, 0),
      plain(unit.mean),
      plain(unit.median),
      plain(unit.p90),
      plain(unit.p95),
      plain(unit.withinTarget, 1),
      plain(unit.gaveUp, 1),
      plain(unit.moved, 1),
      plain(unit.usedCapacity, 1),
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function plain(estimate: Estimate | null, digits?: number): string {
  if (!estimate) return '–';
  return digits === undefined ? minutes(estimate.value) : estimate.value.toFixed(digits);
}

function withMargin(estimate: Estimate | null): string {
  if (!estimate) return '–';
  return estimate.margin === null
    ? minutes(estimate.value)
    : `${minutes(estimate.value)} ± ${minutes(estimate.margin)}`;
}
