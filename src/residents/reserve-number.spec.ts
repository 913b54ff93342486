import { reserveCheckDigit, reserveNumber } from './reserve-number.js';

describe('reserve numbers', () => {
  it.each(['22950606FH20', '25780404KHD5', '00342145BZ31', '00749852BZK0', '22791109JF40', '00917250SRC1'])(
    'the check digit of %s, a published example',
    (number) => {
      expect(reserveCheckDigit(number.slice(0, 11))).toBe(Number(number[11]));
    },
  );

  it('are made of century plus three, birth date, serial, sex and check digit', () => {
    expect(reserveNumber('1985-03-14', 'male', 'ZY')).toMatch(/^22850314ZY1\d$/);
    expect(reserveNumber('2026-02-19', 'female', 'ZZ')).toMatch(/^23260219ZZ2\d$/);
  });
});
