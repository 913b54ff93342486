import type { BilingualText, Urgency } from './words.js';

/**
 * How cases find their place: the phone as it is, the incumbent's static rule, Slussen, and a bound that no rule can
 * beat.
 */
export const STRATEGIES = ['phone', 'static', 'slussen', 'bound'] as const;
export type StrategyId = (typeof STRATEGIES)[number];

/** What is said of a group of cases. Waits in minutes from the first contact to help, or until given up. */
export interface WaitFigures {
  cases: number;
  mean: number | null;
  median: number | null;
  p90: number | null;
  p95: number | null;
  /** Per cent helped before the target of their urgency ran out, of all. */
  withinTarget: number | null;
  /** Per cent that gave up. */
  gaveUp: number | null;
  /** Per cent that were moved while they waited. */
  moved: number | null;
}

/** How well the range held that residents who had to wait were told. */
export interface PromiseFigures {
  told: number;
  /** Per cent whose wait lay in the range they were told. */
  held: number | null;
}

export interface UnitFigures extends WaitFigures {
  id: string;
  name: string;
  /** Per cent of the hours of the staff that went into cases. */
  usedCapacity: number | null;
}

/** The directive's effect goals, as far as they can be played. */
export interface GoalFigures {
  /** E1, E3: mean minutes of the unit's opening time until help, or until given up there. E2, E4: per cent of its cases that left the queue unanswered. */
  E1: number | null;
  E2: number | null;
  E3: number | null;
  E4: number | null;
  /** E5, E6: per cent of the cases that came in writing, at the hotline and at the clinics. */
  E5: number | null;
  E6: number | null;
  /** Minutes of staff on duty for each case that was helped. */
  E8: number | null;
  /** Cases a week that others than nurses helped. */
  E9: number | null;
}

/** What one run of one strategy came to. */
export interface RunFigures {
  all: WaitFigures;
  urgencies: Record<Urgency, WaitFigures>;
  units: UnitFigures[];
  usedCapacity: number | null;
  /** Per cent helped at their own clinic, of those that came while it was open. */
  stayedHome: number | null;
  /** The longest that anyone was helped after their target had run out, hours; 0 when nobody was. */
  longestOverdue: number;
  /** Cases that were still waiting when the run ended. */
  stillWaiting: number;
  promises: { all: PromiseFigures; urgencies: Record<Urgency, PromiseFigures> };
  goals: GoalFigures;
}

/** A figure over several seeds: its mean, and half the width of the 95 % confidence interval of that mean. */
export interface Estimate {
  value: number;
  /** Null with fewer than two seeds. */
  margin: number | null;
}

/** Figures of runs with every number replaced by its estimate; one that no run has is null. */
export type Summary<T> = T extends number | null
  ? Estimate | null
  : T extends string
    ? string
    : { [K in keyof T]: Summary<T[K]> };

/** What a simulation came to. */
export interface SimulationResult {
  name: BilingualText;
  /** How many seeds each figure is the mean of, and the first of them. */
  seeds: number;
  /** Days that count. */
  days: number;
  /** Version of the policy that Slussen followed. */
  policyVersion: number;
  uses: UseResult[];
}

/** The strategies side by side, over the same cases. */
export interface UseResult {
  /** Per cent of the hours of the staff that the cases ask for. */
  use: number;
  strategies: Record<StrategyId, Summary<RunFigures>>;
}

/** How much managers may ask about at once. */
export const SIMULATION_LIMITS = {
  /** Per cent more or fewer cases. */
  demandChange: { least: -30, most: 30 },
  /** People more or fewer at each clinic. */
  clinicNurses: { least: -2, most: 3 },
  clinicAdministrators: { least: -1, most: 2 },
  /** People more or fewer in each shift of the hotline. */
  hotlineNurses: { least: -3, most: 5 },
  /** 0 every day, 1 Monday … 7 Sunday. */
  weekday: { least: 0, most: 7 },
} as const;
export const SIMULATION_USES = [85, 92, 97] as const;

export const SIMULATION_REGIONS = ['own', 'model'] as const;

/** What a manager asks about. */
export interface SimulationQuestion extends Record<keyof typeof SIMULATION_LIMITS, number> {
  /** The region as it has been lately, or the one of the program with 28 clinics. */
  region: (typeof SIMULATION_REGIONS)[number];
  /** Per cent of the hours of the staff that the cases ask for, before the change; the own region has its own. */
  use: (typeof SIMULATION_USES)[number];
}

/** GET /api/desk/simulations: whether the own region can be played yet. */
export interface SimulationState {
  /** What is still unknown: days of the week whose staff was seen, cases that have come; null when nothing is. */
  lacking: { weekdays: number; cases: number } | null;
}

export interface SimulationAnswer {
  result: SimulationResult;
  /** Slussen with the region as it is. */
  before: Summary<RunFigures>;
  csv: string;
  /** SVG. */
  chart: BilingualText;
}

/** A line of the answer while it is played: how much is done, from 0 to 1; the answer; or that it failed. */
export type SimulationLine = { done: number } | { answer: SimulationAnswer } | { failed: true };
