import { compareByNeed } from '../queue/queue-order.js';
import { chooseQueue } from '../routing/choose-queue.js';
import type { RoutingPolicy } from '../routing/policy.js';
import { ChatStrategy } from './chat-strategy.js';
import type { Course, Desk, SimUnit } from './desk.js';
import { theHotline } from './phone-strategy.js';
import type { World } from './world.js';

/** Urgencies that are looked at again whenever someone becomes free anywhere. */
const URGENT_TO = 2;

/** Slussen: every place is chosen by `chooseQueue`, and every queue is in the order of `compareByNeed`. */
export class SlussenStrategy extends ChatStrategy {
  readonly compare = compareByNeed;
  /** Times that the rule was asked. */
  decisions = 0;
  moves = 0;
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
    if (wait && wait.toMinutes > 0) course.told = wait;
    this.place(course, this.world.deskOf(target.unitId, target.competence) ?? this.catchAll);
  }

  /** Cases that wait elsewhere and may come are asked first, the neediest first; the first that comes is enough. */
  override freed(desk: Desk): void {
    const { units } = this.world;
    for (const unit of units) {
      if (unit === desk.unit || !unit.open) continue;
      for (const other of unit.list) {
        if (other.competence !== desk.competence) continue;
        const head = other.queue[0];
        if (!head) continue;
        if (head.urgency > URGENT_TO && desk.queue.length > 0) continue;
        if (this.lookAt(head)) return;
      }
    }
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
    this.moves += 1;
    this.world.move(course, to);
    return true;
  }

  private decide(course: Course) {
    this.decisions += 1;
    return chooseQueue(course.facts, this.world.byId, this.policy, new Date(this.world.now));
  }
}
