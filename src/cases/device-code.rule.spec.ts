import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { deviceCodeState, newDeviceCode, readDeviceCode } from './device-code.rule.js';

const below = (most: number) => randomInt(most);

describe('one-time codes for another device', () => {
  it('are eight signs, none of which looks like another', () => {
    const codes = Array.from({ length: 500 }, () => newDeviceCode(below));
    expect(codes.every((code) => /^[0-9ACDEFGHJKMNPQRTVWXY]{8}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBe(500);
  });

  it.each([
    ['7kq4-m9xr', '7KQ4M9XR'],
    [' 7KQ4 M9XR ', '7KQ4M9XR'],
    ['OIL5 SBZU', '0115582V'],
  ])('%j is read as %s', (typed, code) => {
    expect(readDeviceCode(typed)).toBe(code);
  });

  it.each(['', '7KQ4M9X', '7KQ4M9XRR', '7KQ4M9XÅ', '7KQ4\u0000M9XR', '<script>'])('%j is none', (typed) => {
    expect(readDeviceCode(typed)).toBeNull();
  });

  it('are read as they were shown, however they are spaced', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(28)), fc.constantFrom(' ', '-', ''), (numbers, gap) => {
        const code = newDeviceCode(() => numbers.next().value ?? 0);
        const typed = `${code.slice(0, 4)}${gap}${code.slice(4)}`.toLowerCase();
        expect(readDeviceCode(typed)).toBe(code);
      }),
    );
  });

  it('are open until their time runs out, or until they are used', () => {
    const validUntil = new Date('2026-11-24T10:10:00Z');
    const before = new Date(validUntil.getTime() - 1);
    expect(deviceCodeState({ validUntil, usedAt: null }, before)).toBe('open');
    expect(deviceCodeState({ validUntil, usedAt: null }, validUntil)).toBe('over');
    expect(deviceCodeState({ validUntil, usedAt: before }, validUntil)).toBe('used');
  });
});
