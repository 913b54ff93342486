import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PROJECT_ROOT } from '../src/config/project-root.js';
import { asRunningRole, createDatabase, queryAsOwner } from './support/database.js';
import { copyFewFlows } from './support/flows.js';
import { Resident } from './support/people.js';
import { freePort } from './support/ports.js';
import { embeddedUrl, Program, postmasterOf } from './support/program.js';

/** A few seconds on a machine that does nothing else. */
const FIRST_START_MS = 60_000;
/** Container platforms kill what has not stopped ten seconds after it was asked to. */
const STOP_MS = 10_000;
const UPGRADE = [
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
  'Host: localhost',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  '\r\n',
].join('\r\n');

/** What the first start leaves after a clean stop: where tests begin that are not about making the database. */
let madeBefore: string;
/** Flows of which it reads few. */
let fewFlows: string;
let folder: string;
const programs: Program[] = [];

beforeAll(async () => {
  madeBefore = await mkdtemp(path.join(tmpdir(), 'slussen-made-'));
  fewFlows = await mkdtemp(path.join(tmpdir(), 'slussen-few-flows-'));
  await copyFewFlows(fewFlows);
});

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'slussen-start-'));
});

afterAll(async () => {
  for (const made of [madeBefore, fewFlows]) await rm(made, { recursive: true, force: true });
});

/** Whatever a test left behind ends here, PostgreSQL too. */
afterEach(async () => {
  for (const program of programs.splice(0)) await program.end('SIGKILL');
  const postmaster = await postmasterOf(folder);
  if (postmaster) process.kill(postmaster, 'SIGQUIT');
  while (await postmasterOf(folder)) await pause(50);
  await rm(folder, { recursive: true, force: true });
});

/** On few flows, unless said. */
async function start(env: Record<string, string> = {}): Promise<Program> {
  return startWhole({ FLOWS_DIR: fewFlows, ...env });
}

/** With all that it starts with by itself. */
async function startWhole(env: Record<string, string> = {}): Promise<Program> {
  const program = await Program.start({ DATA_DIR: folder, ...env });
  programs.push(program);
  return program;
}

/** On a database that an earlier start has made. */
async function startAgain(env: Record<string, string> = {}): Promise<Program> {
  if ((await readdir(madeBefore)).length > 0) copy(madeBefore, folder);
  return start(env);
}

/** With owners and modes, as PostgreSQL insists on both. */
function copy(from: string, to: string): void {
  expect(spawnSync('cp', ['-a', `${from}/.`, to], { stdio: 'inherit' }).status).toBe(0);
}

/** When the database's folder was made. */
async function madeAt(): Promise<Date> {
  return (await stat(path.join(folder, 'postgres', 'PG_VERSION'))).mtime;
}

async function expectRefusal(program: Program, text: string): Promise<void> {
  expect(await program.exited()).toBe(1);
  expect(program.errors).toContain(text);
  expect(program.errors).not.toMatch(/^\s+at /m);
}

describe('npm start', () => {
  it('is ready soon; stops cleanly at Ctrl-C with people connected; starts again with all data, nothing made anew', async () => {
    const first = await startWhole();
    expect(await first.ready()).toBeLessThan(FIRST_START_MS);
    expect(first.output.trim().split('\n')[0]).toMatch(/^Slussen is ready: http:/);

    const resident = await Resident.visit(first.origin);
    const { id } = await resident.start('Ont i ryggen');
    const socket = await resident.socket();
    const made = await madeAt();
    expect(await first.end('SIGINT')).toBe(0);
    socket.close();
    expect(await postmasterOf(folder)).toBeNull();
    expect({ errors: first.errors, alarms: first.alarms }).toEqual({ errors: '', alarms: [] });

    const second = await startWhole({ PORT: String(first.port) });
    await second.ready();
    expect(await resident.ok('GET', `/api/cases/${id}`)).toMatchObject({ id, words: 'Ont i ryggen' });
    expect(await madeAt()).toEqual(made);
    expect(await second.end('SIGTERM')).toBe(0);
    copy(folder, madeBefore);
  });

  it('stops although a phone that chats has gone silent', async () => {
    const program = await startAgain();
    await program.ready();
    const phone = connect(program.port, 'localhost');
    phone.write(UPGRADE);
    await once(phone, 'data');
    const asked = performance.now();
    expect(await program.end('SIGTERM')).toBe(0);
    expect(performance.now() - asked).toBeLessThan(STOP_MS);
    phone.destroy();
  });

  it('recovers after it was killed hard, with PostgreSQL left behind and with PostgreSQL killed as well', async () => {
    const first = await startAgain();
    await first.ready();
    const resident = await Resident.visit(first.origin);
    const { id } = await resident.start('Ont i halsen');
    await first.end('SIGKILL');
    const leftBehind = await postmasterOf(folder);
    expect(leftBehind).not.toBeNull();
    // As in a folder of a version that had one role for all.
    await queryAsOwner(await embeddedUrl(folder), 'DROP OWNED BY slussen_service; DROP ROLE slussen_service');

    const second = await start({ PORT: String(first.port) });
    await second.ready();
    expect(await postmasterOf(folder)).toBe(leftBehind);
    expect(await resident.ok('GET', `/api/cases/${id}`)).toMatchObject({ id });
    const { rows } = await queryAsOwner(
      await embeddedUrl(folder),
      `SELECT DISTINCT usename AS role FROM pg_stat_activity WHERE application_name IN ('slussen', 'slussen router', 'slussen listener')`,
    );
    expect(rows).toEqual([{ role: 'slussen_service' }]);
    await second.end('SIGKILL');
    process.kill(leftBehind as number, 'SIGKILL');
    while (await postmasterOf(folder)) await pause(50);

    const third = await start({ PORT: String(first.port) });
    await third.ready();
    expect(await resident.ok('GET', `/api/cases/${id}`)).toMatchObject({ id });
    expect(await third.end()).toBe(0);
    expect(await postmasterOf(folder)).toBeNull();
  });

  it('makes the database anew when it was killed while making it; Ctrl-C in the middle leaves nothing running', async () => {
    const killed = await start();
    const half = path.join(folder, 'postgres.new');
    while (!(await stat(path.join(half, 'PG_VERSION')).catch(() => null))) await pause(10);
    await killed.end('SIGKILL');
    await expect(stat(path.join(folder, 'postgres'))).rejects.toThrow('ENOENT');

    const interrupted = await start();
    while (!(await postmasterOf(folder))) await pause(10);
    expect(await interrupted.end('SIGINT')).toBe(0);
    expect(await postmasterOf(folder)).toBeNull();

    await (await start()).ready();
  });

  it('refuses a second start on the same folder, and the first goes on', async () => {
    const first = await startAgain();
    await first.ready();
    await expectRefusal(
      await start(),
      `Slussen already runs on the folder ${folder} (process ${first.pid}); stop it first, or set DATA_DIR`,
    );
    expect((await fetch(`${first.origin}/health/ready`)).status).toBe(200);
  });

  it('names the file and the field when a text for residents lacks a language', async () => {
    const file = path.join(folder, 'texts.yaml');
    const texts = await readFile(path.join(PROJECT_ROOT, 'src/care-units/region-information.yaml'), 'utf8');
    const title = 'title: { sv: Hjälp och kontakt, en: Help and contact }';
    const program = startAgain({ REGION_INFORMATION: file });
    await writeFile(file, texts.replace(title, 'title: { sv: Hjälp och kontakt }'));
    await expectRefusal(await program, `The texts of REGION_INFORMATION, ${file}, are not right:\n  line `);
    expect((await program).errors).toContain(', help.title: must have en');
  });

  it('says so when the port is taken, and leaves no PostgreSQL behind', async () => {
    const port = await freePort();
    const other = createServer().listen(port);
    try {
      await expectRefusal(
        await startAgain({ PORT: String(port) }),
        `The port ${port} is taken by another program; set PORT to another one`,
      );
      expect(await postmasterOf(folder)).toBeNull();
    } finally {
      other.close();
    }
  });

  it('starts no PostgreSQL of its own with DATABASE_URL, and stops although a request hangs', async () => {
    const database = await createDatabase();
    const program = await start({ DATABASE_URL: database.url });
    await program.ready();
    await expect(stat(path.join(folder, 'postgres'))).rejects.toThrow('ENOENT');
    const hanging = await halfARequest(program.port);
    expect(await program.end()).toBe(0);
    hanging.destroy();
    expect({ errors: program.errors, alarms: program.alarms }).toEqual({ errors: '', alarms: [] });
    await database.drop();
  });
});

describe('npm start refuses', () => {
  it('a database that does not answer, without telling its password', async () => {
    const program = await start({ DATABASE_URL: `postgresql://me:hush@127.0.0.1:${await freePort()}/x` });
    await expectRefusal(program, 'PostgreSQL at DATABASE_URL cannot be used: connect ECONNREFUSED');
    expect(program.output).not.toContain('hush');
  });

  it('to run in production as who may change its tables, or on tables of an earlier version', async () => {
    const database = await createDatabase();
    const production = {
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://slussen.example.se',
      SESSION_SECRET: 'a-secret-for-tests-that-is-long-enough',
      RESIDENT_OIDC_ISSUER: 'https://residents.example.se',
      RESIDENT_OIDC_CLIENT_ID: 'slussen',
      STAFF_OIDC_ISSUER: 'https://staff.example.se',
      STAFF_OIDC_CLIENT_ID: 'slussen',
    };
    await expectRefusal(
      await start({ ...production, DATABASE_URL: database.url }),
      'DATABASE_URL is of slussen, who may change and empty tables',
    );
    await expectRefusal(
      await start({ ...production, DATABASE_URL: asRunningRole(database.url) }),
      'The database is from an earlier version: run `npm run migrate` with DATABASE_OWNER_URL',
    );
    await database.drop();
  });

  it('a wrong environment, naming each variable and what would be right', async () => {
    const program = await start({ PORT: 'http', REOPEN_HOURS: '-1' });
    await expectRefusal(program, 'PORT must be a whole number from 0 to 65535');
    expect(program.errors).toContain('REOPEN_HOURS must be a whole number of hours from 0 to 720');
  });

  it('anything of the demo in production', async () => {
    await expectRefusal(
      await start({ NODE_ENV: 'production', DEMO: 'true' }),
      'DEMO must be false, or left out, when NODE_ENV is production',
    );
  });

  it('a flow file with an error, with file, line and what is wrong; PostgreSQL is stopped', async () => {
    const flows = path.join(folder, 'flows');
    await cp(fewFlows, flows, { recursive: true });
    const file = path.join(flows, 'back-joints-injuries', 'back-pain', 'flow.yaml');
    const lines = (await readFile(file, 'utf8')).split('\n');
    const line = lines.findIndex((each) => each.startsWith('version:'));
    lines[line] = 'version: newest';
    await writeFile(file, lines.join('\n'));
    await expectRefusal(await startAgain({ FLOWS_DIR: flows }), `${file}:${line + 1}: `);
    expect(await postmasterOf(folder)).toBeNull();
  });
});

/** A request that has begun and never ends. */
async function halfARequest(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const head = 'POST /api/resident-session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
  socket.write(`${head}Content-Length: 100\r\n\r\n{`);
  await pause(200);
  return socket;
}
