import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import { DateTime } from 'luxon';
import { Environment, type Settings } from './environment.js';
import { REGION_TIME_ZONE } from './region-time.js';
import { StartError } from './start-error.js';
import { weakInProduction } from './weak-in-production.rule.js';

/** A wrong environment: one line for each variable, with what would be right. */
export class EnvironmentError extends StartError {
  constructor(readonly faults: readonly string[]) {
    super(`The environment is not right:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/**
 * Parses the environment. Unknown variables are none of our business; known ones must be right. An empty value counts
 * as left out.
 * @param realNow the real time now, from which a demo's clock is offset
 * @param makeSecret makes a secret for a demo that has none
 * @throws EnvironmentError naming every wrong variable
 */
export function parseEnvironment(
  raw: Readonly<Record<string, string | undefined>>,
  realNow: Date,
  makeSecret: () => string,
): Settings {
  const known = new Environment();
  const given = Object.fromEntries(
    Object.entries(raw).filter(([name, value]) => value && Object.hasOwn(known, name)),
  );
  const parsed = plainToInstance(Environment, given, { exposeDefaultValues: true });
  const faults = validateSync(parsed).map(describeFault);
  if (faults.length > 0) throw new EnvironmentError(faults);

  const production = parsed.NODE_ENV === 'production';
  const demo = parsed.DEMO ?? !production;
  if (production && demo) faults.push('DEMO must be false, or left out, when NODE_ENV is production');
  if (production && parsed.DEMO_NOW) faults.push('DEMO_NOW must be left out when NODE_ENV is production');
  if (!demo && parsed.DEMO_NOW)
    faults.push('DEMO_NOW is for the demo only; leave it out, or set DEMO to true');
  if (!demo) faults.push(...missingWithoutDemo(parsed));
  if (production) faults.push(...weakInProduction(parsed));
  faults.push(...wrongOwner(parsed));
  if (parsed.ATTACHMENT_STORE === 's3' && !parsed.ATTACHMENT_BUCKET) {
    faults.push('ATTACHMENT_BUCKET must name the bucket when ATTACHMENT_STORE is s3');
  }
  faults.push(...missingForCalls(parsed));
  faults.push(...missingForNotices(parsed));
  let clockOffsetMs = 0;
  if (parsed.DEMO_NOW) {
    const start = DateTime.fromISO(parsed.DEMO_NOW, { zone: REGION_TIME_ZONE });
    if (start.isValid) clockOffsetMs = start.toMillis() - realNow.getTime();
    else faults.push('DEMO_NOW must be a local time that exists, such as 2026-11-24T19:20');
  }
  if (faults.length > 0) throw new EnvironmentError(faults);
  return Object.assign(parsed, {
    DEMO: demo,
    LISTEN_ADDRESS: parsed.LISTEN_ADDRESS ?? (demo ? '127.0.0.1' : undefined),
    SESSION_SECRET: parsed.SESSION_SECRET ?? makeSecret(),
    clockOffsetMs,
  });
}

/**
 * The addresses that bring a database to this version, of which the command for it knows nothing but them.
 * @throws EnvironmentError naming what is wrong
 */
export function parseDatabaseAddresses(
  raw: Readonly<Record<string, string | undefined>>,
): Required<Pick<Environment, 'DATABASE_URL' | 'DATABASE_OWNER_URL'>> {
  const names = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'NODE_ENV'];
  const given = Object.fromEntries(names.flatMap((name) => (raw[name] ? [[name, raw[name]]] : [])));
  const parsed = plainToInstance(Environment, given, { exposeDefaultValues: true });
  const faults = validateSync(parsed).map(describeFault);
  const { DATABASE_URL = '', DATABASE_OWNER_URL = '' } = parsed;
  if (!DATABASE_URL) faults.push('DATABASE_URL must be set: of the role that the service runs as');
  if (!DATABASE_OWNER_URL) faults.push('DATABASE_OWNER_URL must be set: of the role that owns the tables');
  for (const [name, address] of Object.entries({ DATABASE_URL, DATABASE_OWNER_URL })) {
    if (/^\w+:\/\/[^/@]*:@/.test(address)) faults.push(`${name} must have a password after its colon`);
  }
  if (faults.length === 0) faults.push(...wrongOwner(parsed));
  if (faults.length === 0 && parsed.NODE_ENV === 'production') faults.push(...weakInProduction(parsed));
  if (faults.length > 0) throw new EnvironmentError(faults);
  return { DATABASE_URL, DATABASE_OWNER_URL };
}

function wrongOwner({ DATABASE_URL, DATABASE_OWNER_URL }: Environment): string[] {
  if (!DATABASE_OWNER_URL) return [];
  if (!DATABASE_URL) return ['DATABASE_OWNER_URL must be left out unless DATABASE_URL is set'];
  if (!URL.canParse(DATABASE_URL) || !URL.canParse(DATABASE_OWNER_URL))
    return ['DATABASE_URL and DATABASE_OWNER_URL must be addresses'];
  const isSame = new URL(DATABASE_URL).username === new URL(DATABASE_OWNER_URL).username;
  return isSame ? ['DATABASE_OWNER_URL must be of another role than DATABASE_URL'] : [];
}

function missingWithoutDemo(parsed: Environment): string[] {
  const needed = [
    'PUBLIC_URL',
    'SESSION_SECRET',
    'DATABASE_URL',
    'RESIDENT_OIDC_ISSUER',
    'RESIDENT_OIDC_CLIENT_ID',
    'STAFF_OIDC_ISSUER',
    'STAFF_OIDC_CLIENT_ID',
  ] as const;
  return needed.filter((name) => !parsed[name]).map((name) => `${name} must be set when the demo is off`);
}

function missingForCalls(parsed: Environment): string[] {
  const faults: string[] = [];
  if (parsed.CALLS === 'livekit') {
    for (const name of ['LIVEKIT_URL', 'LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET'] as const) {
      if (!parsed[name]) faults.push(`${name} must be set when CALLS is livekit`);
    }
    if (parsed.NODE_ENV === 'production' && parsed.LIVEKIT_URL?.startsWith('ws:')) {
      faults.push('LIVEKIT_URL must begin with wss:// in production');
    }
  }
  if (parsed.CALL_TURN_URLS.length > 0 && !parsed.CALL_TURN_SECRET) {
    faults.push('CALL_TURN_SECRET must be set when CALL_TURN_URLS is');
  }
  if (parsed.CALL_RELAY_ONLY && parsed.CALL_TURN_URLS.length === 0) {
    faults.push('CALL_RELAY_ONLY must be false, or left out, unless CALL_TURN_URLS names relays');
  }
  return faults;
}

function missingForNotices(parsed: Environment): string[] {
  const faults: string[] = [];
  const { SMS_GATEWAY, NODE_ENV } = parsed;
  const needed = {
    none: [],
    signed: ['SMS_URL', 'SMS_SECRET'],
    '46elks': ['SMS_USER', 'SMS_SECRET'],
  } as const;
  for (const name of needed[SMS_GATEWAY]) {
    if (!parsed[name]) faults.push(`${name} must be set when SMS_GATEWAY is ${SMS_GATEWAY}`);
  }
  if (NODE_ENV === 'production' && parsed.SMS_URL?.startsWith('http:'))
    faults.push('SMS_URL must begin with https:// in production');
  if (parsed.SMTP_URL && !URL.canParse(parsed.SMTP_URL)) faults.push('SMTP_URL must be an address');
  if (NODE_ENV === 'production' && parsed.SMTP_URL && parsed.MAIL_FROM.endsWith('.invalid>'))
    faults.push('MAIL_FROM must be set when SMTP_URL is');
  if (!parsed.PUSH_PUBLIC_KEY !== !parsed.PUSH_PRIVATE_KEY)
    faults.push('PUSH_PUBLIC_KEY and PUSH_PRIVATE_KEY must be set together');
  return faults;
}

function describeFault(error: ValidationError): string {
  const [message] = Object.values(error.constraints ?? {});
  const secret = /SECRET|TOKEN|DATABASE_(OWNER_)?URL|SMTP_URL|PRIVATE_KEY/.test(error.property);
  return `${error.property} ${message ?? 'is wrong'}${secret ? '' : ` (it is ${JSON.stringify(error.value)})`}`;
}
