import type { Environment } from '../config/environment.js';
import { StartError } from '../config/start-error.js';

export type Audience = 'resident' | 'staff';
export type ClientAuthentication = 'client_secret_basic' | 'client_secret_post';

interface CommonSettings {
  scopes: string[];
  /** Sent as `acr_values`; the ID token must then name one of them. Empty: not sent and not checked. */
  acr: string[];
  /** The `prompt` parameter; null leaves it out. */
  prompt: string | null;
  /** How long ago somebody may have identified themselves at the provider (`max_age`); null: not sent and not checked. */
  maxAgeSeconds: number | null;
  clientAuthentication: ClientAuthentication;
}

export interface ResidentProviderSettings extends CommonSettings {
  claims: {
    /** The first of these claims that is present holds the personnummer or samordningsnummer. */
    identityNumber: string[];
    givenName: string;
    familyName: string;
  };
}

export interface StaffProviderSettings extends CommonSettings {
  claims: {
    staffHsaId: string;
    /** The commission that staff chose at the provider, where it lets them. */
    commissionHsaId: string;
    commissionPurpose: string;
  };
  /** Purposes of commissions that may read patients' cases. */
  purposes: string[];
}

export interface SettingsOf {
  resident: ResidentProviderSettings;
  staff: StaffProviderSettings;
}

/** The purpose of a commission that gives a right to read patients' cases, as the HSA catalogue writes it. */
export const CARE_PURPOSE = 'Vård och behandling';

const HOUR = 3600;

/**
 * Swedish OpenID Connect Profile, Claims and Scopes Specification (oidc.se); assurance level 3 as Sweden's
 * quality mark for e-identification names it. Requires a new identification each time: families share
 * devices.
 */
const OIDC_SWEDEN: ResidentProviderSettings = {
  scopes: [
    'openid',
    'https://id.oidc.se/scope/naturalPersonInfo',
    'https://id.oidc.se/scope/naturalPersonNumber',
  ],
  acr: ['http://id.elegnamnden.se/loa/1.0/loa3'],
  prompt: 'login',
  maxAgeSeconds: HOUR / 6,
  clientAuthentication: 'client_secret_basic',
  claims: {
    identityNumber: [
      'https://id.oidc.se/claim/personalIdentityNumber',
      'https://id.oidc.se/claim/coordinationNumber',
    ],
    givenName: 'given_name',
    familyName: 'family_name',
  },
};

const INERA_IDP: StaffProviderSettings = {
  scopes: ['openid', 'commission', 'authorization_scope', 'personal_identity_number'],
  acr: ['http://id.sambi.se/loa/loa3'],
  prompt: null,
  maxAgeSeconds: HOUR,
  clientAuthentication: 'client_secret_basic',
  claims: {
    staffHsaId: 'employeeHsaId',
    commissionHsaId: 'commissionHsaId',
    commissionPurpose: 'commissionPurpose',
  },
  purposes: [CARE_PURPOSE],
};

/** The demo's provider behaves like the real ones, so that the same code runs. */
export const PROFILES = {
  resident: { 'oidc-sweden': OIDC_SWEDEN, demo: OIDC_SWEDEN },
  staff: { 'inera-idp': INERA_IDP, demo: INERA_IDP },
} as const;

type Profile = Environment['RESIDENT_OIDC_PROFILE'] | Environment['STAFF_OIDC_PROFILE'];

/** The errors in a `*_OIDC_SETTINGS`: one line for each key, beginning with the variable's name. */
export class ProviderSettingsError extends StartError {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/**
 * The settings of a provider: a ready profile, with the values that the JSON replaces.
 * @param json the value of `RESIDENT_OIDC_SETTINGS` or `STAFF_OIDC_SETTINGS`; undefined changes nothing
 * @throws ProviderSettingsError naming the variable, each wrong key and what would be right
 */
export function parseProviderSettings<A extends Audience>(
  audience: A,
  profile: Profile,
  json: string | undefined,
): SettingsOf[A] {
  const ready = (PROFILES[audience] as Record<string, object>)[profile] as SettingsOf[A];
  if (json === undefined) return ready;
  const variable = audience === 'resident' ? 'RESIDENT_OIDC_SETTINGS' : 'STAFF_OIDC_SETTINGS';
  const faults: string[] = [];
  const merged = override(ready as unknown as Tree, readJson(json, variable), '', faults);
  if (faults.length > 0) throw new ProviderSettingsError(faults.map((fault) => `${variable}: ${fault}`));
  return merged as unknown as SettingsOf[A];
}

/**
 * What of these settings would let the wrong people in, in words for whoever chose them: no level of assurance, an
 * identification long ago or by whoever used the telephone before, or staff whose commission is not for care.
 */
export function weakProviderSettings<A extends Audience>(audience: A, settings: SettingsOf[A]): string[] {
  const faults: string[] = [];
  const { acr, maxAgeSeconds, prompt } = settings;
  if (acr.length === 0 || acr.some((level) => /(loa[-_]?[12]|low)$/i.test(level)))
    faults.push('acr must name levels of assurance in production, none below 3');
  if (maxAgeSeconds === null || maxAgeSeconds > LONGEST_AGE[audience])
    faults.push(`maxAgeSeconds must be a number up to ${LONGEST_AGE[audience]} in production`);
  if (audience === 'resident' && !prompt?.split(' ').includes('login'))
    faults.push('prompt must include login in production: families share devices');
  if ('purposes' in settings && settings.purposes.join() !== CARE_PURPOSE)
    faults.push(`purposes must be ["${CARE_PURPOSE}"] in production`);
  return faults;
}

/** In seconds. A working day for staff; for residents as long as one sign-in may take. */
const LONGEST_AGE: Record<Audience, number> = { resident: HOUR / 6, staff: 12 * HOUR };

type Leaf = string | string[] | number | null;
type Tree = { [key: string]: Leaf | Tree };

function readJson(json: string, variable: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new ProviderSettingsError([`${variable} must be JSON such as {"acr":"…","claims":{"…":"…"}}`]);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isWord = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Replaces single values; the ready settings define which keys exist and the type of each. */
function override(ready: Tree, given: unknown, path: string, faults: string[]): Tree {
  if (!isObject(given)) {
    faults.push(
      `${path || 'the whole'} must be an object with some of the keys ${Object.keys(ready).join(', ')}`,
    );
    return ready;
  }
  const result: Tree = { ...ready };
  for (const [key, value] of Object.entries(given)) {
    const at = path ? `${path}.${key}` : key;
    const before = Object.hasOwn(ready, key) ? ready[key] : undefined;
    if (before === undefined) {
      faults.push(`${at} is not known; the keys are ${Object.keys(ready).join(', ')}`);
    } else if (isObject(before)) {
      result[key] = override(before as Tree, value, at, faults);
    } else {
      result[key] = leaf(key, before as Leaf, value, at, faults);
    }
  }
  return result;
}

function leaf(key: string, before: Leaf, value: unknown, at: string, faults: string[]): Leaf {
  if (key === 'maxAgeSeconds') {
    if (value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 0)) return value;
    faults.push(`${at} must be a whole number of seconds, or null`);
    return before;
  }
  if (Array.isArray(before)) {
    const list = isWord(value) ? (key === 'scopes' ? value.trim().split(/\s+/) : [value]) : value;
    if (!Array.isArray(list) || !list.every(isWord)) {
      faults.push(`${at} must be a text, or a list of texts`);
    } else if (key === 'scopes' && !list.includes('openid')) {
      faults.push(`${at} must include openid`);
    } else if (key === 'identityNumber' && list.length === 0) {
      faults.push(`${at} must name at least one claim`);
    } else return list;
    return before;
  }
  if (key === 'clientAuthentication' && value !== 'client_secret_basic' && value !== 'client_secret_post') {
    faults.push(`${at} must be client_secret_basic or client_secret_post`);
    return before;
  }
  if (isWord(value) || (key === 'prompt' && value === null)) return value;
  faults.push(`${at} must be a text`);
  return before;
}
