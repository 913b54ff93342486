import { aboutBirthDate, type IdentityNumber, parseIdentityNumber } from '../residents/identity-number.js';
import type { ResidentProviderSettings, StaffProviderSettings } from './provider-settings.js';

export type Claims = Readonly<Record<string, unknown>>;

/** A resident as described by the provider. */
export interface ResidentClaims {
  identity: IdentityNumber & { birthDate: string };
  givenName: string;
  familyName: string;
}

export interface StaffClaims {
  staffHsaId: string;
  /** The commission, if the provider lets staff choose it there. */
  commissionHsaId: string | null;
}

/** Claims of how and when somebody was identified, which only an ID token makes: it is signed, and answers our request. */
const OF_IDENTIFYING = ['acr', 'amr', 'auth_time', 'nonce'] as const;

/** What a provider says of somebody, by the ID token and beside it; where both say something the ID token counts. */
export function claimsOf(idToken: Claims, userinfo: Claims): Claims {
  const beside = Object.entries(userinfo).filter(([name]) => !OF_IDENTIFYING.some((each) => each === name));
  return { ...Object.fromEntries(beside), ...idToken };
}

/** Whether the provider vouches for one of the levels we ask for. */
export function isStrongEnough(claims: Claims, acr: readonly string[]): boolean {
  return acr.length === 0 || (typeof claims.acr === 'string' && acr.includes(claims.acr));
}

/** Whether these claims identify the person, so that nothing more needs to be fetched. */
export function namesResident(claims: Claims, { claims: names }: ResidentProviderSettings): boolean {
  return (
    names.identityNumber.some((name) => textOf(claims, name) !== null) &&
    textOf(claims, names.givenName) !== null &&
    textOf(claims, names.familyName) !== null
  );
}

/** The person that the claims identify; null without a valid personnummer or samordningsnummer, or a name. */
export function residentOf(
  claims: Claims,
  { claims: names }: ResidentProviderSettings,
  now: Date,
): ResidentClaims | null {
  const written = names.identityNumber.map((name) => textOf(claims, name)).find((value) => value !== null);
  const identity = written ? parseIdentityNumber(written, now) : null;
  const givenName = textOf(claims, names.givenName);
  const familyName = textOf(claims, names.familyName);
  const birthDate = identity && (identity.birthDate ?? aboutBirthDate(identity));
  if (!birthDate || identity.kind === 'reserve-number' || !givenName || !familyName) return null;
  return { identity: { ...identity, birthDate }, givenName, familyName };
}

/** Whether these claims say who the member of staff is and what for, so that nothing more needs to be fetched. */
export function namesStaff(claims: Claims, { claims: names }: StaffProviderSettings): boolean {
  return textOf(claims, names.staffHsaId) !== null && textOf(claims, names.commissionPurpose) !== null;
}

/**
 * The staff member that the claims identify; null without a staff HSA-id, and without a commission for a purpose that
 * gives a right to read patients' cases.
 */
export function staffOf(claims: Claims, settings: StaffProviderSettings): StaffClaims | null {
  const { claims: names, purposes } = settings;
  const staffHsaId = textOf(claims, names.staffHsaId);
  const purpose = textOf(claims, names.commissionPurpose);
  if (!staffHsaId || purpose === null || !purposes.includes(purpose)) return null;
  return { staffHsaId, commissionHsaId: textOf(claims, names.commissionHsaId) };
}

function textOf(claims: Claims, name: string): string | null {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
