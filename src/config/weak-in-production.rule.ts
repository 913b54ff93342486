import type { Environment } from './environment.js';

/** Settings that are good for trying things out, and in production would let people in or listen who must not. */
export function weakInProduction(parsed: Environment): string[] {
  const faults: string[] = [];
  const refuse = (isWeak: unknown, fault: string) => {
    if (isWeak) faults.push(fault);
  };
  refuse(parsed.RESIDENT_OIDC_PROFILE === 'demo', 'RESIDENT_OIDC_PROFILE must be oidc-sweden in production');
  refuse(parsed.STAFF_OIDC_PROFILE === 'demo', 'STAFF_OIDC_PROFILE must be inera-idp in production');
  refuse(
    parsed.PUBLIC_URL && !parsed.PUBLIC_URL.startsWith('https://'),
    'PUBLIC_URL must begin with https:// in production',
  );
  refuse(
    parsed.WIDGET_HOSTS.some((host) => !host.startsWith('https://')),
    'WIDGET_HOSTS must begin with https:// in production',
  );
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL'] as const) {
    const address = parsed[name];
    refuse(
      address && !isOutOfHearing(address),
      `${name} must end with ?sslmode=verify-full in production, unless the database is on this machine`,
    );
  }
  refuse(
    parsed.ATTACHMENT_ENDPOINT?.startsWith('http://') && !isThisMachine(parsed.ATTACHMENT_ENDPOINT),
    'ATTACHMENT_ENDPOINT must begin with https:// in production',
  );
  return faults;
}

/** The modes in which we check whom we speak with; the others would speak with anybody who answers. */
const CHECKED_MODES: readonly (string | null)[] = ['require', 'verify-ca', 'verify-full'];

/** Whether nobody between us and the database can listen: it is on this machine, or shows a certificate that we check. */
function isOutOfHearing(databaseUrl: string): boolean {
  if (isThisMachine(databaseUrl)) return true;
  if (!URL.canParse(databaseUrl)) return false;
  const { searchParams } = new URL(databaseUrl);
  return CHECKED_MODES.includes(searchParams.get('sslmode')) && !searchParams.has('uselibpqcompat');
}

/** Whether an address is of this machine: by its loopback, or by a socket in a folder. */
function isThisMachine(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, searchParams } = new URL(address);
  const host = searchParams.get('host') ?? hostname;
  return host.startsWith('/') || /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);
}
