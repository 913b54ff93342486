import type { PolicyPreview, RoutingDecision, Urgency } from '../contracts/index.js';
import { URGENCIES } from '../contracts/index.js';
import { type RoutingInputs, replay } from './explain.rule.js';
import type { UnitState } from './network.rule.js';
import type { RoutingPolicy } from './policy.rule.js';

/** A stored decision with the state of the other units in its minute, where that is known. */
export interface StoredDecision {
  decision: RoutingDecision;
  others: readonly UnitState[] | null;
}

/** Counts the decisions that another policy would have made differently. Pure. */
export class PreviewCount {
  private looked = 0;
  private readonly perUrgency = new Map<Urgency, { looked: number; elsewhere: number }>();
  private readonly perMove = new Map<string, { from: string; to: string; count: number }>();

  /** @param nameOf the name of a unit by its id */
  constructor(
    private readonly policy: RoutingPolicy,
    private readonly nameOf: (unitId: string) => string,
  ) {}

  /** Makes one decision again under the policy. */
  add({ decision, others }: StoredDecision): void {
    const inputs = decision.inputs as unknown as RoutingInputs; // written by `explain`, and by nothing else
    const again = replay(inputs, this.policy, new Map((others ?? []).map((unit) => [unit.id, unit])));
    const { urgency } = inputs.facts;
    const counts = this.perUrgency.get(urgency) ?? { looked: 0, elsewhere: 0 };
    this.perUrgency.set(urgency, counts);
    this.looked += 1;
    counts.looked += 1;
    if (again.target.unitId === decision.target.unitId) return;
    counts.elsewhere += 1;
    const key = `${decision.target.unitId} ${again.target.unitId}`;
    const move = this.perMove.get(key) ?? {
      from: decision.target.unitName,
      to: this.nameOf(again.target.unitId),
      count: 0,
    };
    move.count += 1;
    this.perMove.set(key, move);
  }

  result(days: number, decisions: number): PolicyPreview {
    const byUrgency = URGENCIES.flatMap((urgency) => {
      const counts = this.perUrgency.get(urgency);
      return counts ? [{ urgency, ...counts }] : [];
    });
    return {
      days,
      decisions,
      looked: this.looked,
      elsewhere: byUrgency.reduce((sum, { elsewhere }) => sum + elsewhere, 0),
      byUrgency,
      moves: [...this.perMove.values()].sort((a, b) => b.count - a.count),
    };
  }
}
