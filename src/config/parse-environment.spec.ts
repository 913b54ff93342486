import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Environment } from './environment.js';
import { EnvironmentError, parseDatabaseAddresses, parseEnvironment } from './parse-environment.js';
import { PROJECT_ROOT } from './project-root.js';

const NOW = new Date('2026-11-20T12:00:00Z');
const SECRET = 'a-secret-of-at-least-32-characters';
const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://slussen.example.se',
  DATABASE_URL: 'postgresql://slussen@db/slussen?sslmode=verify-full',
  SESSION_SECRET: SECRET,
  RESIDENT_OIDC_ISSUER: 'https://residents.example.se',
  RESIDENT_OIDC_CLIENT_ID: 'slussen',
  STAFF_OIDC_ISSUER: 'https://staff.example.se',
  STAFF_OIDC_CLIENT_ID: 'slussen',
};

function parse(raw: Record<string, string>) {
  return parseEnvironment(raw, NOW, () => 'made up');
}

function faultsOf(raw: Record<string, string>): readonly string[] {
  try {
    parse(raw);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return error.faults;
    throw error;
  }
}

describe('parseEnvironment', () => {
  it('needs nothing for the demo', () => {
    expect(parse({})).toMatchObject({
      NODE_ENV: 'development',
      DEMO: true,
      PORT: 3000,
      DATA_DIR: '.data',
      FLOWS_DIR: 'triage-flows',
      SESSION_SECRET: 'made up',
      clockOffsetMs: 0,
    });
  });

  it('listens on this machine alone in the demo, also on a database of its own, unless told otherwise', () => {
    const DATABASE_URL = 'postgresql://slussen@db/slussen';
    expect(parse({ DATABASE_URL }).LISTEN_ADDRESS).toBe('127.0.0.1');
    expect(parse({ DATABASE_URL, LISTEN_ADDRESS: '0.0.0.0' }).LISTEN_ADDRESS).toBe('0.0.0.0');
    expect(parse(PRODUCTION).LISTEN_ADDRESS).toBeUndefined();
    expect(parse({ ...PRODUCTION, LISTEN_ADDRESS: '10.0.0.7' }).LISTEN_ADDRESS).toBe('10.0.0.7');
  });

  it('reads numbers, lists, yes and no, and takes an empty value for one that is left out', () => {
    const settings = parse({
      PORT: '8080',
      DEMO: '1',
      WIDGET_HOSTS: 'https://www.1177.se, https://e.example.se',
      PUBLIC_URL: '',
      SESSION_SECRET: '',
      DEMO_NOW: '',
      DATA_DIR: '',
      HOLD_MINUTES: '',
      UNKNOWN: 'is none of our business',
    });
    expect(settings).toMatchObject({
      PORT: 8080,
      DEMO: true,
      WIDGET_HOSTS: ['https://www.1177.se', 'https://e.example.se'],
      SESSION_SECRET: 'made up',
      DATA_DIR: '.data',
      HOLD_MINUTES: 10,
    });
    expect(settings.PUBLIC_URL).toBeUndefined();
  });

  it('moves the clock to a local time, summer and winter', () => {
    const startOf = (DEMO_NOW: string) => new Date(NOW.getTime() + parse({ DEMO_NOW }).clockOffsetMs);
    expect(startOf('2026-11-24T19:20').toISOString()).toBe('2026-11-24T18:20:00.000Z');
    expect(startOf('2026-07-01T19:20').toISOString()).toBe('2026-07-01T17:20:00.000Z');
  });

  it.each([
    ['NODE_ENV', 'prod', 'must be development, production or test'],
    ['PORT', 'http', 'must be a whole number from 0 to 65535'],
    ['PORT', '65536', 'must be a whole number from 0 to 65535'],
    ['PORT', '80.5', 'must be a whole number from 0 to 65535'],
    ['PUBLIC_URL', 'https://slussen.example.se/chat', 'must be an origin such as'],
    ['PUBLIC_URL', 'slussen.example.se', 'must be an origin such as'],
    ['DATABASE_URL', 'mysql://db/slussen', 'must be like postgresql://'],
    ['WIDGET_HOSTS', 'https://*', 'must be origins such as https://www.1177.se'],
    ['WIDGET_HOSTS', 'https://*.se', 'must be origins such as https://www.1177.se'],
    ['WIDGET_HOSTS', "https://a.se;script-src'self'", 'must be origins such as https://www.1177.se'],
    ['LISTEN_ADDRESS', 'everywhere', 'must be an address of this machine'],
    ['DATABASE_POOL', '1', 'must be a whole number from 2 to 200'],
    ['DEMO', 'yes', 'must be true or false'],
    ['DEMO_NOW', 'tuesday', 'must be local time such as 2026-11-24T19:20'],
    ['DEMO_NOW', '2026-02-30T10:00', 'must be a local time that exists'],
    ['WIDGET_HOSTS', 'https://www.1177.se www.example.se', 'must be origins such as https://www.1177.se'],
    ['SESSION_SECRET', 'short', 'must be at least 32 characters'],
    ['HOTLINE_PHONE', 'ring oss', 'must be a phone number'],
    ['REOPEN_HOURS', '-1', 'must be a whole number of hours from 0 to 720'],
    ['HOLD_MINUTES', '0', 'must be a whole number of minutes from 1 to 120'],
    ['SOCKET_EVENTS_PER_10_S', '5', 'must be a whole number from 10 to 1000000'],
    ['LOG_LEVEL', 'loud', 'must be fatal, error, warn, info, debug, trace or silent'],
    ['METRICS_TOKEN', 'short', 'must be at least 16 characters'],
    ['ATTACHMENT_STORE', 'ftp', 'must be local or s3'],
    ['ATTACHMENT_ENDPOINT', 's3.example.se', 'must be an address such as'],
    ['TRUSTED_PROXIES', 'all', 'must be a whole number from 0 to 10'],
    ['RESIDENT_OIDC_ISSUER', 'broker', 'must be the address of an OpenID provider'],
    ['RESIDENT_OIDC_PROFILE', 'bankid', 'must be oidc-sweden or demo'],
    ['STAFF_OIDC_ISSUER', 'idp', 'must be the address of an OpenID provider'],
    ['STAFF_OIDC_PROFILE', 'siths', 'must be inera-idp or demo'],
  ])('refuses %s=%s', (name, value, right) => {
    const faults = faultsOf({ [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${name} ${right}`);
  });

  it('names every fault at once, and shows no secret', () => {
    const faults = faultsOf({ PORT: 'x', SESSION_SECRET: 'hush', DATABASE_URL: 'hush:hush', LOG_LEVEL: 'y' });
    expect(faults).toHaveLength(4);
    expect(faults.join()).not.toContain('hush');
  });

  it('wants a bucket for S3, and no clock without the demo', () => {
    expect(faultsOf({ ATTACHMENT_STORE: 's3' })).toEqual([
      'ATTACHMENT_BUCKET must name the bucket when ATTACHMENT_STORE is s3',
    ]);
    expect(
      faultsOf({ ...PRODUCTION, NODE_ENV: 'development', DEMO: 'false', DEMO_NOW: '2026-11-24T19:20' }),
    ).toEqual(['DEMO_NOW is for the demo only; leave it out, or set DEMO to true']);
  });

  describe('in production', () => {
    it('takes what is right', () => {
      expect(parse(PRODUCTION)).toMatchObject({ DEMO: false, SESSION_SECRET: SECRET, clockOffsetMs: 0 });
    });

    it.each([
      ['DEMO', 'true'],
      ['DEMO', '1'],
      ['DEMO_NOW', '2026-11-24T19:20'],
      ['RESIDENT_OIDC_PROFILE', 'demo'],
      ['STAFF_OIDC_PROFILE', 'demo'],
      ['PUBLIC_URL', 'http://slussen.example.se'],
      ['WIDGET_HOSTS', 'https://www.1177.se http://www.example.se'],
      ['DATABASE_URL', 'postgresql://slussen@db/slussen'],
      ['DATABASE_URL', 'postgresql://slussen@10.0.0.7:5432/slussen?sslmode=disable'],
      ['DATABASE_URL', 'postgresql://slussen@db/slussen?sslmode=no-verify'],
      ['DATABASE_URL', 'postgresql://slussen@db/slussen?sslmode=prefer'],
      ['DATABASE_URL', 'postgresql://slussen@db/slussen?uselibpqcompat=true&sslmode=require'],
      ['DATABASE_URL', 'postgresql://slussen@localhost/slussen?host=db'],
      ['DATABASE_URL', 'postgresql://slussen@127.evil.example.se/slussen'],
      ['ATTACHMENT_ENDPOINT', 'http://s3.example.se'],
    ])('refuses %s=%s', (name, value) => {
      expect(faultsOf({ ...PRODUCTION, [name]: value }).join()).toContain(`${name} must`);
    });

    it.each([
      ['DATABASE_URL', 'postgresql://slussen@127.0.0.1:5432/slussen'],
      ['DATABASE_URL', 'postgresql://slussen@[::1]:5432/slussen'],
      ['DATABASE_URL', 'postgresql://slussen@localhost/slussen?host=/var/run/postgresql'],
      ['DATABASE_URL', 'postgresql://slussen@db/slussen?sslmode=require&sslrootcert=/ca.pem'],
      ['ATTACHMENT_ENDPOINT', 'http://127.0.0.1:9000'],
    ])('takes %s=%s', (name, value) => {
      expect(faultsOf({ ...PRODUCTION, [name]: value })).toEqual([]);
    });

    it.each(Object.keys(PRODUCTION).filter((name) => name !== 'NODE_ENV'))(
      'refuses to do without %s',
      (name) => {
        const { [name as 'PUBLIC_URL']: _, ...rest } = PRODUCTION;
        expect(faultsOf(rest)).toEqual([`${name} must be set when the demo is off`]);
      },
    );
  });
});

describe('parseDatabaseAddresses', () => {
  const OWNER = 'postgresql://owner:hush@localhost/slussen';
  const RUNNING = 'postgresql://service:hush@localhost/slussen';
  const faults = (raw: Record<string, string>): string => {
    try {
      parseDatabaseAddresses(raw);
      return '';
    } catch (error) {
      if (error instanceof EnvironmentError) return error.faults.join();
      throw error;
    }
  };

  it('refuses a password that was forgotten, as a role without one could not sign in', () => {
    const forgotten = 'postgresql://service:@localhost/slussen?host=/var/run/postgresql';
    expect(faults({ DATABASE_URL: forgotten, DATABASE_OWNER_URL: OWNER })).toBe(
      'DATABASE_URL must have a password after its colon',
    );
  });

  it('needs the addresses of both roles, and nothing else', () => {
    const both = { DATABASE_URL: RUNNING, DATABASE_OWNER_URL: OWNER };
    expect(parseDatabaseAddresses({ ...both, PORT: 'x', NODE_ENV: 'production' })).toEqual(both);
  });

  it.each([
    ['no owner', { DATABASE_URL: RUNNING }, 'DATABASE_OWNER_URL must be set'],
    ['no service', { DATABASE_OWNER_URL: OWNER }, 'DATABASE_URL must be set'],
    ['one role for both', { DATABASE_URL: OWNER, DATABASE_OWNER_URL: OWNER }, 'must be of another role'],
    ['no address', { DATABASE_URL: RUNNING, DATABASE_OWNER_URL: 'x' }, 'DATABASE_OWNER_URL must be like'],
    [
      'an owner who is overheard',
      { NODE_ENV: 'production', DATABASE_URL: RUNNING, DATABASE_OWNER_URL: 'postgresql://owner@db/slussen' },
      'DATABASE_OWNER_URL must end with ?sslmode=verify-full',
    ],
  ])('refuses %s, and tells no password', (_what, raw, fault) => {
    expect(faults(raw)).toContain(fault);
    expect(faults(raw)).not.toContain('hush');
  });
});

describe('what carries calls', () => {
  const livekit = {
    CALLS: 'livekit',
    LIVEKIT_URL: 'wss://livekit.example.se',
    LIVEKIT_API_KEY: 'slussen',
    LIVEKIT_API_SECRET: SECRET,
  };
  it.each([
    ['nothing said', {}, []],
    ['a whole LiveKit', livekit, []],
    ['another carrier', { CALLS: 'phone' }, ['CALLS must be direct or livekit']],
    [
      'LiveKit without a key',
      { ...livekit, LIVEKIT_API_KEY: '' },
      ['LIVEKIT_API_KEY must be set when CALLS is livekit'],
    ],
    [
      'a secret that is too short',
      { ...livekit, LIVEKIT_API_SECRET: 'short' },
      ['LIVEKIT_API_SECRET must be at least 32 characters'],
    ],
    [
      'an address that is no socket',
      { ...livekit, LIVEKIT_URL: 'https://x.se' },
      ['LIVEKIT_URL must be an address'],
    ],
    [
      'LiveKit in the clear, in production',
      { ...PRODUCTION, ...livekit, LIVEKIT_URL: 'ws://x.se' },
      ['LIVEKIT_URL must begin with wss:// in production'],
    ],
    [
      'a relay without its secret',
      { CALL_TURN_URLS: 'turn:t.se:3478' },
      ['CALL_TURN_SECRET must be set when CALL_TURN_URLS is'],
    ],
    [
      'relays only, and none of them',
      { CALL_RELAY_ONLY: 'true' },
      ['CALL_RELAY_ONLY must be false, or left out, unless CALL_TURN_URLS names relays'],
    ],
    [
      'relays only',
      { CALL_RELAY_ONLY: 'true', CALL_TURN_URLS: 'turn:t.se:3478', CALL_TURN_SECRET: SECRET },
      [],
    ],
    ['relays only, said wrong', { CALL_RELAY_ONLY: 'yes' }, ['CALL_RELAY_ONLY must be true or false']],
    ['a relay that is none', { CALL_TURN_URLS: 'http://t.se' }, ['CALL_TURN_URLS must be addresses']],
  ])('%s', (_what, raw, faults) => {
    const found = faultsOf(raw);
    expect(found).toHaveLength(faults.length);
    for (const [place, fault] of faults.entries()) expect(found[place]).toContain(fault);
  });

  it('may be several relays, separated by spaces', () => {
    const raw = { CALL_TURN_URLS: 'turn:a.se:3478 turns:a.se:443?transport=tcp', CALL_TURN_SECRET: SECRET };
    expect(parse(raw).CALL_TURN_URLS).toEqual(['turn:a.se:3478', 'turns:a.se:443?transport=tcp']);
  });
});

describe("the README's table of the configuration", () => {
  it('names every variable with its default, and no other', () => {
    const readme = readFileSync(path.join(PROJECT_ROOT, 'README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| `([A-Z0-9_]+)` \|([^|]*)\|/gm)];
    const documented = Object.fromEntries(rows.map(([, name, value]) => [name, value?.trim()]));
    const defaults = Object.entries(new Environment()).map(([name, value]) => [name, shown(value)]);
    expect(documented).toEqual(Object.fromEntries(defaults));
  });

  function shown(value: unknown): string {
    return value === undefined || (Array.isArray(value) && value.length === 0) ? '' : `\`${value}\``;
  }
});
