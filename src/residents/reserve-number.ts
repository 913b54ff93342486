import type { Sex } from '../contracts/index.js';

/**
 * National reserve number `XXYYMMDDNNGC` of the first series (century + 3).
 * Check digit by Inera, "Nationellt ReservID, specifikation 1.0": Luhn over the eleven characters before it, weights
 * 2, 1, 2 …, where a letter counts as its ASCII code and each product gives the sum of its digits.
 * @param serial two letters without I, O, Q, V, W
 */
export function reserveNumber(birthDate: string, sex: Sex, serial: string): string {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const body = `${Number(year.slice(0, 2)) + 3}${year.slice(2)}${month}${day}${serial}${sex === 'female' ? 2 : 1}`;
  return body + reserveCheckDigit(body);
}

/** The check digit of the eleven characters before it. */
export function reserveCheckDigit(body: string): number {
  const sum = [...body].reduce((total, character, index) => {
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0);
    const product = value * (index % 2 === 0 ? 2 : 1);
    return total + [...String(product)].reduce((digits, digit) => digits + Number(digit), 0);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
