import type { BilingualText, BookingKind, BookingView, Language } from '../contracts/index.js';

const WHOM: Record<BookingKind, BilingualText> = {
  'nurse-visit': { sv: 'sjuksköterska', en: 'nurse' },
  'physician-same-day': { sv: 'läkare', en: 'physician' },
  'physician-visit': { sv: 'läkare', en: 'physician' },
  'physiotherapist-visit': { sv: 'fysioterapeut', en: 'physiotherapist' },
  'child-nurse-visit': { sv: 'barnsjuksköterska', en: 'child nurse' },
};

/** Longest line of a calendar file in octets, without its end (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

/**
 * A booking as a calendar file (RFC 5545). The same booking keeps its UID, and each change raises SEQUENCE, so that a
 * calendar moves or removes what it has. Times are in UTC. The summary names the unit only: calendars are often shared.
 * It reminds of the visit in time to set out, and leads back to the case.
 * @param sequence how many times it was moved or cancelled
 * @param address where the case is opened
 */
export function toCalendar(
  booking: BookingView,
  sequence: number,
  address: string,
  language: Language,
  now: Date,
): string {
  const whom = WHOM[booking.kind];
  const texts = {
    sv: {
      summary: `Besök: ${booking.unit.name}`,
      description: `Du träffar ${whom.sv} ${booking.performerName}. Boka om eller avboka i ditt ärende: ${address}`,
    },
    en: {
      summary: `Visit: ${booking.unit.name}`,
      description: `You will see ${whom.en} ${booking.performerName}. Move or cancel the time in your case: ${address}`,
    },
  }[language];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Slussen//Booking//SV',
    'CALSCALE:GREGORIAN',
    `METHOD:${booking.cancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${booking.id}`,
    `DTSTAMP:${utc(now)}`,
    `SEQUENCE:${sequence}`,
    `DTSTART:${utc(new Date(booking.startsAt))}`,
    `DTEND:${utc(new Date(booking.endsAt))}`,
    `SUMMARY:${escaped(texts.summary)}`,
    `DESCRIPTION:${escaped(texts.description)}`,
    `LOCATION:${escaped(`${booking.unit.name}, ${booking.address}`)}`,
    `URL:${address}`,
    `STATUS:${booking.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'CLASS:PRIVATE',
    'TRANSP:OPAQUE',
    ...(booking.cancelled ? [] : alarm(texts.summary)),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Two hours before, by a text on the screen. */
function alarm(summary: string): string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT2H', `DESCRIPTION:${escaped(summary)}`, 'END:VALARM'];
}

function utc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** TEXT (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r?\n/g, '\\n');
}

/** Lines longer than 75 octets go on in the next one after a space, never within a character. */
function folded(line: string): string {
  let [folds, octets] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) [folds, octets] = [`${folds}\r\n `, 1];
    folds += character;
    octets += size;
  }
  return folds;
}
