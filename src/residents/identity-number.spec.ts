import fc from 'fast-check';
import { aboutBirthDate, parseIdentityNumber } from './identity-number.js';
import { reserveNumber } from './reserve-number.js';

const NOW = new Date('2026-11-24T12:00:00Z');

/** The check digit of nine digits, as Skatteverket describes it (Luhn). */
function checkDigit(nine: string): number {
  const sum = [...nine]
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
    .reduce((total, each) => total + (each > 9 ? each - 9 : each), 0);
  return (10 - (sum % 10)) % 10;
}

function withCheckDigit(eleven: string): string {
  return `${eleven}${checkDigit(eleven.slice(2))}`;
}

describe('parseIdentityNumber', () => {
  it.each([
    ['personnummer, woman', '199006172382', 'personnummer', '199006172382', '1990-06-17', 'female'],
    ['with its dash', '19900617-2382', 'personnummer', '199006172382', '1990-06-17', 'female'],
    ['man', '196208132834', 'personnummer', '196208132834', '1962-08-13', 'male'],
    ['without the century', '900617-2382', 'personnummer', '199006172382', '1990-06-17', 'female'],
    ['without century or dash', '9006172382', 'personnummer', '199006172382', '1990-06-17', 'female'],
    ['past a hundred, with a plus', '240723+9207', 'personnummer', '192407239207', '1924-07-23', 'female'],
    ['spaces are no matter', ' 19900617 2382 ', 'personnummer', '199006172382', '1990-06-17', 'female'],
    ['samordningsnummer', '198707812387', 'samordningsnummer', '198707812387', '1987-07-21', 'female'],
    ['samordningsnummer, no month', '191500722390', 'samordningsnummer', '191500722390', null, 'male'],
    [
      'reserve number, born in the 1900s',
      '22850314ZY15',
      'reserve-number',
      '22850314ZY15',
      '1985-03-14',
      'male',
    ],
    [
      'reserve number, born in the 2000s',
      '23260224ZZ13',
      'reserve-number',
      '23260224ZZ13',
      '2026-02-24',
      'male',
    ],
    [
      'reserve number, another series',
      '25850314AB20',
      'reserve-number',
      '25850314AB20',
      '1985-03-14',
      'female',
    ],
    ['reserve number, birth unknown', '00999999AB26', 'reserve-number', '00999999AB26', null, 'female'],
    [
      'reserve number in small letters',
      '22850314-zy15',
      'reserve-number',
      '22850314ZY15',
      '1985-03-14',
      'male',
    ],
  ])('%s', (_name, written, kind, number, birthDate, sex) => {
    expect(parseIdentityNumber(written, NOW)).toEqual({ kind, number, birthDate, sex });
  });

  it.each([
    ['nothing', ''],
    ['a word', 'personnummer'],
    ['a wrong check digit', '199006172383'],
    ['a day that is not', '199002302386'],
    ['too short', '9006172'],
    ['too long', '1990061723820'],
    ['a hundred-year-old with a dash', '240723-9207x'],
    ['a letter that reserve numbers leave out', '22850314IO19'],
    ['a reserve number with a wrong check digit', '22850314ZY16'],
    ['a reserve number on a day that is not', '22850231ZY15'],
    ['a samordningsnummer without a month, with a wrong check digit', '191500722391'],
    ['a personnummer without a month', '191500122399'],
    ['a samordningsnummer of a year to come', '202700722396'],
    ['digits of another script', '١٩٩٠٠٦١٧٢٣٨٢'],
  ])('refuses %s', (_name, written) => {
    expect(parseIdentityNumber(written, NOW)).toBeNull();
  });

  it.each([
    ['no month', '191500722390', '1915-07-01'],
    ['no day', withCheckDigit('19150460239'), '1915-04-15'],
    ['neither', withCheckDigit('19150060239'), '1915-07-01'],
  ])('takes the middle of what is open as birth date: %s', (_name, written, birthDate) => {
    const found = parseIdentityNumber(written, NOW);
    expect(found?.birthDate).toBeNull();
    expect(found && aboutBirthDate(found)).toBe(birthDate);
  });

  it('refuses who is not born yet', () => {
    expect(parseIdentityNumber('199006172382', new Date('1990-06-16T12:00:00Z'))).toBeNull();
    expect(parseIdentityNumber('199006172382', new Date('1990-06-17T12:00:00Z'))).not.toBeNull();
    expect(parseIdentityNumber('23261225ZZ10', NOW)).toBeNull();
  });

  // Serial numbers 980–999 are given to nobody.
  const born = fc.date({ min: new Date('1930-01-01'), max: new Date('2025-12-31'), noInvalidDate: true });
  const serial = fc.integer({ min: 980, max: 999 });

  it('reads every number back from all its ways of being written', () => {
    fc.assert(
      fc.property(born, serial, fc.boolean(), (date, order, coordination) => {
        const birthDate = date.toISOString().slice(0, 10);
        const [year = '', month = '', day = ''] = birthDate.split('-');
        const short = `${year.slice(2)}${month}${coordination ? Number(day) + 60 : day}`;
        const tail = `${order}${checkDigit(`${short}${order}`)}`;
        const number = `${year.slice(0, 2)}${short}${tail}`;
        const expected = {
          kind: coordination ? 'samordningsnummer' : 'personnummer',
          number,
          birthDate,
          sex: order % 2 === 1 ? 'male' : 'female',
        };
        for (const written of [
          number,
          `${number.slice(0, 8)}-${tail}`,
          `${short}-${tail}`,
          `${short}${tail}`,
        ]) {
          expect(parseIdentityNumber(written, NOW)).toEqual(expected);
        }
      }),
    );
  });

  it('refuses a number with any one digit wrong', () => {
    const place = fc.integer({ min: 2, max: 11 });
    const change = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(place, change, (at, by) => {
        const right = '199006172382';
        const wrong = right.slice(0, at) + ((Number(right[at]) + by) % 10) + right.slice(at + 1);
        expect(parseIdentityNumber(wrong, NOW)).toBeNull();
      }),
    );
  });

  it('refuses a reserve number with any one digit wrong', () => {
    const place = fc.integer({ min: 0, max: 11 }).filter((at) => at !== 8 && at !== 9);
    const change = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(place, change, (at, by) => {
        const right = reserveNumber('1985-03-14', 'male', 'ZY');
        const wrong = right.slice(0, at) + ((Number(right[at]) + by) % 10) + right.slice(at + 1);
        expect(parseIdentityNumber(right, NOW)?.number).toBe(right);
        expect(parseIdentityNumber(wrong, NOW)).toBeNull();
      }),
    );
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseIdentityNumber(text, NOW);
      }),
    );
  });
});
