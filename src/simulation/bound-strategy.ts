import type { RoutingPolicy } from '../routing/policy.rule.js';
import { ableFor, ChatStrategy } from './chat-strategy.js';
import type { Course, Desk } from './desk.js';
import type { ScenarioUnit } from './scenario.js';
import { urgencyThenArrival } from './strategy.js';
import type { Change } from './timetable.js';
import type { World } from './world.js';

/**
 * A bound that no rule can beat: all staff of the region in one place, where anybody who is free and competent takes the
 * most urgent case. It needs no homes and no moves, so it cannot exist; it shows how much there is left to win.
 */
export class BoundStrategy extends ChatStrategy {
  readonly compare = urgencyThenArrival;
  /** For each desk, the desks whose cases its people may take: its own first. */
  private readonly serves = new Map<Desk, Desk[]>();

  constructor(policy: RoutingPolicy) {
    super(policy);
  }

  override begin(world: World): void {
    super.begin(world);
    const [{ list } = { list: [] }] = world.units;
    for (const desk of list) {
      const others = list.filter(
        (other) => other !== desk && (this.policy.standIns[other.competence] ?? []).includes(desk.competence),
      );
      this.serves.set(desk, [desk, ...others]);
    }
  }

  arrive(course: Course): void {
    const [{ list } = { list: [] }] = this.world.units;
    const able = ableFor(course, this.policy)
      .map((competence) => list.find((desk) => desk.competence === competence))
      .filter((desk) => desk !== undefined);
    const desk = able.find(({ state }) => state.available > 0) ?? able[0];
    if (!desk) throw new Error(`Nobody in the region has ${course.arrival.competences.join(' or ')}`);
    this.place(course, desk);
  }

  override next(desk: Desk): Course | null {
    let first: Course | null = null;
    for (const { queue } of this.serves.get(desk) ?? []) {
      const head = queue[0];
      if (head && (!first || this.compare(head, first) < 0)) first = head;
    }
    return first;
  }
}

/** Everybody's work in one unit that never closes. */
export function pooled(
  units: readonly ScenarioUnit[],
  changes: readonly Change[],
): [ScenarioUnit[], Change[]] {
  const pool: ScenarioUnit = {
    id: 'pool',
    name: 'pool',
    kind: 'hotline',
    hours: 'always',
    staff: units.flatMap(({ staff }) => staff),
  };
  const begins = changes[0]?.at ?? 0;
  return [
    [pool],
    [
      { at: begins, kind: 'opens', unit: 0, next: null },
      ...changes.flatMap((change): Change[] =>
        change.kind === 'on' || change.kind === 'off' ? [{ ...change, unit: 0 }] : [],
      ),
    ],
  ];
}
