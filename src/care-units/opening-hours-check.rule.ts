import {
  type DayStretch,
  EVES,
  type HoursFaultCode,
  type OpeningHours,
  type SpecialDay,
  type TemporaryClosing,
} from '../contracts/index.js';
import { parseDay, weekdayOf } from './local-days.js';
import { minuteOf, stretchesOn } from './opening-hours.rule.js';

/** A fault in data: where it is, and what would be right. */
export interface Fault {
  path: string[];
  message: string;
}

export interface HoursFault extends Fault {
  code: HoursFaultCode;
}

/** Far more than any unit has; an endless list would make every look-up slow. */
const MOST = { week: 50, dates: 200, stretches: 10, closings: 50 };
const REASON_LENGTH = 200;
const DAY = 1440;
const WEEK = 7 * DAY;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
/** An instant with its zone, so that nobody has to guess which. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

type Reader = (value: unknown, path: string[], faults: HoursFault[]) => void;

/**
 * Reads opening hours that come from outside. Every fault is reported at its own field; overlaps are looked for only
 * when all parts are well formed.
 */
export function checkOpeningHours(input: unknown): OpeningHours | HoursFault[] {
  const faults: HoursFault[] = [];
  hoursShape(input, [], faults);
  if (faults.length > 0) return faults;
  const given = input as OpeningHours;
  const hours: Required<OpeningHours> = {
    week: given.week,
    closedOn: given.closedOn ?? { holidays: false, eves: [] },
    closedDates: given.closedDates ?? [],
    specialDays: given.specialDays ?? [],
    closings: (given.closings ?? []).map(({ from, to, reason }) => ({
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      reason: { sv: reason.sv.trim(), en: reason.en.trim() },
    })),
  };
  const clashes = [...weekOverlaps(hours.week), ...dateClashes(hours), ...specialOverlaps(hours)];
  return clashes.length > 0 ? clashes : hours;
}

const time: Reader = (value, path, faults) => {
  if (typeof value !== 'string' || !TIME.test(value)) {
    faults.push({ path, code: 'time', message: 'must be a time of day as HH:MM, 00:00 to 23:59' });
  }
};
const date: Reader = (value, path, faults) => {
  if (typeof value !== 'string' || parseDay(value) === null) {
    faults.push({ path, code: 'date', message: 'must be a date that exists, as YYYY-MM-DD' });
  }
};
const instant: Reader = (value, path, faults) => {
  if (typeof value !== 'string' || !INSTANT.test(value) || Number.isNaN(Date.parse(value))) {
    faults.push({
      path,
      code: 'instant',
      message: 'must be an instant with its zone, such as 2026-11-24T12:00:00+01:00',
    });
  }
};
const flag: Reader = (value, path, faults) => {
  if (typeof value !== 'boolean') faults.push({ path, code: 'choice', message: 'must be true or false' });
};
const words: Reader = (value, path, faults) => {
  if (typeof value !== 'string' || value.trim() === '' || value.trim().length > REASON_LENGTH) {
    faults.push({ path, code: 'text', message: `must be a text of 1 to ${REASON_LENGTH} characters` });
  }
};
const weekday: Reader = (value, path, faults) => {
  if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > 7) {
    faults.push({ path, code: 'choice', message: 'must be a weekday, 1 (Monday) to 7 (Sunday)' });
  }
};
const eve: Reader = (value, path, faults) => {
  if (!EVES.some((each) => each === value)) {
    faults.push({ path, code: 'choice', message: `must be one of ${EVES.join(', ')}` });
  }
};

/** Fields that must be there, and those that may be left out; anything else is a fault. */
function object(required: Record<string, Reader>, optional: Record<string, Reader> = {}): Reader {
  const known: Record<string, Reader> = { ...required, ...optional };
  return (value, path, faults) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      faults.push({ path, code: 'shape', message: `must hold ${Object.keys(required).join(', ')}` });
      return;
    }
    const fields = new Map(Object.entries(value));
    for (const key of fields.keys()) {
      if (!Object.hasOwn(known, key)) {
        faults.push({ path: [...path, key], code: 'unknown', message: 'is not known here; leave it out' });
      }
    }
    for (const [key, read] of Object.entries(known)) {
      if (fields.get(key) !== undefined) read(fields.get(key), [...path, key], faults);
      else if (key in required)
        faults.push({ path: [...path, key], code: 'missing', message: 'must be there' });
    }
  };
}

function list(item: Reader, most: number, least = 0, once = false): Reader {
  return (value, path, faults) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) {
      faults.push({ path, code: 'shape', message: `must be a list of ${least} to ${most}` });
      return;
    }
    value.forEach((each, index) => {
      const at = [...path, String(index)];
      item(each, at, faults);
      if (once && value.indexOf(each) < index)
        faults.push({ path: at, code: 'twice', message: 'must be there once only' });
    });
  };
}

/** A stretch whose ends are well formed and not the same, unless it is the whole day. */
function stretch(more: Record<string, Reader> = {}): Reader {
  const fields = object({ ...more, from: time, to: time });
  return (value, path, faults) => {
    const before = faults.length;
    fields(value, path, faults);
    if (faults.length > before) return;
    const { from, to } = value as DayStretch;
    if (from === to && from !== '00:00') {
      faults.push({
        path: [...path, 'to'],
        code: 'same-time',
        message: `must not be the same time as from (${from}); the whole day is 00:00 to 00:00`,
      });
    }
  };
}

/** A closing; that it must end after it begins is reported even while its reason is missing. */
const closing: Reader = (value, path, faults) => {
  object({ from: instant, to: instant, reason: object({ sv: words, en: words }) })(value, path, faults);
  const { from, to } = (value ?? {}) as Partial<TemporaryClosing>;
  if (Date.parse(String(to)) <= Date.parse(String(from))) {
    faults.push({
      path: [...path, 'to'],
      code: 'ends-before',
      message: 'must be after from: the closing ends after it begins',
    });
  }
};

const hoursShape = object(
  { week: list(stretch({ days: list(weekday, 7, 1, true) }), MOST.week) },
  {
    closedOn: object({ holidays: flag, eves: list(eve, EVES.length, 0, true) }),
    closedDates: list(date, MOST.dates, 0, true),
    specialDays: list(object({ date, stretches: list(stretch(), MOST.stretches) }), MOST.dates),
    closings: list(closing, MOST.closings),
  },
);

/** Minutes from the day's midnight, the end past 1440 when it lies in the next day. */
function minutes({ from, to }: DayStretch): [begins: number, ends: number] {
  return [minuteOf(from), minuteOf(to) + (to > from ? 0 : DAY)];
}

/** Stretches that meet on some day, also past midnight, and from Sunday into Monday. */
function weekOverlaps(week: OpeningHours['week']): HoursFault[] {
  const begun = week.flatMap((each, index) =>
    each.days.map((day) => {
      const [begins, ends] = minutes(each).map((minute) => minute + (day - 1) * DAY) as [number, number];
      return { each, index, day, begins, ends };
    }),
  );
  return week.flatMap((_, index) => {
    const own = begun.filter((each) => each.index === index);
    const others = begun.filter((each) => each.index < index);
    const pairs = own.flatMap((one) => others.map((other) => [one, other] as const));
    const clash = pairs.find(([one, other]) =>
      [-WEEK, 0, WEEK].some((shift) => one.begins < other.ends + shift && other.begins + shift < one.ends),
    );
    if (!clash) return [];
    const { each, day } = clash[1];
    return [
      {
        path: ['week', String(index), 'from'],
        code: 'overlap',
        message: `must not overlap ${each.from}–${each.to} of ${WEEKDAYS[day - 1]}`,
      },
    ];
  });
}

/** A date that stands there twice, or as both closed and open. */
function dateClashes({ closedDates, specialDays }: Required<OpeningHours>): HoursFault[] {
  return specialDays.flatMap(({ date: day }, index): HoursFault[] => {
    const path = ['specialDays', String(index), 'date'];
    if (closedDates.includes(day)) {
      return [{ path, code: 'also-closed', message: `must not be one of the closed dates too (${day})` }];
    }
    return specialDays.findIndex((other) => other.date === day) < index
      ? [{ path, code: 'twice', message: `must be there once only (${day})` }]
      : [];
  });
}

/** Stretches of a special day that meet each other, the night before, or the day after. */
function specialOverlaps(hours: Required<OpeningHours>): HoursFault[] {
  return hours.specialDays.flatMap((special: SpecialDay, index) => {
    const day = parseDay(special.date) ?? 0;
    const around = [-1, 1].flatMap((shift) =>
      stretchesOn(hours, day + shift).map((each) => ({
        each,
        shift: shift * DAY,
        weekday: weekdayOf(day + shift),
      })),
    );
    return special.stretches.flatMap((one, place) => {
      const [begins, ends] = minutes(one);
      const sameDay = special.stretches
        .slice(0, place)
        .map((each) => ({ each, shift: 0, weekday: weekdayOf(day) }));
      const clash = [...sameDay, ...around].find(({ each, shift }) => {
        const [otherBegins, otherEnds] = minutes(each);
        return begins < otherEnds + shift && otherBegins + shift < ends;
      });
      if (!clash) return [];
      const when = clash.shift === 0 ? 'the same day' : `${WEEKDAYS[clash.weekday - 1]} beside it`;
      return [
        {
          path: ['specialDays', String(index), 'stretches', String(place), 'from'],
          code: 'overlap' as const,
          message: `must not overlap ${clash.each.from}–${clash.each.to} of ${when}`,
        },
      ];
    });
  });
}
