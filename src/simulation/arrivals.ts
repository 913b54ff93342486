import type { Competence, Urgency } from '../contracts/index.js';
import { Picker, Random } from './random.js';
import type { Reason, Scenario, WhatIf } from './scenario.js';
import { type Horizon, hoursOfDay, weeklyHours } from './timetable.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A case that comes in, with everything that was drawn at random for it: the same for every strategy. */
export interface Arrival {
  /** Sorts as the order of arrival. */
  caseId: string;
  at: number;
  urgency: Urgency;
  reason: string;
  competences: readonly Competence[];
  ageMonths: number;
  homeUnitId: string | null;
  fromClinicPage: boolean;
  byChat: boolean;
  /** Work it takes, ms. */
  work: number;
  /** On the phone: calls the hotline though its own clinic is open; calls it after giving up. */
  hotlineFirst: boolean;
  hotlineInstead: boolean;
  /** How long it waits before it gives up, ms: at a first phone queue, at a second, and in a chat. */
  patience: { phone: number; again: number; chat: number };
}

/** Cases a week that make the given use of the staff, over all hours of their shifts. */
export function casesPerWeek(scenario: Scenario, use: number): number {
  let hours = 0;
  for (const each of weeklyHours(scenario.units).values()) hours += each;
  return ((use / 100) * hours * 60) / meanMinutes(scenario.reasons);
}

/** Mean minutes of work of a case. */
export function meanMinutes(reasons: readonly Reason[]): number {
  const shares = reasons.reduce((sum, { share }) => sum + share, 0);
  return reasons.reduce((sum, { share, minutes }) => sum + share * minutes, 0) / shares;
}

/**
 * All cases of a run, in order of arrival. Arrivals are a Poisson process whose rate follows the hour and the weekday;
 * each clinic's load is its share of the listed, times a factor that the seed draws.
 */
export function drawArrivals(
  scenario: Scenario,
  use: number,
  seed: number,
  horizon: Horizon,
  whatIf: WhatIf,
): Arrival[] {
  const { demand, reasons, patience, handling, phone } = scenario;
  const chance = new Random(seed, 'marks');
  const instants = drawInstants(scenario, casesPerWeek(scenario, use) * whatIf.demand, seed, horizon);
  const clinics = scenario.units.filter(({ kind }) => kind === 'clinic');
  const loads = new Random(seed, 'loads');
  const homes = new Picker(
    clinics.map(({ listed = 0 }) => listed * (1 + (scenario.uneven / 100) * (2 * loads.next() - 1))),
  );
  const reasonPicker = new Picker(reasons.map(({ share }) => share));
  const urgencyPickers = reasons.map(({ urgencies }) => {
    const known = Object.entries(urgencies);
    return {
      urgencies: known.map(([urgency]) => Number(urgency) as Urgency),
      picker: new Picker(known.map(([, share]) => share)),
    };
  });
  const happens = (perCent: number) => chance.next() * 100 < perCent;
  const width = String(instants.length).length;
  return instants.map((at, index): Arrival => {
    const picked = reasonPicker.pick(chance);
    const reason = reasons[picked] as Reason;
    const levels = urgencyPickers[picked] as (typeof urgencyPickers)[number];
    const listed = happens(demand.listed);
    const home = homes.pick(chance);
    return {
      caseId: String(index).padStart(width, '0'),
      at,
      urgency: levels.urgencies[levels.picker.pick(chance)] as Urgency,
      reason: reason.id,
      competences: reason.competences,
      ageMonths: Math.floor(12 * (happens(demand.children) ? 18 * chance.next() : 18 + 72 * chance.next())),
      homeUnitId: listed ? (clinics[home]?.id ?? null) : null,
      fromClinicPage: happens(demand.clinicPage) && listed,
      byChat: happens(demand.chat),
      work: chance.logNormal(reason.minutes, handling.spread) * MINUTE_MS,
      hotlineFirst: happens(phone.hotlineFirst),
      hotlineInstead: happens(phone.hotlineInstead),
      patience: {
        phone: patience.phone.medianMinutes * MINUTE_MS * Math.exp(patience.phone.spread * chance.normal()),
        again: patience.phone.medianMinutes * MINUTE_MS * Math.exp(patience.phone.spread * chance.normal()),
        chat: patience.chat.medianMinutes * MINUTE_MS * Math.exp(patience.chat.spread * chance.normal()),
      },
    };
  });
}

function drawInstants(scenario: Scenario, perWeek: number, seed: number, horizon: Horizon): number[] {
  const { weekdays, hours } = scenario.demand;
  const sum = (weights: readonly number[]) => weights.reduce((all, weight) => all + weight, 0);
  const ofWeek = sum(weekdays);
  const chance = new Random(seed, 'instants');
  const instants: number[] = [];
  for (let day = horizon.firstDay; day < horizon.firstDay + horizon.days; day += 1) {
    for (const { from, hour, weekday } of hoursOfDay(day)) {
      const weights = weekday <= 5 ? hours.weekday : hours.weekend;
      const perHour =
        perWeek * ((weekdays[weekday - 1] ?? 0) / ofWeek) * ((weights[Math.floor(hour)] ?? 0) / sum(weights));
      if (perHour <= 0) continue;
      for (let at = chance.exponential() / perHour; at < 1; at += chance.exponential() / perHour) {
        instants.push(from + at * HOUR_MS);
      }
    }
  }
  return instants;
}
