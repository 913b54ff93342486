import { execFile, execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { chromiumWith } from './chromium-launch.js';

const run = promisify(execFile);
const ip = (...words: string[]) => run('ip', words);

const NAME = `slussen-${process.pid}`;
const [NEAR, FAR] = [`sl${process.pid}a`, `sl${process.pid}b`];
const NET = `10.213.${process.pid % 250}`;

/** Why no browser can be put in a network of its own here; null when one can. */
export function whyNoOtherNetwork(): string | null {
  try {
    execFileSync('ip', ['netns', 'add', NAME], { stdio: 'ignore' });
    execFileSync('ip', ['link', 'add', NEAR, 'type', 'veth', 'peer', 'name', FAR, 'netns', NAME], {
      stdio: 'ignore',
    });
    return null;
  } catch {
    return 'this machine allows no network namespace (Linux, iproute2 and root are needed)';
  } finally {
    try {
      execFileSync('ip', ['netns', 'del', NAME], { stdio: 'ignore' });
    } catch {
      // There was none.
    }
  }
}

/** A network of its own, tied to the machine's by one cable: a browser in it can be given another address. */
export class OtherNetwork {
  private browser?: Browser;
  private last = 2;

  private constructor(private readonly folder: string) {}

  static async open(): Promise<OtherNetwork> {
    const network = new OtherNetwork(await mkdtemp(path.join(tmpdir(), 'slussen-network-')));
    await ip('netns', 'add', NAME);
    await ip('link', 'add', NEAR, 'type', 'veth', 'peer', 'name', FAR, 'netns', NAME);
    // Addresses that appear by themselves a second later abort what a browser is loading then.
    await ip('link', 'set', NEAR, 'addrgenmode', 'none');
    await ip('-n', NAME, 'link', 'set', FAR, 'addrgenmode', 'none');
    await ip('addr', 'add', `${network.gateway}/24`, 'dev', NEAR);
    await ip('link', 'set', NEAR, 'up');
    await ip('-n', NAME, 'link', 'set', 'lo', 'up');
    await ip('-n', NAME, 'addr', 'add', `${network.address}/24`, 'dev', FAR);
    await ip('-n', NAME, 'link', 'set', FAR, 'up');
    await ip('-n', NAME, 'route', 'add', 'default', 'via', network.gateway);
    return network;
  }

  /** The machine, seen from there. */
  get gateway(): string {
    return `${NET}.1`;
  }

  get address(): string {
    return `${NET}.${this.last}`;
  }

  async launch(): Promise<Browser> {
    const { executablePath, args } = chromiumWith();
    const program = path.join(this.folder, 'chromium');
    await writeFile(program, `#!/bin/sh\nexec ip netns exec ${NAME} '${executablePath}' "$@"\n`);
    await chmod(program, 0o755);
    this.browser = await chromium.launch({ executablePath: program, args });
    return this.browser;
  }

  /** As when a phone goes to another network: the address is another one, and the old one is gone. */
  async changeAddress(): Promise<void> {
    const old = this.address;
    this.last += 1;
    await ip('-n', NAME, 'addr', 'del', `${old}/24`, 'dev', FAR);
    await ip('-n', NAME, 'addr', 'add', `${this.address}/24`, 'dev', FAR);
    await ip('-n', NAME, 'route', 'replace', 'default', 'via', this.gateway);
  }

  async close(): Promise<void> {
    await this.browser?.close();
    await ip('netns', 'del', NAME);
    await rm(this.folder, { recursive: true, force: true });
  }
}
