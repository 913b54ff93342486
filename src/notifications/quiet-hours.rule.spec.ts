import fc from 'fast-check';
import { DateTime } from 'luxon';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import { afterQuiet } from './quiet-hours.rule.js';

const at = (local: string) => DateTime.fromISO(local, { zone: REGION_TIME_ZONE }).toJSDate();
const NIGHT = { from: '22:00', to: '07:00' };

describe('quiet hours', () => {
  it.each([
    ['in the evening, before they begin', '2026-11-24T21:59', NIGHT, '2026-11-24T21:59'],
    ['at their first minute', '2026-11-24T22:00', NIGHT, '2026-11-25T07:00'],
    ['after midnight', '2026-11-25T03:10', NIGHT, '2026-11-25T07:00'],
    ['at their end', '2026-11-25T07:00', NIGHT, '2026-11-25T07:00'],
    ['that do not pass midnight', '2026-11-25T12:30', { from: '12:00', to: '13:00' }, '2026-11-25T13:00'],
    ['that begin when they end', '2026-11-25T12:30', { from: '12:00', to: '12:00' }, '2026-11-25T12:30'],
    ['that are none', '2026-11-25T03:10', null, '2026-11-25T03:10'],
    ['in the night when clocks are put forward', '2027-03-28T01:30', NIGHT, '2027-03-28T07:00'],
    [
      'that end in the hour that is left out',
      '2027-03-28T01:30',
      { from: '22:00', to: '02:30' },
      '2027-03-28T03:30',
    ],
  ])('%s', (_what, now, quiet, then) => {
    expect(afterQuiet(at(now), quiet)).toEqual(at(then));
  });

  it('never end before they are asked about, nor in themselves, nor a day later', () => {
    const time = fc
      .integer({ min: 0, max: 24 * 60 - 1 })
      .map((minutes) =>
        DateTime.fromObject({ hour: Math.floor(minutes / 60), minute: minutes % 60 }).toFormat('HH:mm'),
      );
    const moment = fc.date({ min: at('2026-01-01'), max: at('2028-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.record({ from: time, to: time }), (now, quiet) => {
        const then = afterQuiet(now, quiet);
        expect(then.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(then.getTime() - now.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
        // Quiet hours that end in the hour that is left out in spring, or that comes twice in autumn, may begin anew.
        if (
          !/-(03|10)-(2[5-9]|3[01])/.test(
            DateTime.fromJSDate(then, { zone: REGION_TIME_ZONE }).toISODate() ?? '',
          )
        )
          expect(afterQuiet(then, quiet)).toEqual(then);
      }),
    );
  });
});
