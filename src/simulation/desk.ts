import type { Competence, OpeningHours, Urgency } from '../contracts/index.js';
import type { QueuePlace } from '../queue/queue-order.rule.js';
import type { CaseFacts } from '../routing/decision.js';
import type { DeskState, UnitState } from '../routing/network.rule.js';
import type { Arrival } from './arrivals.js';
import type { Span } from './timetable.js';

/** What happens to a case in one run. */
export interface Course extends QueuePlace {
  readonly arrival: Arrival;
  readonly at: number;
  /** What the rule is told of it; `timesMoved` and `current` follow it. */
  readonly facts: { -readonly [K in keyof CaseFacts]: CaseFacts[K] };
  dueAt: Date;
  /** Where it waits. */
  desk: Desk | null;
  /** Counts the places it has waited at, so that giving up applies only to the one it was planned for. */
  stays: number;
  /** Whether its own clinic was open when it came in. */
  homeOpen: boolean;
  /** From when its waiting counts against the target: when it came in, or the opening it was told to wait for. */
  countsFrom: number;
  /** Between which instants it was told to expect help when it came in; null when it was told nothing, or nobody waits. */
  told: Span | null;
  helpedAt: number | null;
  helpedBy: Desk | null;
  gaveUpAt: number | null;
  /** Desks whose queue it left unanswered, in order. */
  leftAt: Desk[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/** Of urgency 1–5; index 0 is urgency 1. */
type Counts = [number, number, number, number, number];
type Level = 0 | 1 | 2 | 3 | 4;
const LEVELS: readonly Level[] = [0, 1, 2, 3, 4];

/** A unit as the run changes it. The rule reads the same object. */
export interface SimUnit extends Mutable<UnitState> {
  readonly index: number;
  readonly hours: OpeningHours;
  readonly list: Desk[];
}

/** Shares of an hour over which arrivals are counted. */
const BUCKETS = 6;
/** How much a case that is done weighs in the mean handling time. */
const LEARNING = 0.02;
const MINUTE_MS = 60_000;

/** One competence at one unit: its queue, and its staff. */
export class Desk {
  /** What the rule sees; kept true at every step. */
  readonly state: Mutable<DeskState> & { waiting: Counts; arrivedLastHour: Counts };
  /** Waiting cases, first the one to be helped first. */
  readonly queue: Course[] = [];
  /** People who work with a case, also those whose shift has ended meanwhile. */
  private busy = 0;
  private readonly buckets: Counts[] = Array.from({ length: BUCKETS }, (): Counts => [0, 0, 0, 0, 0]);
  private bucket = 0;
  /** Sums for the statistics. */
  workedMs = 0;

  constructor(
    readonly unit: SimUnit,
    readonly competence: Competence,
    handlingMinutes: number,
    private readonly compare: (a: QueuePlace, b: QueuePlace) => number,
  ) {
    this.state = {
      onDuty: 0,
      available: 0,
      waiting: [0, 0, 0, 0, 0],
      arrivedLastHour: [0, 0, 0, 0, 0],
      handlingMinutes,
    };
  }

  /** Signs people on (or off, when negative). Staff who work with a case finish it. */
  staff(people: number): void {
    this.state.onDuty += people;
    this.refresh();
  }

  begin(): void {
    this.busy += 1;
    this.refresh();
  }

  finish(work: number): void {
    this.busy -= 1;
    this.workedMs += work;
    this.state.handlingMinutes += LEARNING * (work / MINUTE_MS - this.state.handlingMinutes);
    this.refresh();
  }

  join(course: Course): void {
    this.queue.splice(this.placeOf(course), 0, course);
    this.count(course.urgency, 1);
    course.desk = this;
    course.stays += 1;
  }

  leave(course: Course): void {
    this.queue.splice(this.placeOf(course), 1);
    this.count(course.urgency, -1);
    course.desk = null;
  }

  /** How many cases are before it, whether it waits here or only might. */
  placeOf(course: QueuePlace): number {
    let low = 0;
    let high = this.queue.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(this.queue[middle] as Course, course) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  countArrival(urgency: Urgency): void {
    const level = levelOf(urgency);
    (this.buckets[this.bucket] as Counts)[level] += 1;
    this.state.arrivedLastHour[level] += 1;
  }

  /** Forgets the oldest part of the hour; called that often while the unit is open. */
  turn(): void {
    this.bucket = (this.bucket + 1) % BUCKETS;
    const oldest = this.buckets[this.bucket] as Counts;
    for (const level of LEVELS) {
      this.state.arrivedLastHour[level] -= oldest[level];
      oldest[level] = 0;
    }
  }

  private count(urgency: Urgency, by: number): void {
    this.state.waiting[levelOf(urgency)] += by;
  }

  private refresh(): void {
    this.state.available = Math.max(0, this.state.onDuty - this.busy);
  }
}

/** How often `turn` is to be called. */
export const TURN_MS = (60 / BUCKETS) * MINUTE_MS;

function levelOf(urgency: Urgency): Level {
  return (urgency - 1) as Level;
}
