import type { Competence } from '../contracts/index.js';
import { type RoutingPolicy, targetMinutes } from '../routing/policy.rule.js';
import type { Course, Desk, SimUnit } from './desk.js';
import { arrivalOnly, Strategy } from './strategy.js';
import type { World } from './world.js';

const MINUTE_MS = 60_000;

/** On the phone a nurse answers every call; the hours of all competences are counted as nurses' hours here. */
export const ANSWERS: Competence = 'nurse';

/**
 * The phone as it is: first come, first served, at the own clinic in its opening hours, else at the hotline. Callers who
 * are tired of waiting, or still wait at closing time, call the hotline or give up. Nobody knows whose case is urgent.
 */
export class PhoneStrategy extends Strategy {
  readonly compare = arrivalOnly;
  private hotline: Desk;

  constructor(private readonly policy: RoutingPolicy) {
    super();
  }

  override begin(world: World): void {
    super.begin(world);
    this.hotline = theHotline(world);
  }

  arrive(course: Course): void {
    const { homeUnitId, hotlineFirst, patience } = course.arrival;
    const home = homeUnitId === null ? null : this.world.byId.get(homeUnitId);
    const desk = (home?.open && !hotlineFirst ? home.list[0] : null) ?? this.hotline;
    const target = targetMinutes(this.policy, desk.unit.id, course.urgency);
    course.dueAt = new Date(this.world.now + target * MINUTE_MS);
    this.world.enqueue(course, desk);
    if (course.desk) this.world.expectGivingUp(course, this.world.now + patience.phone);
  }

  override gaveUp(course: Course, desk: Desk): void {
    if (desk === this.hotline || !course.arrival.hotlineInstead) {
      super.gaveUp(course, desk);
      return;
    }
    this.world.enqueue(course, this.hotline);
    if (course.desk) this.world.expectGivingUp(course, this.world.now + course.arrival.patience.again);
  }

  override closed(unit: SimUnit): void {
    for (const desk of unit.list) for (const course of [...desk.queue]) this.world.abandon(course, desk);
  }
}

/** The nurses of the hotline. A scenario has one hotline, with nurses. */
export function theHotline(world: World): Desk {
  const desk = world.units
    .find(({ kind }) => kind === 'hotline')
    ?.list.find(({ competence }) => competence === ANSWERS);
  if (!desk) throw new Error('The region has no hotline with nurses');
  return desk;
}
