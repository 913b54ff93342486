import { createHmac } from 'node:crypto';
import type { Settings } from '../config/environment.js';
import { EnvironmentError } from '../config/parse-environment.js';
import {
  type Audience,
  ProviderSettingsError,
  parseProviderSettings,
  type SettingsOf,
  weakProviderSettings,
} from './provider-settings.js';

/** The path of the demo's provider on our own origin. */
export const DEMO_PROVIDER_PATH = '/demo/idp';

/** A provider as this installation uses it. */
export interface Provider<A extends Audience> {
  audience: A;
  issuer: string;
  clientId: string;
  /** Null for a public client. */
  clientSecret: string | null;
  settings: SettingsOf[A];
  /** The demo's own provider, which we reach without leaving the machine. */
  embedded: boolean;
}

export type Providers = { [A in Audience]: Provider<A> };

/** The origin at which people reach us. */
export function ownOrigin(settings: Settings): string {
  return settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`;
}

/**
 * The providers that the settings name; the embedded one in a demo that names none.
 * @throws EnvironmentError naming the variable and key that is wrong
 */
export function readProviders(settings: Settings): Providers {
  const faults: string[] = [];
  const read = <A extends Audience>(audience: A): Provider<A> | null => {
    try {
      return readProvider(audience, settings);
    } catch (error) {
      if (!(error instanceof ProviderSettingsError)) throw error;
      faults.push(...error.faults);
      return null;
    }
  };
  const resident = read('resident');
  const staff = read('staff');
  if (!resident || !staff) throw new EnvironmentError(faults);
  return { resident, staff };
}

function readProvider<A extends Audience>(audience: A, settings: Settings): Provider<A> {
  const prefix = audience === 'resident' ? 'RESIDENT' : 'STAFF';
  const issuer = settings[`${prefix}_OIDC_ISSUER`];
  const json = settings[`${prefix}_OIDC_SETTINGS`];
  if (!issuer && settings.DEMO) {
    return {
      audience,
      issuer: `${ownOrigin(settings)}${DEMO_PROVIDER_PATH}`,
      clientId: `slussen-${audience}`,
      clientSecret: demoClientSecret(audience, settings),
      settings: parseProviderSettings(audience, 'demo', json),
      embedded: true,
    };
  }
  const clientId = settings[`${prefix}_OIDC_CLIENT_ID`];
  const missing: string[] = [];
  if (!issuer) missing.push(`${prefix}_OIDC_ISSUER must be the address of an OpenID provider`);
  if (!clientId) missing.push(`${prefix}_OIDC_CLIENT_ID must be set beside ${prefix}_OIDC_ISSUER`);
  if (issuer?.startsWith('http:') && settings.NODE_ENV === 'production') {
    missing.push(`${prefix}_OIDC_ISSUER must begin with https:// in production`);
  }
  if (missing.length > 0 || !issuer || !clientId) throw new ProviderSettingsError(missing);
  const own = parseProviderSettings(audience, settings[`${prefix}_OIDC_PROFILE`], json);
  const weak = settings.NODE_ENV === 'production' ? weakProviderSettings(audience, own) : [];
  if (weak.length > 0)
    throw new ProviderSettingsError(weak.map((fault) => `${prefix}_OIDC_SETTINGS: ${fault}`));
  return {
    audience,
    issuer,
    clientId,
    clientSecret: settings[`${prefix}_OIDC_CLIENT_SECRET`] ?? null,
    settings: own,
    embedded: false,
  };
}

/** The secret that the embedded provider and its client share; both derive it. */
export function demoClientSecret(audience: Audience, settings: Settings): string {
  return createHmac('sha256', settings.SESSION_SECRET).update(`demo-client:${audience}`).digest('base64url');
}
