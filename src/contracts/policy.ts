import type { RegionChoices } from './region-choices.js';
import type { BilingualText, CareUnitKind, Competence, Instant, Urgency } from './words.js';

/** `HH:MM` local time; `to` before `from` reaches into the next day. Without days: every day. */
export interface DailyHours {
  /** ISO weekdays, 1 Monday … 7 Sunday, on which it begins. */
  days?: readonly number[];
  from: string;
  to: string;
}

/** What a unit's own state must be for an agreement to count. */
export const AGREEMENT_STATES = ['closed', 'busy', 'always'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** Which cases an agreement is about; what is left out does not narrow it. */
export interface AgreementScope {
  urgencies: readonly Urgency[];
  /** Contact reasons, by the id of their flow. */
  reasons?: readonly string[];
  competences?: readonly Competence[];
  hours?: DailyHours;
}

/** One-way: `to` takes cases whose home is one of `from`, while that home is closed, busy, or always. */
export interface Agreement extends AgreementScope {
  id: string;
  from: readonly string[] | 'all-clinics';
  to: string;
  when: AgreementState;
}

/** Units that take over from one another. A circle of one-way agreements is a contradiction; this says it outright. */
export interface Cooperation extends AgreementScope {
  id: string;
  units: readonly string[];
  when: AgreementState;
}

/** When a case may leave an open home for a unit that can help sooner. Minutes of expected wait. */
export interface OverflowRule {
  /** The wait at home must be expected to exceed this. */
  afterMinutes: number;
  /** And the other place must be expected to be this much sooner. */
  gainMinutes: number;
}

export type ByUrgency<T> = Readonly<Record<Urgency, T>>;

/** What single units have otherwise; only what differs stands here. */
export interface UnitPolicy {
  targetMinutes?: Partial<ByUrgency<number>>;
  overflow?: Partial<ByUrgency<OverflowRule>>;
  /** False: takes no overflow from others just now, whatever the agreements say. */
  takesOverflow?: boolean;
}

/**
 * How a region routes its cases, as its managers write it. Units are named by their short names (slugs); `hotline` is
 * the unit of that kind.
 */
export interface PolicyDocument {
  /** Minutes within which a case should be answered, counted from when its unit is open for it. */
  targetMinutes: ByUrgency<number>;
  overflow: ByUrgency<OverflowRule>;
  agreements: readonly Agreement[];
  cooperations: readonly Cooperation[];
  /** Whom else a unit may let help where the first choice is lacking, best first. */
  standIns: Readonly<Partial<Record<Competence, readonly Competence[]>>>;
  moves: {
    /** A case is moved at most this often by the router. */
    most: number;
    /** What a move of a waiting case must gain at least over staying where it is: the hysteresis. Minutes. */
    gainMinutes: ByUrgency<number>;
  };
  /** Cases of these urgencies are not moved in these hours, and wait for their own unit. */
  quietHours: (DailyHours & { urgencies: readonly Urgency[] }) | null;
  /** How many cases one staff member works with at a time. */
  casesAtOnce: number;
  /** Where a unit is open and nobody is on duty, someone is reckoned with after so many minutes. */
  absentMinutes: number;
  /** The unit that looks after patients who have none of their own, as a rule the hotline. */
  withoutHome: string;
  /** Where a case goes that no rule can place; someone is alarmed. */
  catchAll: { unit: string; competence: Competence };
  /** What flows ask the region; what is left out is as by default. */
  choices?: RegionChoices;
  units: Readonly<Record<string, UnitPolicy>>;
}

/** A version of the policy, as managers see it listed. */
export interface PolicyVersion {
  version: number;
  inForceFrom: Instant;
  /** Null for the one that a region begins with. */
  madeBy: string | null;
  note: string | null;
}

/** The kinds of fault that a policy may have, for pages that say them in their own words. */
export const POLICY_FAULTS = [
  'needed',
  'unknown',
  'choose-one',
  'choose-two',
  'twice',
  'least',
  'most',
  'number',
  'time',
  'shape',
  'target-order',
  'unknown-unit',
  'lacks-competence',
  'id-twice',
  'same-time',
  'own-stand-in',
  'circle',
] as const;
export type PolicyFaultCode = (typeof POLICY_FAULTS)[number];

/** GET /api/desk/policy(?version=), with all that a page needs to show and change it. */
export interface PolicyView {
  current: PolicyVersion;
  /** Of the version that was asked for; of the one in force when none was. */
  document: PolicyDocument;
  versions: PolicyVersion[];
  units: { slug: string; name: string; kind: CareUnitKind; competences: Competence[] }[];
  reasons: { id: string; name: BilingualText }[];
  /** The unit whose own rules the reader may change; `all` for the region's managers, null for who may only read. */
  mayChange: string | 'all' | null;
}

/** PUT /api/desk/policy: in force from now. */
export interface PutPolicy {
  /** The version that it was made from. */
  basedOn: number;
  /** Why. */
  note: string;
  document: PolicyDocument;
}

/** POST /api/desk/policy/preview */
export type PreviewPolicy = Pick<PutPolicy, 'document'>;

/** What the policy would have done to the last days' decisions. */
export interface PolicyPreview {
  days: number;
  /** Decisions of these days, and how many of them were looked at: all, or an even sample of very many. */
  decisions: number;
  looked: number;
  /** Of those looked at, how many would have gone elsewhere. */
  elsewhere: number;
  byUrgency: { urgency: Urgency; looked: number; elsewhere: number }[];
  /** From where to where, the most first. */
  moves: { from: string; to: string; count: number }[];
}
