import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PROJECT_ROOT } from '../../src/config/project-root.js';
import { freePort } from './ports.js';

/** The built program in a process group of its own, as `npm start` in a terminal has. */
export class Program {
  /** All that it has written, both streams. */
  output = '';
  /** What it wrote on the error stream alone. */
  errors = '';
  private isReady = false;
  private isToEnd = false;
  private readonly startedAt = performance.now();
  private readonly exit: Promise<unknown>;

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {
    child.stdout?.on('data', (bytes: Buffer) => {
      this.output += bytes;
    });
    child.stderr?.on('data', (bytes: Buffer) => {
      this.output += bytes;
      this.errors += bytes;
    });
    this.exit = once(child, 'close');
    child.on('exit', (code, signal) => {
      if (!this.isReady || this.isToEnd) return;
      process.stderr.write(
        `The program ended by itself (${signal ?? code}), after it said:\n${this.output.slice(-2_000)}\n`,
      );
    });
  }

  /** @param env all that it finds in its environment, besides PATH and, unless said, a PORT of its own */
  static async start(env: Record<string, string>): Promise<Program> {
    const PORT = env.PORT ?? String(await freePort());
    const child = spawn(process.execPath, ['--enable-source-maps', 'dist/src/main.js'], {
      cwd: PROJECT_ROOT,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, ...env, PORT },
    });
    return new Program(child, Number(PORT));
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  /** Milliseconds from its start until /health/ready answered well. */
  async ready(): Promise<number> {
    while (this.child.exitCode === null) {
      const response = await fetch(`${this.origin}/health/ready`).catch(() => null);
      if (response?.ok) {
        this.isReady = true;
        return performance.now() - this.startedAt;
      }
      await pause(50);
    }
    throw new Error(`It ended by itself:\n${this.output}`);
  }

  /** Sends a signal to the whole group, as a terminal does at Ctrl-C, and waits for the end. */
  async end(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL' = 'SIGINT'): Promise<number | null> {
    this.isToEnd = true;
    if (this.child.exitCode === null && this.child.signalCode === null) process.kill(-this.pid, signal);
    return this.exited();
  }

  /** Its exit code, once it has ended; null if a signal ended it. */
  async exited(): Promise<number | null> {
    await this.exit;
    return this.child.exitCode;
  }

  /** What of its log is a warning or worse. */
  get alarms(): string[] {
    return this.output.split('\n').filter((line) => /"level":[456]0/.test(line));
  }

  get pid(): number {
    if (!this.child.pid) throw new Error('The program was not started');
    return this.child.pid;
  }
}

/** The process of the PostgreSQL server that works on a data folder, or null. */
export async function postmasterOf(dataDir: string): Promise<number | null> {
  const file = await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(file.split('\n')[0]);
  if (!pid) return null;
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? pid : null;
  }
}

/** Address of the database of the embedded PostgreSQL that works on a data folder. */
export async function embeddedUrl(dataDir: string): Promise<string> {
  const file = await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
  return `postgresql://slussen@127.0.0.1:${file.split('\n')[3]}/slussen`;
}
