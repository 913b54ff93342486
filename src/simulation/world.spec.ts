import type { QueuePlace } from '../queue/queue-order.rule.js';
import type { Arrival } from './arrivals.js';
import type { Course } from './desk.js';
import { Random } from './random.js';
import type { ScenarioUnit } from './scenario.js';
import { arrivalOnly, Strategy, urgencyThenArrival } from './strategy.js';
import { World } from './world.js';

/** The engine against queueing theory: one unit, exponential arrivals and handling times. Minutes. */

const MINUTE_MS = 60_000;
const SERVICE = 10;
const CASES = 60_000;

class OneQueue extends Strategy {
  /** How many wait, seen at regular instants. */
  readonly seen: number[] = [];

  constructor(readonly compare: (a: QueuePlace, b: QueuePlace) => number) {
    super();
  }

  arrive(course: Course): void {
    const desk = this.world.deskOf('unit', 'nurse');
    if (desk) this.world.enqueue(course, desk);
  }

  override lookAgain(): void {
    this.seen.push(this.world.deskOf('unit', 'nurse')?.queue.length ?? 0);
  }
}

function playQueue(staff: number, use: number, compare: typeof arrivalOnly, urgent = 0) {
  const arrivals = new Random(1, 'arrivals');
  const marks = new Random(1, 'marks');
  const gap = SERVICE / (staff * use);
  const cases: Arrival[] = [];
  for (let at = 0; cases.length < CASES; at += gap * arrivals.exponential()) {
    cases.push(arrivalAt(cases.length, at, marks.next() < urgent ? 2 : 4, SERVICE * marks.exponential()));
  }
  const unit: ScenarioUnit = { id: 'unit', name: 'unit', kind: 'hotline', hours: 'always', staff: [] };
  unit.staff.push({ competence: 'nurse', people: staff, shifts: [] });
  const rule = new OneQueue(compare);
  const world = new World([unit], SERVICE, rule);
  const ends = cases.at(-1)?.at ?? 0;
  world.play(
    cases,
    [
      { at: 0, kind: 'opens', unit: 0, next: null },
      { at: 0, kind: 'on', unit: 0, competence: 'nurse', people: staff },
    ],
    { firstDay: 0, days: 0, begins: 0, countsFrom: 0, countsTo: ends, ends },
  );
  const waits = (urgency: number) =>
    world.courses
      .filter((course) => course.urgency === urgency && course.helpedAt !== null)
      .map((course) => ((course.helpedAt ?? 0) - course.at) / MINUTE_MS);
  return { world, rule, waits, cases, gap };
}

function arrivalAt(index: number, minutes: number, urgency: 2 | 4, work: number): Arrival {
  return {
    caseId: String(index).padStart(9, '0'),
    at: minutes * MINUTE_MS,
    urgency,
    reason: 'general',
    competences: ['nurse'],
    ageMonths: 500,
    homeUnitId: null,
    fromClinicPage: false,
    byChat: true,
    work: work * MINUTE_MS,
    hotlineFirst: false,
    hotlineInstead: false,
    patience: {
      phone: Number.POSITIVE_INFINITY,
      again: Number.POSITIVE_INFINITY,
      chat: Number.POSITIVE_INFINITY,
    },
  };
}

/** Erlang's C: the chance of having to wait. */
function erlangC(staff: number, use: number): number {
  const load = staff * use;
  let term = 1;
  let sum = 1;
  for (let n = 1; n < staff; n += 1) {
    term *= load / n;
    sum += term;
  }
  const last = (term * load) / staff / (1 - use);
  return last / (sum + last);
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the engine', () => {
  it.each([
    [1, 0.7],
    [3, 0.8],
    [8, 0.9],
  ])('waits as Erlang says: %i at work, used to %f', (staff, use) => {
    const waits = playQueue(staff, use, arrivalOnly).waits(4);
    const expected = (erlangC(staff, use) * SERVICE) / (staff * (1 - use));
    expect(mean(waits) / expected).toBeGreaterThan(0.93);
    expect(mean(waits) / expected).toBeLessThan(1.07);
    expect(waits.filter((wait) => wait > 0).length / waits.length).toBeCloseTo(erlangC(staff, use), 1);
  });

  it('waits by priority as Cobham says', () => {
    const [staff, use, urgent] = [4, 0.85, 0.3];
    const { waits } = playQueue(staff, use, urgencyThenArrival, urgent);
    const whole = (erlangC(staff, use) * SERVICE) / staff;
    const expected = { 2: whole / (1 - use * urgent), 4: whole / ((1 - use * urgent) * (1 - use)) };
    for (const urgency of [2, 4] as const) {
      expect(mean(waits(urgency)) / expected[urgency]).toBeGreaterThan(0.93);
      expect(mean(waits(urgency)) / expected[urgency]).toBeLessThan(1.07);
    }
  });

  it('keeps Little’s law: as many wait as come in a mean wait', () => {
    const { rule, waits, gap } = playQueue(3, 0.9, arrivalOnly);
    expect(mean(rule.seen) / (mean(waits(4)) / gap)).toBeCloseTo(1, 1);
  });

  it('loses nobody and helps nobody twice', () => {
    const { world, cases } = playQueue(2, 0.95, arrivalOnly);
    expect(world.courses.map(({ caseId }) => caseId)).toEqual(cases.map(({ caseId }) => caseId));
    expect(world.courses.filter(({ helpedAt, desk }) => (helpedAt === null) !== (desk !== null))).toEqual([]);
  });

  it('has no more at work than are on duty', () => {
    const { world } = playQueue(2, 0.9, arrivalOnly);
    const events = world.courses
      .filter(({ helpedAt }) => helpedAt !== null)
      .flatMap(({ helpedAt, arrival }) => [
        { at: helpedAt ?? 0, change: 1 },
        { at: (helpedAt ?? 0) + arrival.work, change: -1 },
      ])
      .sort((a, b) => a.at - b.at || a.change - b.change);
    let busy = 0;
    let most = 0;
    for (const { change } of events) {
      busy += change;
      most = Math.max(most, busy);
    }
    expect(most).toBe(2);
  });
});
