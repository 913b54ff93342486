import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { Environment } from '../src/config/environment.js';
import { parseDatabaseAddresses } from '../src/config/parse-environment.js';
import { PROJECT_ROOT } from '../src/config/project-root.js';

const COMPOSE = path.join('docker', 'compose.yaml');
const hasCompose = spawnSync('docker', ['compose', 'version']).status === 0;
if (!hasCompose) process.stderr.write('Skipped, because `docker compose` is missing: the check of docker/\n');

/** What compose makes of the file, with everything of every profile. */
function config(folder: string) {
  const args = ['compose', '-f', COMPOSE, '--profile', '*', 'config'];
  return parse(
    execFileSync('docker', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
}

describe('docker/livekit.yaml', () => {
  const file = (name: string) => readFileSync(path.join(PROJECT_ROOT, 'docker', name), 'utf8');

  it('makes no room that the service did not ask for, tells the service, and asks nobody outside for addresses', () => {
    const { room, webhook, rtc, turn } = parse(file('livekit.yaml'));
    expect(room.auto_create).toBe(false);
    expect(webhook.urls).toEqual(['http://slussen:3000/api/calls/livekit-events']);
    expect(rtc).toMatchObject({ use_external_ip: false });
    expect(rtc.stun_servers).toBeUndefined();
    // With its own TURN over UDP, LiveKit names no other STUN server to browsers.
    expect(turn).toMatchObject({ enabled: true, udp_port: 3478 });
  });

  it('has its ports opened by compose, and its key named as the service names it', () => {
    const { rtc, turn, webhook, redis } = parse(file('livekit.yaml'));
    const { services } = parse(file('compose.yaml'));
    const opened = [`${rtc.tcp_port}/tcp`, `${rtc.udp_port}/udp`, `${turn.udp_port}/udp`];
    expect(services.livekit.ports.map((each: string) => each.split(':')[1])).toEqual(opened);
    expect(services.slussen.environment.LIVEKIT_API_KEY).toBe(webhook.api_key);
    expect(services.livekit.environment.LIVEKIT_KEYS).toMatch(new RegExp(`^${webhook.api_key}: `));
    expect(Object.keys(services)).toContain(redis.address.split(':')[0]);
    expect(JSON.stringify(parse(file('livekit.yaml')))).not.toMatch(/secret|egress|record/i);
  });
});

describe('docker/compose.yaml', () => {
  it('tells the service nothing of the role that owns the tables, and lets no network reach the database', () => {
    const { services } = parse(readFileSync(path.join(PROJECT_ROOT, COMPOSE), 'utf8'));
    const { slussen, migrate, postgres } = services;
    expect(slussen.environment.POSTGRES_PASSWORD).toBe('');
    expect(JSON.stringify(slussen)).not.toMatch(/DATABASE_OWNER_URL|\$\{POSTGRES_PASSWORD/);
    expect(Object.keys(migrate.environment)).toEqual(['DATABASE_OWNER_URL', 'DATABASE_URL']);
    expect(parseDatabaseAddresses({ ...migrate.environment, NODE_ENV: 'production' })).toEqual(
      migrate.environment,
    );
    expect(slussen.environment.DATABASE_URL).toBe(migrate.environment.DATABASE_URL);
    expect(slussen.depends_on.migrate.condition).toBe('service_completed_successfully');
    expect(postgres.command).toContain('-clisten_addresses=');
    expect(postgres.ports).toBeUndefined();
    const rules = readFileSync(path.join(PROJECT_ROOT, 'docker/pg_hba.conf'), 'utf8');
    expect(rules.split('\n').filter((line) => line && !line.startsWith('#'))).toEqual([
      'local all all scram-sha-256',
    ]);
  });
});

describe('docker/Dockerfile', () => {
  it('takes along every file beside the built program that the program reads', () => {
    const copied = readFileSync(path.join(PROJECT_ROOT, 'docker/Dockerfile'), 'utf8');
    const code = readdirSync(path.join(PROJECT_ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/\.spec\.ts$|^(?:demo|web|flow-tools)\//.test(name))
      .map((name) => readFileSync(path.join(PROJECT_ROOT, 'src', name), 'utf8'));
    const read = code.flatMap((text) => text.match(/(?<=PROJECT_ROOT, ')src\/[^']+(?=')/g) ?? []);
    expect(read.length).toBeGreaterThan(0);
    expect(read.filter((file) => !copied.includes(`COPY ${file} `))).toEqual([]);
  });
});

(hasCompose ? describe : describe.skip)('docker/ by compose', () => {
  it('is right as it lies', () => {
    expect(Object.keys(config(PROJECT_ROOT).services).sort()).toEqual([
      'livekit',
      'migrate',
      'postgres',
      'proxy',
      'slussen',
      'valkey',
    ]);
  });

  it('hands on what docker/.env says, under names that the program knows', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'slussen-docker-'));
    try {
      cpSync(path.join(PROJECT_ROOT, 'docker'), path.join(folder, 'docker'), { recursive: true });
      renameSync(path.join(folder, 'docker', '.env.example'), path.join(folder, 'docker', '.env'));
      const { slussen, proxy, livekit } = config(folder).services;
      expect(slussen.environment.PUBLIC_URL).toBe('https://slussen.example.se');
      expect(proxy.environment.PUBLIC_URL).toBe('https://slussen.example.se');
      expect(proxy.environment.LIVEKIT_SITE).toBe('https://livekit.example.se');
      expect(slussen.environment).toMatchObject({
        CALLS: 'livekit',
        LIVEKIT_URL: 'wss://livekit.example.se',
      });
      expect(livekit.environment.LIVEKIT_KEYS).toMatch(/^slussen:/);
      const ofOthers = ['POSTGRES_PASSWORD', 'SERVICE_PASSWORD', 'LIVEKIT_SITE', 'LIVEKIT_NODE_IP'];
      const known = [...Object.keys(new Environment()), ...ofOthers];
      expect(Object.keys(slussen.environment).filter((name) => !known.includes(name))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
