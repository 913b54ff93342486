import type {
  Competence,
  DeskCase,
  Instant,
  RoutingDecision,
  TimelineEntry,
} from '../../../contracts/index.js';

/** A queue as it was when a decision was made. */
export interface QueueThen {
  unitId: string;
  unitName: string;
  competence: Competence;
  open: boolean;
  opensAt: Instant | null;
  /** Cases as urgent or more that waited. */
  waiting: number;
  /** Cases that those on duty could work with at a time, and how many more they could take. */
  capacity: number;
  free: number;
}

export interface DecisionInputs {
  at: Instant;
  /** The patient's own unit, where the decision knew of one. */
  home: string | null;
  queues: QueueThen[];
}

/** The stored inputs of a decision, as far as they are read here. Older decisions lack some or all of them. */
interface StoredInputs {
  now: Instant;
  facts: {
    urgency: number;
    competences: Competence[];
    listingUnitId: string | null;
    originUnitId: string | null;
  };
  units: {
    id: string;
    name: string;
    open: boolean;
    opensAt: Instant | null;
    desks: Partial<Record<Competence, { onDuty: number; available: number; waiting: number[] }>>;
  }[];
}

/**
 * The queues that a decision looked at, where it went first; null for a decision that was stored without them. Of each
 * unit: the queues that were chosen or turned down, else those of the competences that can help.
 */
export function decisionInputs(placement: RoutingDecision): DecisionInputs | null {
  const { now, facts, units } = placement.inputs as Partial<StoredInputs>;
  if (!now || !facts || !units) return null;
  const named = [placement.target, ...placement.turnedDown];
  const queues = units.flatMap(({ id, name, open, opensAt, desks }) => {
    const looked = named.filter(({ unitId }) => unitId === id).map(({ competence }) => competence);
    const wanted = looked.length > 0 ? looked : facts.competences;
    return [...new Set(wanted)].flatMap((competence): QueueThen[] => {
      const desk = desks[competence];
      if (!desk) return [];
      const waiting = desk.waiting.slice(0, facts.urgency).reduce((sum, count) => sum + count, 0);
      const counts = { waiting, capacity: desk.onDuty, free: desk.available };
      return [{ unitId: id, unitName: name, competence, open, opensAt, ...counts }];
    });
  });
  const rank = ({ unitId }: QueueThen) => (unitId === placement.target.unitId ? 0 : 1);
  const homeId = facts.listingUnitId ?? facts.originUnitId;
  return {
    at: now,
    home: units.find(({ id }) => id === homeId)?.name ?? null,
    queues: queues.sort((a, b) => rank(a) - rank(b)),
  };
}

/** The transfer by which a case came to where it is; null when the router placed it. */
export function transferOf({
  placement,
  timeline,
}: Pick<DeskCase, 'placement' | 'timeline'>): TimelineEntry<'transferred'> | null {
  if (placement?.reason.code !== 'by-staff') return null;
  return timeline.findLast((entry) => entry.kind === 'transferred') ?? null;
}
