import type { BilingualText } from '../contracts/words.js';
import type { RuleOutcome } from './flow.types.js';

/** Where triage may lead, from the most urgent: what patients notice of outcome and urgency together. */
export const CARE_LEVELS = [
  'emergency-call',
  'emergency-department',
  'now',
  'today',
  'days',
  'can-wait',
  'self-care',
] as const;
export type CareLevel = (typeof CARE_LEVELS)[number];

const BY_URGENCY: Record<RuleOutcome['urgency'], CareLevel> = {
  1: 'emergency-call',
  2: 'now',
  3: 'today',
  4: 'days',
  5: 'can-wait',
};

/** The level of an outcome: its name where that says it, else how soon somebody answers. */
export function careLevelOf({ outcome, urgency }: Pick<RuleOutcome, 'outcome' | 'urgency'>): CareLevel {
  if (outcome === 'chat' || outcome === 'booking') return BY_URGENCY[urgency];
  return outcome;
}

/** Below 0 when the first is more urgent, above 0 when it is calmer. */
export function compareLevels(one: CareLevel, other: CareLevel): number {
  return CARE_LEVELS.indexOf(one) - CARE_LEVELS.indexOf(other);
}

export const CARE_LEVEL_NAMES: Record<CareLevel, BilingualText> = {
  'emergency-call': { sv: '112 nu', en: '112 now' },
  'emergency-department': { sv: 'akutmottagning nu', en: 'emergency department now' },
  now: { sv: 'kontakt genast', en: 'contact at once' },
  today: { sv: 'kontakt i dag', en: 'contact today' },
  days: { sv: 'kontakt inom några dagar', en: 'contact within days' },
  'can-wait': { sv: 'kontakt som kan vänta', en: 'contact that can wait' },
  'self-care': { sv: 'egenvård', en: 'self-care' },
};
