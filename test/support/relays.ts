import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { freePort } from './ports.js';
import { until } from './until.js';

const SECRET = 'a-secret-of-relays-for-tests-only';

function onPath(): string | null {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin'];
  return folders.map((folder) => path.join(folder, 'turnserver')).find((file) => existsSync(file)) ?? null;
}

/** Whether there is a TURN server (coturn) to try calls with. */
export function hasRelays(): boolean {
  return onPath() !== null;
}

/** A TURN server of our own on the loopback that knows time-limited passwords; it can be killed, and come again. */
export class Relay {
  private child?: ChildProcess;
  private output = '';

  private constructor(
    private readonly address: string,
    private readonly port: number,
    private readonly media: { from: number; to: number },
  ) {}

  /** @param address of its own, and a part of the ports for media */
  static async choose(address: string, media: { from: number; to: number }): Promise<Relay> {
    return new Relay(address, await freePort(), media);
  }

  get url(): string {
    return `turn:${this.address}:${this.port}?transport=udp`;
  }

  async start(): Promise<void> {
    const program = onPath();
    if (!program) throw new Error('There is no turnserver on the PATH');
    this.output = '';
    const settings = [
      '-n', // no configuration file
      '--no-cli',
      '--no-tls',
      '--no-dtls',
      '--log-file=stdout',
      '--verbose',
      '--use-auth-secret',
      `--static-auth-secret=${SECRET}`,
      '--realm=slussen.test',
      `--listening-ip=${this.address}`,
      `--listening-port=${this.port}`,
      `--relay-ip=${this.address}`,
      `--min-port=${this.media.from}`,
      `--max-port=${this.media.to}`,
      '--allow-loopback-peers',
      '--pidfile=/dev/null',
    ];
    const child = spawn(program, settings, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes: Buffer) => {
        this.output += bytes;
      });
    }
    const listens = () => {
      if (child.exitCode !== null) throw new Error(`The relay ended by itself:\n${this.output}`);
      return this.output.includes(`UDP listener opened on: ${this.address}:${this.port}`);
    };
    await until('the relay listens', listens).catch((error: Error) => {
      throw new Error(`${error.message}\n${this.output}`);
    });
  }

  /** How many have been given a relayed address. */
  get allocations(): number {
    return [...this.output.matchAll(/ALLOCATE processed, success/g)].length;
  }

  /** Ends it as if its machine were gone. */
  async end(): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}

/** What an application needs to know of its relays. */
export function relayEnvironment(relays: readonly Relay[]): Record<string, string> {
  return {
    CALL_TURN_URLS: relays.map(({ url }) => url).join(' '),
    CALL_TURN_SECRET: SECRET,
    CALL_RELAY_ONLY: 'true',
  };
}
