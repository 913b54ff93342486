import { DateTime } from 'luxon';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import type { BilingualText, WaitEstimate } from '../contracts/index.js';
import type { ReasonCode, TurnedDownCode } from './decision.js';

/** What the text of a reason needs: names of units, and instants. */
export interface ReasonFacts {
  home: string | null;
  /** When the patient's own unit opens, while it is closed. */
  homeOpensAt: Date | null;
  target: string;
  opensAt: Date | null;
  now: Date;
}

/** Why a case is where it is, in one sentence or two for the resident. */
export function reasonText(code: ReasonCode, facts: ReasonFacts): BilingualText {
  const { home, homeOpensAt, target, opensAt, now } = facts;
  const when = opensAt && sayWhen(opensAt, now);
  const homeOpens = homeOpensAt && sayWhen(homeOpensAt, now);
  switch (code) {
    case 'home-open':
      return { sv: `${target} har öppet och hjälper dig.`, en: `${target} is open and will help you.` };
    case 'helped-sooner':
      return {
        sv: `Många väntar på ${home ?? 'hjälp'} just nu. ${target} kan hjälpa dig tidigare.`,
        en: `Many are waiting for ${home ?? 'help'} right now. ${target} can help you sooner.`,
      };
    case 'home-closed':
      return homeOpens
        ? {
            sv: `${home} öppnar ${homeOpens.sv}. ${target} hjälper dig redan nu.`,
            en: `${home} opens ${homeOpens.en}. ${target} will help you before that.`,
          }
        : {
            sv: `${home} har stängt. ${target} hjälper dig.`,
            en: `${home} is closed. ${target} will help you.`,
          };
    case 'waits-for-opening':
      return {
        sv: `${target} svarar när mottagningen öppnar ${when?.sv}.`,
        en: `${target} will answer when it opens ${when?.en}.`,
      };
    case 'stays':
    case 'no-home':
    case 'home-never-opens':
    case 'catch-all':
      return when
        ? { sv: `${target} hjälper dig från ${when.sv}.`, en: `${target} will help you from ${when.en}.` }
        : { sv: `${target} hjälper dig.`, en: `${target} will help you.` };
  }
}

/** Why a case is at a queue that staff sent it to, for the resident. */
export function transferText(from: string, to: string, opensAt: Date | null, now: Date): BilingualText {
  const when = opensAt && sayWhen(opensAt, now);
  return {
    sv: `${from} har skickat ditt ärende vidare till ${to}${when ? `, som öppnar ${when.sv}` : ''}.`,
    en: `${from} has sent your case on to ${to}${when ? `, which opens ${when.en}` : ''}.`,
  };
}

/** Why a case is not at a place, for staff. */
export function turnedDownText(
  code: TurnedDownCode,
  { wait, opensAt, now }: { wait: WaitEstimate | null; opensAt: Date | null; now: Date },
): BilingualText {
  const opens = opensAt && sayWhen(opensAt, now);
  const waits = wait && sayWait(wait);
  switch (code) {
    case 'closed':
      return opens
        ? { sv: `har stängt, öppnar ${opens.sv}`, en: `closed, opens ${opens.en}` }
        : { sv: 'har stängt nu', en: 'closed now' };
    case 'busy':
      return { sv: `många väntar där${waits?.sv ?? ''}`, en: `many wait there${waits?.en ?? ''}` };
    case 'nobody-on-duty':
      return { sv: 'ingen är inloggad där nu', en: 'nobody is signed in there now' };
    case 'lacks-competence':
      return { sv: 'har inte kompetensen', en: 'lacks the competence' };
    case 'not-agreed':
      return { sv: 'tar inte sådana ärenden härifrån', en: 'does not take such cases from here' };
    case 'takes-no-overflow':
      return { sv: 'tar inte emot från andra nu', en: 'takes nothing from others now' };
    case 'not-sooner-enough':
      return {
        sv: `hjälper inte klart tidigare${waits?.sv ?? ''}`,
        en: `does not help clearly sooner${waits?.en ?? ''}`,
      };
    case 'home-soon-enough':
      return { sv: 'behövs inte, den egna mottagningen hinner', en: 'not needed, the own clinic has time' };
    case 'moved-enough':
      return {
        sv: 'ärendet är redan flyttat så ofta det får',
        en: 'the case has been moved as often as it may',
      };
    case 'sent-by-staff':
      return {
        sv: 'personal har bestämt var ärendet ska vara',
        en: 'staff have decided where the case is to be',
      };
    case 'quiet-hours':
      return { sv: 'sådana ärenden flyttas inte under natten', en: 'such cases are not moved at night' };
  }
}

function sayWait({ meanMinutes }: WaitEstimate): BilingualText {
  const minutes = Math.max(1, Math.round(meanMinutes));
  return { sv: `, väntan omkring ${minutes} min`, en: `, wait about ${minutes} min` };
}

function sayWhen(at: Date, now: Date): BilingualText {
  const local = DateTime.fromJSDate(at, { zone: REGION_TIME_ZONE });
  const today = DateTime.fromJSDate(now, { zone: REGION_TIME_ZONE }).startOf('day');
  const days = Math.round(local.startOf('day').diff(today, 'days').days);
  const sv = `klockan ${local.toFormat('HH.mm')}`;
  const en = `at ${local.toFormat('HH:mm')}`;
  if (days === 0) return { sv: `i dag ${sv}`, en: `today ${en}` };
  if (days === 1) return { sv: `i morgon ${sv}`, en: `tomorrow ${en}` };
  return {
    sv: `${local.setLocale('sv').toFormat('cccc d LLLL')} ${sv}`,
    en: `on ${local.setLocale('en-GB').toFormat('cccc d LLLL')} ${en}`,
  };
}
