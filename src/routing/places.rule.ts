import type { AgreementState, Competence, Instant, Urgency, WaitEstimate } from '../contracts/index.js';
import type { CaseFacts, TurnedDown, TurnedDownCode } from './decision.js';
import { estimateWait } from './expected-wait.rule.js';
import { type DeskState, type Network, NOBODY_WAITS, type UnitState, waitingUpTo } from './network.rule.js';
import { canBeHome, covers, partnersOf } from './partners.rule.js';
import type { RoutingPolicy } from './policy.rule.js';

const MINUTE_MS = 60_000;

/** A queue that could help, and how soon. */
export interface Place {
  unitId: string;
  competence: Competence;
  open: boolean;
  opensAt: Instant | null;
  /** The estimate from when it is open; null while nobody is on duty. */
  wait: WaitEstimate | null;
  /** Minutes from now until someone is expected to help, for comparison; infinite where it never opens. */
  minutes: number;
  /** While open: its staff and queue. */
  desk: DeskState | null;
}

/** Cases of urgency 1 and 2 are not left for the morning where staff have sent them. */
export function mayWaitForOpening(urgency: Urgency): boolean {
  return urgency > 2;
}

/** The clinic of the patient's listing; without one, the clinic on whose page it began. */
export function homeOf(facts: CaseFacts, network: Network): UnitState | null {
  for (const id of [facts.listingUnitId, facts.originUnitId]) {
    const unit = id === null ? undefined : network.get(id);
    if (unit && canBeHome(unit.kind)) return unit;
  }
  return null;
}

/**
 * The queue of a unit that can help the case: its first choice, else who else may, else the policy's stand-ins for
 * these, with someone on duty before with nobody. Null when the unit has none of them.
 */
export function placeAt(unit: UnitState, facts: CaseFacts, policy: RoutingPolicy, now: Date): Place | null {
  let chosen: Competence | null = null;
  for (const competence of ableCompetences(facts, policy)) {
    const desk = unit.desks[competence];
    if (!desk) continue;
    if (!unit.open || desk.onDuty > 0) return toPlace(unit, competence, desk, facts, policy, now);
    chosen ??= competence;
  }
  const desk = chosen && unit.desks[chosen];
  return chosen && desk ? toPlace(unit, chosen, desk, facts, policy, now) : null;
}

/** One queue of a unit as a place; null when the unit has no such queue. */
export function placeIn(
  unit: UnitState,
  competence: Competence,
  facts: CaseFacts,
  policy: RoutingPolicy,
  now: Date,
): Place | null {
  const desk = unit.desks[competence];
  return desk ? toPlace(unit, competence, desk, facts, policy, now) : null;
}

function ableCompetences({ competences }: CaseFacts, { standIns }: RoutingPolicy): Competence[] {
  const able = [...competences];
  for (const competence of competences) {
    for (const other of standIns[competence] ?? []) if (!able.includes(other)) able.push(other);
  }
  return able;
}

function toPlace(
  unit: UnitState,
  competence: Competence,
  desk: DeskState,
  facts: CaseFacts,
  policy: RoutingPolicy,
  now: Date,
): Place {
  const opensAt = unit.open ? null : unit.opensAt;
  if (!unit.open) {
    const minutes = opensAt ? (Date.parse(opensAt) - now.getTime()) / MINUTE_MS : Number.POSITIVE_INFINITY;
    return { unitId: unit.id, competence, open: false, opensAt, wait: null, minutes, desk: null };
  }
  const { current, urgency } = facts;
  const isHere = current?.unitId === unit.id && current.competence === competence;
  const ahead = isHere ? current.ahead : waitingUpTo(desk, urgency);
  const wait = estimateWait(desk, ahead, urgency);
  const minutes = wait?.meanMinutes ?? policy.absentMinutes + (ahead + 1) * desk.handlingMinutes;
  return { unitId: unit.id, competence, open: true, opensAt, wait, minutes, desk };
}

/** Units that take cases of `base` in its present state: those that may help this case, and why the others may not. */
export function partnerPlaces(
  base: UnitState,
  competence: Competence,
  facts: CaseFacts,
  network: Network,
  policy: RoutingPolicy,
  now: Date,
): { places: Place[]; turnedDown: TurnedDown[] } {
  const state: AgreementState = base.open ? 'busy' : 'closed';
  const places = new Map<string, Place>();
  const turnedDown = new Map<string, TurnedDown>();
  for (const { unitId, when, scope } of partnersOf(policy, base)) {
    const unit = network.get(unitId);
    if (!unit || places.has(unitId)) continue;
    const agreed = (when === 'always' || when === state) && covers(scope, facts, competence, now);
    const place = agreed ? placeAt(unit, facts, policy, now) : null;
    const code = agreed ? refusal(base, unit, place, policy) : 'not-agreed';
    if (place && !code) {
      places.set(unitId, place);
      turnedDown.delete(unitId);
    } else if (!turnedDown.has(unitId) || code !== 'not-agreed') {
      turnedDown.set(
        unitId,
        turnDown(place ?? { unitId, competence, wait: null, opensAt: null }, code ?? 'not-agreed'),
      );
    }
  }
  return { places: [...places.values()], turnedDown: [...turnedDown.values()] };
}

/** No case leaves an open unit for one without staff; at night the hotline is staffed first. */
function refusal(
  base: UnitState,
  unit: UnitState,
  place: Place | null,
  policy: RoutingPolicy,
): TurnedDownCode | null {
  if (!place) return 'lacks-competence';
  if (policy.units[unit.id]?.takesOverflow === false) return 'takes-no-overflow';
  if (!place.open) return 'closed';
  return base.open && !place.wait ? 'nobody-on-duty' : null;
}

/** A place that was not chosen, as it is stored with the decision. */
export function turnDown(
  { unitId, competence, wait, opensAt }: Pick<Place, 'unitId' | 'competence' | 'wait' | 'opensAt'>,
  code: TurnedDownCode,
): TurnedDown {
  return { unitId, competence, code, wait, opensAt };
}

/** The place that is expected to help soonest; of equal ones the policy's first. */
export function soonest(places: readonly Place[]): Place | null {
  let best: Place | null = null;
  for (const place of places) if (!best || place.minutes < best.minutes) best = place;
  return best;
}

/**
 * The wait of a case that the first free person at any of these places draws: to that case they are one desk, and all
 * cases that are at least as urgent come before it.
 */
export function sharedWait(places: readonly Place[], urgency: Urgency): WaitEstimate | null {
  const desks = places.map(({ desk }) => desk).filter((desk) => desk !== null);
  let onDuty = 0;
  let available = 0;
  let ahead = 0;
  let casesPerMinute = 0;
  const arrivedLastHour: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (const desk of desks) {
    onDuty += desk.onDuty;
    available += desk.available;
    ahead += waitingUpTo(desk, urgency);
    casesPerMinute += desk.onDuty / desk.handlingMinutes;
    desk.arrivedLastHour.forEach((count, level) => {
      arrivedLastHour[level as 0] += count;
    });
  }
  const handlingMinutes = onDuty / casesPerMinute;
  return estimateWait(
    { onDuty, available, waiting: NOBODY_WAITS, arrivedLastHour, handlingMinutes },
    ahead,
    urgency,
  );
}
