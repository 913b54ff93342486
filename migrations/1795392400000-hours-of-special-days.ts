import type { MigrationInterface, QueryRunner } from 'typeorm';
import { calendarDay } from '../src/care-units/holidays.rule.js';
import { dayOfDate, isoDate } from '../src/care-units/local-days.js';

const NOTHING_SPECIAL = { closedOn: { holidays: false, eves: [] }, specialDays: [], closings: [] };
/** How long the older shape, which has no rule for holidays, is given their dates. */
const YEARS_AHEAD = 3;

interface Hours {
  week: unknown[];
  closedDates: string[];
  closedOn: { holidays: boolean; eves: string[] };
  specialDays: { date: string; stretches: unknown[] }[];
}

/**
 * Opening hours know holidays, eves, special days and temporary closings. Units that stood with closed dates keep them
 * as they are. Back again, holidays and special days without hours become closed dates; what the older shape cannot
 * say (other hours on one day, closing for some hours) is lost.
 */
export class HoursOfSpecialDays1795392400000 implements MigrationInterface {
  name = 'HoursOfSpecialDays1795392400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE "care_unit" SET "opening_hours" = $1::jsonb || "opening_hours"`, [
      JSON.stringify(NOTHING_SPECIAL),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const units: { id: string; hours: Hours }[] = await runner.query(
      `SELECT "id", "opening_hours" AS hours FROM "care_unit"`,
    );
    const year = new Date().getFullYear();
    const first = dayOfDate(year, 1, 1);
    const days = Array.from(
      { length: dayOfDate(year + YEARS_AHEAD, 1, 1) - first },
      (_, ahead) => first + ahead,
    );
    for (const { id, hours } of units) {
      const { week, closedDates, closedOn, specialDays } = hours;
      const closed = days.filter((day) => {
        const { holiday, eve } = calendarDay(day);
        return (closedOn.holidays && holiday) || (eve && closedOn.eves.includes(eve));
      });
      const open = new Set(specialDays.filter((day) => day.stretches.length > 0).map(({ date }) => date));
      const dates = [
        ...closedDates,
        ...closed.map(isoDate).filter((date) => !open.has(date)),
        ...specialDays.map(({ date }) => date).filter((date) => !open.has(date)),
      ];
      await runner.query(`UPDATE "care_unit" SET "opening_hours" = $2 WHERE "id" = $1`, [
        id,
        JSON.stringify({ week, closedDates: [...new Set(dates)] }),
      ]);
    }
  }
}
