import { afterOpenMinutes } from '../care-units/open-minutes.js';
import type { WaitEstimate } from '../contracts/index.js';
import { compareByNeed } from '../queue/queue-order.rule.js';
import { chooseQueue } from '../routing/choose-queue.rule.js';
import type { Decision } from '../routing/decision.js';
import type { RoutingPolicy } from '../routing/policy.rule.js';
import { ChatStrategy } from './chat-strategy.js';
import type { Course, Desk, SimUnit } from './desk.js';
import { theHotline } from './phone-strategy.js';
import type { Span } from './timetable.js';
import type { World } from './world.js';

/** Urgencies that are looked at again whenever someone becomes free anywhere. */
const URGENT_TO = 2;

/** Slussen: every place is chosen by `chooseQueue`, and every queue is in the order of `compareByNeed`. */
export class SlussenStrategy extends ChatStrategy {
  readonly compare = compareByNeed;
  private catchAll: Desk;

  constructor(policy: RoutingPolicy) {
    super(policy);
  }

  override begin(world: World): void {
    super.begin(world);
    const { unitId, competence } = this.policy.catchAll;
    this.catchAll = world.deskOf(unitId, competence) ?? theHotline(world);
  }

  arrive(course: Course): void {
    const decision = this.decide(course);
    const { target, wait } = decision;
    const desk = this.world.deskOf(target.unitId, target.competence) ?? this.catchAll;
    if (wait && wait.toMinutes > 0) course.told = this.onTheClock(desk.unit, wait);
    this.place(course, desk);
  }

  /**
   * Tries the cases that wait elsewhere in the order of need, until one moves here: urgent ones always, the others only
   * if nobody waits here. Only the first of each queue is tried, since those behind it have no better reason.
   */
  override freed(desk: Desk): void {
    const heads: Course[] = [];
    for (const other of this.world.desksOf(desk.competence)) {
      const head = other.queue[0];
      if (!head || other === desk || !other.unit.open) continue;
      if (head.urgency <= URGENT_TO || desk.queue.length === 0) heads.push(head);
    }
    if (heads.length > 1) heads.sort(this.compare);
    for (const head of heads) if (this.lookAt(head)) return;
  }

  override opened(unit: SimUnit): void {
    for (const other of this.world.units) {
      if (other === unit) continue;
      for (const desk of other.list) {
        for (const course of [...desk.queue]) {
          if (course.arrival.homeUnitId === unit.id) this.lookAt(course);
        }
      }
    }
  }

  override closed(unit: SimUnit): void {
    for (const desk of unit.list) for (const course of [...desk.queue]) this.lookAt(course);
  }

  /** A range of opening time as the resident reads it. */
  private onTheClock({ hours }: SimUnit, { fromMinutes, toMinutes }: WaitEstimate): Span | null {
    const now = new Date(this.world.now);
    const from = afterOpenMinutes(hours, now, fromMinutes);
    const to = afterOpenMinutes(hours, now, toMinutes);
    return from && to ? { from: from.getTime(), to: to.getTime() } : null;
  }

  private lookAt(course: Course): boolean {
    const from = course.desk;
    if (!from) return false;
    course.facts.current = {
      unitId: from.unit.id,
      competence: from.competence,
      ahead: from.placeOf(course),
    };
    const { target } = this.decide(course);
    if (target.unitId === from.unit.id && target.competence === from.competence) return false;
    const to = this.world.deskOf(target.unitId, target.competence) ?? this.catchAll;
    course.facts.timesMoved += 1;
    this.place(course, to);
    return true;
  }

  private decide(course: Course): Decision {
    return chooseQueue(course.facts, this.world.byId, this.policy, new Date(this.world.now));
  }
}
