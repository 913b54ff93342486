/**
 * One-time codes that take a case without a name to another device. Each kind of look-alikes has one sign, and
 * whichever of them is typed is read as that one.
 */
const SIGNS = '0123456789ACDEFGHJKMNPQRTVWXY';
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  L: '1',
  S: '5',
  B: '8',
  Z: '2',
  U: 'V',
};
const LENGTH = 8;
const CODE = new RegExp(`^[${SIGNS}]{${LENGTH}}$`);

/** How long a code can be used. */
export const DEVICE_CODE_MS = 10 * 60_000;

/** A new code. @param below gives a whole number from 0 up to, and without, its argument; must be unpredictable */
export function newDeviceCode(below: (most: number) => number): string {
  return Array.from({ length: LENGTH }, () => SIGNS[below(SIGNS.length)]).join('');
}

/** The code that was meant by what was typed; null for what can be none. */
export function readDeviceCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[OILSBZU]/g, (sign) => LOOK_ALIKES[sign] ?? sign);
  return CODE.test(code) ? code : null;
}

/** The facts of a kept code that say what became of it. */
export interface KeptCode {
  validUntil: Date;
  usedAt: Date | null;
}

/** What became of a code. */
export function deviceCodeState({ validUntil, usedAt }: KeptCode, now: Date): 'open' | 'used' | 'over' {
  if (usedAt) return 'used';
  return now < validUntil ? 'open' : 'over';
}
