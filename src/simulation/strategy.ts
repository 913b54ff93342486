import type { QueuePlace } from '../queue/queue-order.rule.js';
import type { Course, Desk, SimUnit } from './desk.js';
import type { World } from './world.js';

/**
 * How a region places its cases. The world calls it when something happens; it answers by enqueueing and moving cases
 * in the world. Strategies override what they need.
 */
export abstract class Strategy {
  protected world: World;

  /** Who is helped first at a desk. */
  abstract readonly compare: (a: QueuePlace, b: QueuePlace) => number;

  begin(world: World): void {
    this.world = world;
  }

  /** A case comes in. */
  abstract arrive(course: Course): void;

  /** The case that a free staff member at an open desk helps next; null when nobody waits. */
  next(desk: Desk): Course | null {
    return desk.queue[0] ?? null;
  }

  /** A staff member at an open desk is free, and has not taken the next case yet. */
  freed(_desk: Desk): void {}

  opened(_unit: SimUnit): void {}

  closed(_unit: SimUnit): void {}

  /** A case has left its queue, tired of waiting. */
  gaveUp(course: Course, _desk: Desk): void {
    course.gaveUpAt = this.world.now;
  }

  /** Called at intervals. */
  lookAgain(): void {}
}

/** By urgency, then by arrival. */
export function urgencyThenArrival(a: QueuePlace, b: QueuePlace): number {
  return a.urgency - b.urgency || (a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : 0);
}

/** First come, first served. */
export function arrivalOnly(a: QueuePlace, b: QueuePlace): number {
  return a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : 0;
}
