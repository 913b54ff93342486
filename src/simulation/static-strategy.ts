import type { Urgency } from '../contracts/index.js';
import type { RoutingPolicy } from '../routing/policy.rule.js';
import { ableFor, ChatStrategy } from './chat-strategy.js';
import type { Course, Desk, SimUnit } from './desk.js';
import { theHotline } from './phone-strategy.js';
import type { Scenario } from './scenario.js';
import { urgencyThenArrival } from './strategy.js';
import type { World } from './world.js';

/**
 * The incumbent's static rule: by urgency alone, the hotline or the own clinic; within a queue by urgency, then arrival.
 * A case stays where it was put.
 */
export class StaticStrategy extends ChatStrategy {
  readonly compare = urgencyThenArrival;
  private hotline: SimUnit;

  constructor(
    policy: RoutingPolicy,
    private readonly rule: Scenario['static'],
  ) {
    super(policy);
  }

  override begin(world: World): void {
    super.begin(world);
    this.hotline = theHotline(world).unit;
  }

  arrive(course: Course): void {
    const { homeUnitId } = course.arrival;
    const home = homeUnitId === null ? undefined : this.world.byId.get(homeUnitId);
    const { hotline, hotlineWhenClosed } = this.rule;
    const listed = (urgencies: readonly Urgency[]) => urgencies.includes(course.urgency);
    const toHotline = !home || listed(hotline) || (!home.open && listed(hotlineWhenClosed));
    const desk =
      (toHotline ? this.deskAt(this.hotline, course) : null) ??
      (home ? this.deskAt(home, course) : null) ??
      theHotline(this.world);
    this.place(course, desk);
  }

  private deskAt(unit: SimUnit, course: Course): Desk | null {
    for (const competence of ableFor(course, this.policy)) {
      const desk = unit.list.find((each) => each.competence === competence);
      if (desk) return desk;
    }
    return null;
  }
}
