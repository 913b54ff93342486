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

/** Codes that may be sent to one person, or to one address whoever asks, within so long. */
export const CODE_LIMITS = [
  { of: 'person', most: 5, minutes: 60 },
  { of: 'person', most: 10, minutes: 24 * 60 },
  { of: 'address', most: 5, minutes: 24 * 60 },
] as const;

/** From when the next code may be sent, as earlier ones count; null: now. */
export function nextCodeAt(
  sent: { person: readonly Date[]; address: readonly Date[] },
  now: Date,
): Date | null {
  const waits = CODE_LIMITS.flatMap(({ of, most, minutes }) => {
    const span = minutes * 60_000;
    const within = sent[of].map(Number).filter((at) => at > now.getTime() - span);
    const oldestThatCounts = within.sort((one, other) => other - one)[most - 1];
    return oldestThatCounts === undefined ? [] : [oldestThatCounts + span];
  });
  return waits.length === 0 ? null : new Date(Math.max(...waits));
}
