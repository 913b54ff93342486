import type { Competence } from '../contracts/index.js';
import { type RoutingPolicy, targetMinutes } from '../routing/policy.rule.js';
import type { Course, Desk } from './desk.js';
import { Strategy } from './strategy.js';

const MINUTE_MS = 60_000;

/** What the strategies have in common in which residents write, and know where they wait. */
export abstract class ChatStrategy extends Strategy {
  constructor(protected readonly policy: RoutingPolicy) {
    super();
  }

  /**
   * Puts a case into a queue. Where that is closed, its target and its patience count from the opening; a move never
   * makes its target run out later.
   */
  protected place(course: Course, desk: Desk): void {
    const { now } = this.world;
    const { unit } = desk;
    const isFirst = course.stays === 0;
    course.desk?.leave(course);
    const from = unit.open || unit.opensAt === null ? now : Date.parse(unit.opensAt);
    const due = from + targetMinutes(this.policy, unit.id, course.urgency) * MINUTE_MS;
    course.dueAt = new Date(isFirst ? due : Math.min(due, course.dueAt.getTime()));
    if (isFirst) course.countsFrom = from;
    this.world.enqueue(course, desk);
    if (course.desk) this.world.expectGivingUp(course, course.countsFrom + course.arrival.patience.chat);
  }
}

/** The competences that may help a case, first choice first: its own, then those that stand in for them. */
export function ableFor(course: Course, { standIns }: RoutingPolicy): Competence[] {
  const { competences } = course.arrival;
  return [...new Set([...competences, ...competences.flatMap((each) => standIns[each] ?? [])])];
}
