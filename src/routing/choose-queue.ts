import { isOpen, nextOpening, type OpeningHours } from '../care-units/opening-hours.js';
import type { CareUnitKind, Competence, RoutingDecision, Urgency } from '../contracts/index.js';
import { reasonText, TURNED_DOWN, tooLittleHaste } from './reason-texts.js';

/** What the rule knows of a case. */
export interface CaseFacts {
  urgency: Urgency;
  competence: Competence;
  /** The patient's clinic. */
  listingUnitId: string | null;
  /** The unit on whose page it began. */
  originUnitId: string | null;
}

/** What the rule knows of a unit. */
export interface UnitFacts {
  id: string;
  name: string;
  kind: CareUnitKind;
  competences: readonly Competence[];
  hours: OpeningHours;
}

export const RULE = 'listing-hours-urgency';
export const RULE_VERSION = 1;

/** Whom else a unit may let help, where it lacks the first choice. Administrative matters stay with administrators. */
const STAND_INS: Readonly<Partial<Record<Competence, readonly Competence[]>>> = {
  physician: ['nurse'],
  physiotherapist: ['nurse'],
  midwife: ['nurse'],
  psychologist: ['nurse'],
  'child-nurse': ['nurse'],
};

/** Units that look after a patient over time; the hotline and emergency departments do not. */
const CAN_BE_HOME: ReadonlySet<CareUnitKind> = new Set(['clinic', 'specialist-clinic']);

/** The least urgent case that the hotline takes while the patient's own unit is closed. */
const HOTLINE_TAKES_TO: Urgency = 3;

type Target = RoutingDecision['target'];
type TurnedDown = RoutingDecision['turnedDown'][number];

/**
 * Where a case goes: to the patient's own unit while that is open for the competence; else to the hotline when it is
 * urgent (1–3); else it waits at its own unit until that opens. Without a unit of its own the hotline takes it.
 * Pure: the same facts, units and instant always give the same decision, and the decision holds them.
 * @throws Error when the region has no hotline, which is then a fault of its data
 */
export function chooseQueue(facts: CaseFacts, units: readonly UnitFacts[], now: Date): RoutingDecision {
  const hotline = units.find((unit) => unit.kind === 'hotline');
  if (!hotline) throw new Error('The region has no hotline to fall back on');
  const home = homeOf(facts, units);
  const turnedDown: TurnedDown[] = [];
  const decide = (code: ReasonCode, target: Target, opensAt: Date | null): RoutingDecision => ({
    rule: RULE,
    ruleVersion: RULE_VERSION,
    inputs: {
      facts,
      now: now.toISOString(),
      units: [home, hotline]
        .filter((unit): unit is UnitFacts => unit !== null)
        .map(({ id, competences, hours }) => ({ id, competences, hours })),
    },
    target,
    opensAt: opensAt?.toISOString() ?? null,
    reason: {
      code,
      text: reasonText(code, { home: home?.name ?? null, target: target.unitName, opensAt, now }),
    },
    turnedDown,
  });

  const atHome = home && targetAt(home, facts.competence);
  if (home && atHome) {
    if (isOpen(home.hours, now)) return decide('home-open', atHome, null);
    turnedDown.push({ ...atHome, why: TURNED_DOWN.closed });
  } else if (home) {
    turnedDown.push({
      unitId: home.id,
      unitName: home.name,
      competence: facts.competence,
      why: TURNED_DOWN.lacksCompetence,
    });
  }

  const atHotline = targetAt(hotline, facts.competence) ?? {
    unitId: hotline.id,
    unitName: hotline.name,
    competence: 'nurse' as const,
  };
  const opensAt = home && atHome ? nextOpening(home.hours, now) : null;
  if (!home || !atHome) return decide('no-home', atHotline, closedUntil(hotline, now));
  if (facts.urgency <= HOTLINE_TAKES_TO && isOpen(hotline.hours, now))
    return decide('hotline-now', atHotline, null);
  turnedDown.push({
    ...atHotline,
    why: facts.urgency > HOTLINE_TAKES_TO ? tooLittleHaste(HOTLINE_TAKES_TO) : TURNED_DOWN.closed,
  });
  if (!opensAt) return decide('home-never-opens', atHotline, closedUntil(hotline, now));
  return decide('waits-for-opening', atHome, opensAt);
}

export type ReasonCode = 'home-open' | 'hotline-now' | 'waits-for-opening' | 'no-home' | 'home-never-opens';

/** What a reason is told with. */
export interface ReasonFacts {
  home: string | null;
  target: string;
  opensAt: Date | null;
  now: Date;
}

/** The clinic of the patient's listing; without one, the clinic on whose page it began. */
function homeOf(facts: CaseFacts, units: readonly UnitFacts[]): UnitFacts | null {
  const find = (id: string | null) =>
    units.find((unit) => unit.id === id && CAN_BE_HOME.has(unit.kind)) ?? null;
  return find(facts.listingUnitId) ?? find(facts.originUnitId);
}

function targetAt(unit: UnitFacts, competence: Competence): Target | null {
  const able = [competence, ...(STAND_INS[competence] ?? [])].find((each) => unit.competences.includes(each));
  return able ? { unitId: unit.id, unitName: unit.name, competence: able } : null;
}

function closedUntil(unit: UnitFacts, now: Date): Date | null {
  return isOpen(unit.hours, now) ? null : nextOpening(unit.hours, now);
}
