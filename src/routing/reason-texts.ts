import { DateTime } from 'luxon';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import type { BilingualText } from '../contracts/index.js';
import type { ReasonCode, ReasonFacts } from './choose-queue.js';

/** Why a case is not at a place, for staff. */
export const TURNED_DOWN = {
  closed: { sv: 'har stängt nu', en: 'closed now' },
  lacksCompetence: { sv: 'har inte kompetensen', en: 'lacks the competence' },
} as const satisfies Record<string, BilingualText>;

/** Turned down since it only takes what is more urgent. */
export function tooLittleHaste(takesTo: number): BilingualText {
  return { sv: `tar bara prioritet 1–${takesTo}`, en: `takes urgency 1–${takesTo} only` };
}

/** Why a case is where it is, in one sentence for the resident. */
export function reasonText(code: ReasonCode, { home, target, opensAt, now }: ReasonFacts): BilingualText {
  const when = opensAt && { sv: sayWhen(opensAt, now, 'sv'), en: sayWhen(opensAt, now, 'en') };
  switch (code) {
    case 'home-open':
      return { sv: `${target} har öppet och hjälper dig.`, en: `${target} is open and will help you.` };
    case 'hotline-now':
      return {
        sv: `${home} har stängt. ${target} hjälper dig nu.`,
        en: `${home} is closed. ${target} will help you now.`,
      };
    case 'waits-for-opening':
      return {
        sv: `${target} svarar när mottagningen öppnar ${when?.sv}.`,
        en: `${target} will answer when it opens ${when?.en}.`,
      };
    case 'no-home':
    case 'home-never-opens':
      return when
        ? { sv: `${target} hjälper dig från ${when.sv}.`, en: `${target} will help you from ${when.en}.` }
        : { sv: `${target} hjälper dig.`, en: `${target} will help you.` };
  }
}

function sayWhen(at: Date, now: Date, language: 'sv' | 'en'): string {
  const local = DateTime.fromJSDate(at, { zone: REGION_TIME_ZONE });
  const today = DateTime.fromJSDate(now, { zone: REGION_TIME_ZONE }).startOf('day');
  const days = Math.round(local.startOf('day').diff(today, 'days').days);
  const time = local.toFormat(language === 'sv' ? 'HH.mm' : 'HH:mm');
  if (language === 'sv') {
    if (days === 0) return `i dag klockan ${time}`;
    if (days === 1) return `i morgon klockan ${time}`;
    return `${local.setLocale('sv').toFormat('cccc d LLLL')} klockan ${time}`;
  }
  if (days === 0) return `today at ${time}`;
  if (days === 1) return `tomorrow at ${time}`;
  return `on ${local.setLocale('en-GB').toFormat('cccc d LLLL')} at ${time}`;
}
