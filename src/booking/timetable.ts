import { DateTime } from 'luxon';
import { type OpeningHours, openingsOn } from '../care-units/opening-hours.rule.js';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import type { BookingKind } from '../contracts/index.js';

/** When one performer takes patients of one kind, week after week, by the wall clock. */
export interface TimetableTemplate {
  performerCommissionId: string;
  unitId: string;
  kind: BookingKind;
  /** The hours of the unit; no time lies outside them. */
  hours: OpeningHours;
  /** ISO weekdays, 1 Monday … 7 Sunday. */
  days: readonly number[];
  /** `HH:MM` */
  from: string;
  /** `HH:MM`, later the same day. */
  to: string;
  /** Length of each time. */
  minutes: number;
}

/** A time that a timetable offers. */
export interface OfferedTime {
  performerCommissionId: string;
  unitId: string;
  kind: BookingKind;
  startsAt: Date;
  endsAt: Date;
}

/** How far ahead times are offered. */
export const DAYS_OFFERED = 28;

/**
 * The times that templates offer from now and for the next four weeks, by start: each one wholly within one opening of
 * its unit, none in the past, and no two of a performer at once (where templates overlap the earlier start is kept).
 */
export function offeredTimes(templates: readonly TimetableTemplate[], now: Date): OfferedTime[] {
  const today = DateTime.fromJSDate(now, { zone: REGION_TIME_ZONE }).startOf('day');
  const candidates = Array.from({ length: DAYS_OFFERED + 1 }, (_, ahead) => today.plus({ days: ahead }))
    .flatMap((day) => templates.flatMap((template) => timesOnDay(template, day)))
    .filter((time) => time.startsAt > now)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const busyUntil = new Map<string, Date>();
  return candidates.filter(({ performerCommissionId, startsAt, endsAt }) => {
    const busy = busyUntil.get(performerCommissionId);
    if (busy && startsAt < busy) return false;
    busyUntil.set(performerCommissionId, endsAt);
    return true;
  });
}

function timesOnDay(template: TimetableTemplate, day: DateTime): OfferedTime[] {
  if (!template.days.includes(day.weekday)) return [];
  const { performerCommissionId, unitId, kind, hours, minutes } = template;
  const openings = [day.minus({ days: 1 }), day].flatMap((each) => openingsOn(hours, each.toJSDate()));
  const [first, end, length] = [
    atLocalTime(day, template.from),
    atLocalTime(day, template.to),
    minutes * 60_000,
  ];
  const times: OfferedTime[] = [];
  for (let start = first; start + length <= end; start += length) {
    const [startsAt, endsAt] = [new Date(start), new Date(start + length)];
    if (openings.some(({ opens, closes }) => opens <= startsAt && endsAt <= closes)) {
      times.push({ performerCommissionId, unitId, kind, startsAt, endsAt });
    }
  }
  return times;
}

function atLocalTime(day: DateTime, time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return day.set({ hour: hour ?? 0, minute: minute ?? 0 }).toMillis();
}
