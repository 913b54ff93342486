import type { Competence, Instant } from '../contracts/index.js';
import type { Arrival } from './arrivals.js';
import { type Course, Desk, type SimUnit, TURN_MS } from './desk.js';
import { EventHeap } from './event-heap.js';
import type { ScenarioUnit } from './scenario.js';
import type { Strategy } from './strategy.js';
import { type Change, type Horizon, hoursOf } from './timetable.js';

/** What happens by itself: work that ends, and someone who has waited too long. */
type Happening = { desk: Desk; course: Course } | { course: Course; stay: number };

/** The region at an instant of a run, and what moves it on. */
export class World {
  now = 0;
  readonly units: SimUnit[];
  readonly byId: ReadonlyMap<string, SimUnit>;
  readonly courses: Course[] = [];
  private readonly byCompetence = new Map<Competence, Desk[]>();
  private readonly happenings = new EventHeap<Happening>();

  constructor(
    units: readonly ScenarioUnit[],
    handlingMinutes: number,
    private readonly strategy: Strategy,
  ) {
    this.units = units.map((unit, index) => toUnit(unit, index));
    units.forEach(({ staff }, index) => {
      const unit = this.units[index] as SimUnit;
      for (const competence of new Set(staff.map((post) => post.competence))) {
        const desk = new Desk(unit, competence, handlingMinutes, strategy.compare);
        unit.list.push(desk);
        this.byCompetence.set(competence, [...this.desksOf(competence), desk]);
        unit.desks = { ...unit.desks, [competence]: desk.state };
      }
    });
    this.byId = new Map(this.units.map((unit) => [unit.id, unit]));
  }

  /** Plays all arrivals and changes, to the end of the horizon. */
  play(arrivals: readonly Arrival[], changes: readonly Change[], horizon: Horizon): void {
    this.strategy.begin(this);
    let nextArrival = 0;
    let nextChange = 0;
    let nextTurn = horizon.begins + TURN_MS;
    for (;;) {
      const arrival = arrivals[nextArrival];
      const change = changes[nextChange];
      const atArrival = arrival?.at ?? Number.POSITIVE_INFINITY;
      const atChange = change?.at ?? Number.POSITIVE_INFINITY;
      const at = Math.min(atArrival, atChange, this.happenings.nextTime, nextTurn);
      if (at > horizon.ends) return;
      this.now = at;
      if (change && at === atChange) {
        nextChange += 1;
        this.change(change);
      } else if (at === this.happenings.nextTime) {
        this.happen(this.happenings.pop() as Happening);
      } else if (arrival && at === atArrival) {
        nextArrival += 1;
        this.arrive(arrival);
      } else {
        nextTurn += TURN_MS;
        for (const unit of this.units) if (unit.open) for (const desk of unit.list) desk.turn();
        this.strategy.lookAgain();
      }
    }
  }

  /** Puts a case into a queue and lets whoever is free begin with it. */
  enqueue(course: Course, desk: Desk): void {
    desk.join(course);
    if (desk.unit.open) desk.countArrival(course.urgency);
    this.serve(desk);
  }

  /** A case leaves its queue unanswered. */
  abandon(course: Course, desk: Desk): void {
    desk.leave(course);
    course.leftAt.push(desk);
    this.strategy.gaveUp(course, desk);
  }

  /** The resident will give up at that instant, unless helped or moved before. */
  expectGivingUp(course: Course, at: number): void {
    this.happenings.push(at, { course, stay: course.stays });
  }

  /** All desks of a competence. */
  desksOf(competence: Competence): readonly Desk[] {
    return this.byCompetence.get(competence) ?? [];
  }

  /** A desk of a unit; null when the unit has none of the competence. */
  deskOf(unitId: string, competence: Competence): Desk | null {
    return this.byId.get(unitId)?.list.find((desk) => desk.competence === competence) ?? null;
  }

  /** Whoever is free takes the first of the queue. */
  private serve(desk: Desk): void {
    while (desk.state.available > 0 && desk.unit.open) {
      const course = this.strategy.next(desk);
      if (!course) return;
      course.desk?.leave(course);
      course.helpedAt = this.now;
      course.helpedBy = desk;
      desk.begin();
      this.happenings.push(this.now + course.arrival.work, { desk, course });
    }
  }

  private arrive(arrival: Arrival): void {
    const course = toCourse(arrival, this.byId.get(arrival.homeUnitId ?? '')?.open === true);
    this.courses.push(course);
    this.strategy.arrive(course);
  }

  private happen(happening: Happening): void {
    const { course } = happening;
    if ('desk' in happening) {
      const { desk } = happening;
      desk.finish(course.arrival.work);
      this.becomesFree(desk);
    } else if (course.desk && course.stays === happening.stay) {
      const { desk } = course;
      this.abandon(course, desk);
    }
  }

  private becomesFree(desk: Desk): void {
    if (desk.state.available > 0 && desk.unit.open) this.strategy.freed(desk);
    this.serve(desk);
  }

  private change(change: Change): void {
    const unit = this.units[change.unit] as SimUnit;
    if ('people' in change) {
      const desk = unit.list.find(({ competence }) => competence === change.competence) as Desk;
      desk.staff(change.kind === 'on' ? change.people : -change.people);
      if (change.kind === 'on') this.becomesFree(desk);
      return;
    }
    const next = change.next === null ? null : toInstant(change.next);
    unit.open = change.kind === 'opens';
    unit.closesAt = unit.open ? next : null;
    unit.opensAt = unit.open ? null : next;
    if (unit.open) this.strategy.opened(unit);
    else this.strategy.closed(unit);
  }
}

function toUnit(unit: ScenarioUnit, index: number): SimUnit {
  const { id, name, kind } = unit;
  return {
    hours: hoursOf(unit),
    index,
    id,
    name,
    kind,
    open: false,
    closesAt: null,
    opensAt: null,
    desks: {},
    list: [],
  };
}

function toCourse(arrival: Arrival, homeOpen: boolean): Course {
  const { caseId, at, urgency, homeUnitId, fromClinicPage } = arrival;
  return {
    arrival,
    at,
    caseId,
    urgency,
    dueAt: new Date(at),
    facts: {
      urgency,
      reason: arrival.reason,
      competences: arrival.competences,
      ageMonths: arrival.ageMonths,
      language: 'sv',
      listingUnitId: homeUnitId,
      originUnitId: fromClinicPage ? homeUnitId : null,
      timesMoved: 0,
      current: null,
    },
    desk: null,
    stays: 0,
    homeOpen,
    countsFrom: at,
    told: null,
    helpedAt: null,
    helpedBy: null,
    gaveUpAt: null,
    leftAt: [],
  };
}

function toInstant(ms: number): Instant {
  return new Date(ms).toISOString();
}
