import fc from 'fast-check';
import type { BookingView } from '../contracts/index.js';
import { toCalendar } from './calendar.js';

const ADDRESS = 'https://slussen.example.se/widget/?case=5d0f1f0a-9e39-4f0b-8a14-3c1d3f0b7e55&lang=sv';
const NOW = new Date('2026-11-24T18:20:00.123Z');
const BOOKING: BookingView = {
  id: '0d4c3c1e-6f52-4d0e-9d5c-3f7f7d1b1a11',
  timeId: '6c1b7c55-3f0e-4f5b-8a55-0f3f0c7a9a01',
  unit: { id: 'u', slug: 'herrgardet', name: 'Herrgärdets vårdcentral', kind: 'clinic' },
  address: 'Herrgärdsgatan 4, Aros',
  kind: 'physiotherapist-visit',
  performerName: 'Maria Ek',
  startsAt: '2026-11-25T07:15:00.000Z',
  endsAt: '2026-11-25T08:00:00.000Z',
  bookedBy: 'resident',
  cancelled: false,
};

/** Reads a calendar file as RFC 5545 says: unfolds, then splits names and values; those of an alarm are its own. */
function read(file: string): Map<string, string> {
  const lines = file
    .replace(/\r\n[ \t]/g, '')
    .replace(/BEGIN:VALARM[\s\S]*END:VALARM/, '')
    .split('\r\n');
  return new Map(
    lines
      .filter(Boolean)
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
}

describe('toCalendar', () => {
  it('holds what a calendar needs, times in UTC', () => {
    const found = read(toCalendar(BOOKING, 0, ADDRESS, 'sv', NOW));
    expect(Object.fromEntries(found)).toMatchObject({
      VERSION: '2.0',
      METHOD: 'PUBLISH',
      UID: BOOKING.id,
      DTSTAMP: '20261124T182000Z',
      SEQUENCE: '0',
      DTSTART: '20261125T071500Z',
      DTEND: '20261125T080000Z',
      SUMMARY: 'Besök: Herrgärdets vårdcentral',
      DESCRIPTION: `Du träffar fysioterapeut Maria Ek. Boka om eller avboka i ditt ärende: ${ADDRESS}`,
      LOCATION: 'Herrgärdets vårdcentral\\, Herrgärdsgatan 4\\, Aros',
      STATUS: 'CONFIRMED',
      CLASS: 'PRIVATE',
    });
  });

  it('opens and closes what it must, in this order', () => {
    const file = toCalendar(BOOKING, 0, ADDRESS, 'en', NOW);
    expect(file.match(/^(BEGIN|END):.*$/gm)?.map((line) => line.trim())).toEqual([
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'BEGIN:VALARM',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('reminds two hours before, without a word of what it is about, and leads back to the case', () => {
    const file = toCalendar(BOOKING, 0, ADDRESS, 'sv', NOW);
    const alarm = file.slice(file.indexOf('BEGIN:VALARM'), file.indexOf('END:VALARM'));
    expect(Object.fromEntries(read(alarm))).toEqual({
      BEGIN: 'VALARM',
      ACTION: 'DISPLAY',
      TRIGGER: '-PT2H',
      DESCRIPTION: 'Besök: Herrgärdets vårdcentral',
    });
    expect(read(file).get('URL')).toBe(ADDRESS);
  });

  it('takes a cancelled visit out of the calendar: same UID, higher SEQUENCE', () => {
    const found = read(toCalendar({ ...BOOKING, cancelled: true }, 2, ADDRESS, 'sv', NOW));
    expect([found.get('METHOD'), found.get('STATUS'), found.get('SEQUENCE'), found.get('UID')]).toEqual([
      'CANCEL',
      'CANCELLED',
      '2',
      BOOKING.id,
    ]);
    expect(found.get('TRIGGER')).toBeUndefined();
  });

  it('speaks English to who reads English', () => {
    expect(read(toCalendar(BOOKING, 0, ADDRESS, 'en', NOW)).get('DESCRIPTION')).toBe(
      `You will see physiotherapist Maria Ek. Move or cancel the time in your case: ${ADDRESS}`,
    );
  });

  it('whatever the names: lines of at most 75 octets, every text comes back as it was', () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 200 })
      .filter((value) => !/[\r\n\p{Cc}]/u.test(value));
    fc.assert(
      fc.property(text, text, (name, address) => {
        const file = toCalendar(
          { ...BOOKING, address, unit: { ...BOOKING.unit, name } },
          0,
          ADDRESS,
          'sv',
          NOW,
        );
        const short = file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75);
        const location = read(file)
          .get('LOCATION')
          ?.replace(/\\([\\;,])/g, '$1');
        return short && location === `${name}, ${address}`;
      }),
    );
  });
});
