import type {
  BilingualText,
  CareUnitKind,
  Competence,
  OpeningHours,
  OpeningStretch,
  PolicyDocument,
  Urgency,
} from '../contracts/index.js';

/** A region to be played, as its file says it. Shares are per cent. */
export interface Scenario {
  name: BilingualText;
  /** Local date of the first day, `YYYY-MM-DD`. */
  starts: string;
  /** Days that are played first and not counted, so that nobody begins with empty queues. */
  warmUpDays: number;
  /** Days whose cases are counted. */
  days: number;
  /** How many times it is played, each with a seed of its own: 1, 2, 3 … */
  seeds: number;
  /** Work that is asked for over the hours of the staff, each played on its own. */
  use: number[];
  /** How far a clinic's load may lie from its share of the staff, uniformly to both sides. */
  uneven: number;
  demand: Demand;
  reasons: Reason[];
  handling: {
    /** Standard deviation of the handling time over its mean; the distribution is log-normal. */
    spread: number;
  };
  patience: { phone: Patience; chat: Patience };
  phone: {
    /** Of those who could call their own clinic, how many call the hotline all the same. */
    hotlineFirst: number;
    /** Of those who do not get through at their clinic, how many call the hotline instead of giving up. */
    hotlineInstead: number;
  };
  /** The static rule: which urgencies the hotline takes always, and which besides while the clinic is closed. */
  static: { hotline: Urgency[]; hotlineWhenClosed: Urgency[] };
  /** Where the region's policy differs from the one that a region begins with. */
  policy?: Partial<PolicyDocument>;
  units: ScenarioUnit[];
}

export interface Demand {
  /** How many have a clinic of their own. */
  listed: number;
  /** Of these, how many begin on their clinic's page; the others on the region's. */
  clinicPage: number;
  /** How many write. The others phone, are asked the same questions and wait in the same queues. */
  chat: number;
  /** How many are under 18. */
  children: number;
  /** Weights of the hours of the day, from midnight on. */
  hours: { weekday: number[]; weekend: number[] };
  /** Weights of the days, from Monday on. */
  weekdays: number[];
}

export interface Reason {
  /** The flow's id. */
  id: string;
  share: number;
  /** Who should help: first choice, then who else may. */
  competences: Competence[];
  /** Mean minutes of work. */
  minutes: number;
  urgencies: Partial<Record<Urgency, number>>;
}

export interface Patience {
  /** Half give up when they have waited so long. */
  medianMinutes: number;
  /** Standard deviation of the logarithm. */
  spread: number;
}

export interface ScenarioUnit {
  id: string;
  name: string;
  kind: CareUnitKind & ('clinic' | 'hotline');
  hours: 'always' | OpeningHours;
  /** Patients that are listed here; clinics only. */
  listed?: number;
  staff: Post[];
}

/** A number of staff of one competence who work the same hours. */
export interface Post {
  competence: Competence;
  people: number;
  shifts: OpeningStretch[];
}

/** What a manager asks about: the same region with other staff or another demand. */
export interface WhatIf {
  /** Demand over that of the scenario; 1 changes nothing. */
  demand: number;
  /** People more, or fewer, than in the scenario: in every shift of the hotline, in the first of each clinic's posts. */
  extra: Extra[];
}

export interface Extra {
  kind: ScenarioUnit['kind'];
  competence: Competence;
  people: number;
  /** Weekdays on which their shifts begin; every day when left out. */
  days?: readonly number[];
}
