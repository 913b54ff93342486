import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { freePort } from './ports.js';
import { until } from './until.js';

const KEY = 'slussen-tests';
const SECRET = 'a-secret-of-livekit-for-tests-only-1234';

/** Whether there is a LiveKit server to try calls with: one on the PATH, or one that is named. */
export function hasLiveKit(): boolean {
  return Boolean(process.env.LIVEKIT_URL) || onPath() !== null;
}

function onPath(): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return (
    folders.map((folder) => path.join(folder, 'livekit-server')).find((file) => existsSync(file)) ?? null
  );
}

/** A LiveKit server for one scene: our own on the loopback, or the one that `LIVEKIT_URL` names, with its key. */
export class LiveKit {
  private child?: ChildProcess;
  private output = '';

  private constructor(
    /** What the application needs to know of it. */
    readonly env: Record<string, string>,
    private readonly ports: { http: number; tcp: number; udp: number } | null,
  ) {}

  static async choose(): Promise<LiveKit> {
    const { LIVEKIT_URL, LIVEKIT_API_KEY = '', LIVEKIT_API_SECRET = '' } = process.env;
    if (LIVEKIT_URL)
      return new LiveKit({ CALLS: 'livekit', LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET }, null);
    const ports = { http: await freePort(), tcp: await freePort(), udp: await freePort() };
    const env = {
      CALLS: 'livekit',
      LIVEKIT_URL: `ws://127.0.0.1:${ports.http}`,
      LIVEKIT_API_KEY: KEY,
      LIVEKIT_API_SECRET: SECRET,
    };
    return new LiveKit(env, ports);
  }

  /** Whether it tells the application what happens: one that somebody else runs does not. */
  get tells(): boolean {
    return this.ports !== null;
  }

  /** @param origin of the application, which it tells what happens */
  async start(origin: string): Promise<void> {
    const program = onPath();
    if (!this.ports || !program) return;
    const config = {
      port: this.ports.http,
      bind_addresses: ['127.0.0.1'],
      rtc: {
        tcp_port: this.ports.tcp,
        udp_port: this.ports.udp,
        node_ip: '127.0.0.1',
        use_external_ip: false,
        enable_loopback_candidate: true,
        ips: { includes: ['127.0.0.1/32'] },
      },
      keys: { [KEY]: SECRET },
      room: { auto_create: false },
      webhook: { api_key: KEY, urls: [`${origin}/api/calls/livekit-events`] },
      logging: { level: 'warn' },
    };
    this.child = spawn(program, ['--config-body', JSON.stringify(config)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (bytes: Buffer) => {
        this.output += bytes;
      });
    }
    const answers = () =>
      fetch(`http://127.0.0.1:${this.ports?.http}`).then(
        () => true,
        () => false,
      );
    await until('LiveKit answers', answers, 15_000).catch((error: Error) => {
      throw new Error(`${error.message}:\n${this.output}`);
    });
  }

  /** Ends it as if its machine were gone. */
  async end(): Promise<void> {
    if (!this.child || this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }
}
