import { phoneNumber } from '../config/phone-number.js';

/** Room for what mail servers allow (RFC 5321), and nothing that could be more than one address. */
const EMAIL =
  /^[^\s<>()[\]\\,;:"@\p{Cc}]{1,64}@(?=.{4,253}$)([a-z0-9](-*[a-z0-9])*\.)+[a-z][a-z0-9-]*[a-z0-9]$/iu;
/** Of Swedish numbers only mobile ones can be told by SMS. */
const SWEDISH_MOBILE = /^\+467\d{8}$/;

/** An e-mail address as it is kept, its domain in small letters; null if it is none. */
export function emailAddress(written: string): string | null {
  const trimmed = written.trim();
  if (!EMAIL.test(trimmed)) return null;
  const at = trimmed.lastIndexOf('@');
  return trimmed.slice(0, at) + trimmed.slice(at).toLowerCase();
}

/** A mobile number as it is kept (E.164), from how people write it: `070-123 45 67`; null if it is none. */
export function mobileNumber(written: string): string | null {
  const number = phoneNumber(written);
  if (!number) return null;
  return number.startsWith('+46') && !SWEDISH_MOBILE.test(number) ? null : number;
}

/** When codes were sent before: by the person anywhere, by them to this address, and to this address by whomever. */
export interface CodesSent {
  person: readonly Date[];
  own: readonly Date[];
  address: readonly Date[];
}

/** Codes that may be sent within so long. The last one spares who owns the address, and costs only those who ask again. */
export const CODE_LIMITS = [
  { of: 'person', most: 5, minutes: 60 },
  { of: 'person', most: 10, minutes: 24 * 60 },
  { of: 'own', most: 5, minutes: 24 * 60 },
  { of: 'address', most: 10, minutes: 24 * 60 },
] as const;

/** So many codes a day are sent to whom asks for them, however many others have asked for to the same address. */
const OWN_FREE = 2;

/** From when the next code may be sent, as earlier ones count; null: now. */
export function nextCodeAt(sent: CodesSent, now: Date): Date | null {
  const today = sent.own.filter((at) => at.getTime() > now.getTime() - 24 * 60 * 60_000);
  const limits = CODE_LIMITS.filter(({ of }) => of !== 'address' || today.length >= OWN_FREE);
  const waits = limits.flatMap(({ of, most, minutes }) => {
    const span = minutes * 60_000;
    const within = sent[of].map(Number).filter((at) => at > now.getTime() - span);
    const oldestThatCounts = within.sort((one, other) => other - one)[most - 1];
    return oldestThatCounts === undefined ? [] : [oldestThatCounts + span];
  });
  return waits.length === 0 ? null : new Date(Math.max(...waits));
}
