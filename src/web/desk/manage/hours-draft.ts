import type { DayStretch, Eve, FieldError, Instant, OpeningHours } from '../../../contracts/index.js';
import { fromLocal, toLocal } from '../shared/local-time.js';

/** Opening hours while they are changed: by weekday, with fields that may be empty for the moment. */
export interface HoursDraft {
  /** Monday first; each day's stretches. */
  week: DayStretch[][];
  holidays: boolean;
  eves: Eve[];
  days: DraftDay[];
  closings: DraftClosing[];
}
/** A day of its own; without stretches it is closed. */
export interface DraftDay {
  date: string;
  stretches: DayStretch[];
}
/** Dates and times by the Swedish wall clock. */
export interface DraftClosing {
  fromDate: string;
  fromTime: string;
  toDate: string;
  toTime: string;
  sv: string;
  en: string;
}

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The ends of a closing as its fields have them. */
export function draftEnds(from: Instant, to: Instant): Omit<DraftClosing, 'sv' | 'en'> {
  const [begins, ends] = [toLocal(from), toLocal(to)];
  return { fromDate: begins.date, fromTime: begins.time, toDate: ends.date, toTime: ends.time };
}

/** The draft of saved hours. Days and closings that are past are left out: they no longer matter. */
export function toDraft(hours: OpeningHours, now: Date): HoursDraft {
  const today = toLocal(now).date;
  const days = [
    ...hours.closedDates.map((date) => ({ date, stretches: [] })),
    ...(hours.specialDays ?? []).map(({ date, stretches }) => ({ date, stretches: [...stretches] })),
  ];
  return {
    week: WEEKDAYS.map((day) =>
      hours.week
        .filter((stretch) => stretch.days.includes(day))
        .map(({ from, to }) => ({ from, to }))
        .sort((a, b) => a.from.localeCompare(b.from)),
    ),
    holidays: hours.closedOn?.holidays ?? false,
    eves: [...(hours.closedOn?.eves ?? [])],
    days: days.filter(({ date }) => date >= today).sort((a, b) => a.date.localeCompare(b.date)),
    closings: (hours.closings ?? [])
      .filter(({ to }) => Date.parse(to) > now.getTime())
      .map(({ from, to, reason }) => ({ ...draftEnds(from, to), ...reason })),
  };
}

/**
 * The hours that a draft says, as they are checked: each stretch of the week for itself, so that a fault is told at the
 * very row. A field that holds no time is sent as it is and told as a fault too.
 */
export function toChecked(draft: HoursDraft): OpeningHours {
  return {
    week: draft.week.flatMap((stretches, day) => stretches.map((each) => ({ days: [day + 1], ...each }))),
    closedOn: { holidays: draft.holidays, eves: draft.eves },
    closedDates: draft.days.filter(isClosed).map(({ date }) => date),
    specialDays: draft.days.filter((day) => !isClosed(day)),
    closings: draft.closings.map(({ fromDate, fromTime, toDate, toTime, sv, en }) => ({
      from: fromLocal(fromDate, fromTime) ?? '',
      to: fromLocal(toDate, toTime) ?? '',
      reason: { sv, en },
    })),
  };
}

/** The hours that are saved: the same, with days that have the same stretch told together ("weekdays 08–16"). */
export function toSaved(draft: HoursDraft): OpeningHours {
  const checked = toChecked(draft);
  const week: { days: number[]; from: string; to: string }[] = [];
  for (const { days, from, to } of checked.week) {
    const same = week.find((each) => each.from === from && each.to === to);
    if (same) same.days.push(...days);
    else week.push({ days: [...days], from, to });
  }
  return { ...checked, week };
}

/** Where in the draft a fault is, as `week.0.1.from`, `days.2.date`, `days.2.0.to`, `closings.0.sv`; by its kind. */
export function faultsByPath(draft: HoursDraft, errors: readonly FieldError[]): Map<string, string> {
  const rows = draft.week.flatMap((stretches, day) => stretches.map((_, row) => `week.${day}.${row}`));
  const indexes = [...draft.days.keys()];
  const closed = indexes.filter((index) => isClosed(draft.days[index]!));
  const open = indexes.filter((index) => !isClosed(draft.days[index]!));
  const byPath = new Map<string, string>();
  for (const { field, code } of errors) {
    const [list = '', index = '', ...rest] = field.replace(/^hours\./, '').split('.');
    const at = Number(index);
    const path = (() => {
      if (list === 'week') return `${rows[at]}.${rest[0] ?? 'from'}`;
      if (list === 'closedDates') return `days.${closed[at]}.date`;
      if (list === 'specialDays')
        return rest[0] === 'date' ? `days.${open[at]}.date` : `days.${open[at]}.${rest.slice(1).join('.')}`;
      return [list, index, rest.at(-1)].join('.');
    })();
    if (!byPath.has(path)) byPath.set(path, code ?? 'shape');
  }
  return byPath;
}

/** Whether the field at a path is not filled in yet. */
export function isEmptyAt(draft: HoursDraft, path: string): boolean {
  const [list, first, second, third = ''] = path.split('.');
  if (list === 'closings' && (second === 'from' || second === 'to')) {
    const closing = draft.closings[Number(first)];
    return closing?.[`${second}Date`] === '' || closing?.[`${second}Time`] === '';
  }
  const stretches = list === 'week' ? draft.week[Number(first)] : draft.days[Number(first)]?.stretches;
  const fields: object | undefined =
    list === 'closings'
      ? draft.closings[Number(first)]
      : second === 'date'
        ? draft.days[Number(first)]
        : stretches?.[Number(second)];
  const name = list === 'closings' || second === 'date' ? (second ?? '') : third;
  return (fields as Record<string, string> | undefined)?.[name] === '';
}

function isClosed({ stretches }: DraftDay): boolean {
  return stretches.length === 0;
}
