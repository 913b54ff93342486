import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * `open`: all gets through · `cut`: connections are reset and new ones refused · `dead`: nothing is said, nothing gets
 * through either way · `deaf`: what the browser says arrives, what the server answers is lost.
 */
type LineState = 'open' | 'cut' | 'dead' | 'deaf';

const VERSION = 5;
const NO_PASSWORD = Buffer.from([VERSION, 0]);
const CONNECTED = Buffer.from([VERSION, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
const DOMAIN = 3;
const V6 = 4;

/**
 * One person's line to the network: a SOCKS5 proxy (RFC 1928) that a browser goes through, and that fails as networks
 * do. Bytes that were lost while it was dead or deaf never come; such a connection is dead for good, as behind a
 * router that has forgotten it, and only a new one helps.
 */
export class NetworkLine {
  private state: LineState = 'open';
  private readonly links = new Set<Link>();

  private constructor(private readonly server: Server) {
    server.on('connection', (near) => this.take(near));
  }

  /** @param host the address at which the browser finds it */
  static async open(host = '127.0.0.1'): Promise<NetworkLine> {
    const server = createServer();
    server.listen(0, host);
    await once(server, 'listening');
    return new NetworkLine(server);
  }

  /** For a browser's proxy setting. */
  get address(): string {
    const { address, port } = this.server.address() as AddressInfo;
    return `socks5://${address}:${port}`;
  }

  cut(): void {
    this.state = 'cut';
    for (const link of this.links) link.reset();
  }

  /** Goes dead without a word; of the connections that there are, for good. */
  die(): void {
    this.state = 'dead';
    for (const link of this.links) link.lose('both');
  }

  /** Loses what the server says; of the connections that there are, for good. */
  deafen(): void {
    this.state = 'deaf';
    for (const link of this.links) link.lose('answers');
  }

  /** New connections get through again. */
  restore(): void {
    this.state = 'open';
  }

  async close(): Promise<void> {
    for (const link of this.links) link.reset();
    this.server.close();
    await once(this.server, 'close');
  }

  private take(near: Socket): void {
    if (this.state === 'cut') {
      near.resetAndDestroy();
      return;
    }
    const link = new Link(near);
    this.links.add(link);
    if (this.state === 'dead') link.lose('both');
    else if (this.state === 'deaf') link.lose('answers');
    link.greet().catch(() => link.reset());
  }
}

/** One connection: the browser's end, and the server's once it is known. */
class Link {
  private far?: Socket;
  private lost: 'nothing' | 'answers' | 'both' = 'nothing';

  constructor(private readonly near: Socket) {
    near.on('error', () => this.reset());
    // Over a dead line the server does not hear that the browser has given up.
    near.on('close', () => this.lost !== 'both' && this.far?.destroy());
  }

  lose(what: 'answers' | 'both'): void {
    this.lost = what;
  }

  reset(): void {
    this.near.resetAndDestroy();
    this.far?.resetAndDestroy();
  }

  /** What SOCKS says before it passes bytes on: the greeting, and where to. */
  async greet(): Promise<void> {
    await this.heard();
    this.near.write(NO_PASSWORD);
    const request = await this.heard();
    const far = connect(destination(request));
    this.far = far;
    far.on('error', () => this.near.resetAndDestroy());
    await once(far, 'connect');
    this.near.write(CONNECTED);
    this.near.on('data', (bytes) => this.lost !== 'both' && far.write(bytes));
    far.on('data', (bytes) => this.lost === 'nothing' && this.near.write(bytes));
    far.on('close', () => this.lost === 'nothing' && this.near.destroy());
  }

  private async heard(): Promise<Buffer> {
    const [bytes] = (await once(this.near, 'data')) as [Buffer];
    // What comes while the line is dead is never answered.
    if (this.lost === 'both') await once(this.near, 'close');
    return bytes;
  }
}

/** Where a SOCKS request wants to go: version, command, 0, kind of address, address, port. */
function destination(request: Buffer): { host: string; port: number } {
  const kind = request[3];
  const [start, length] = kind === DOMAIN ? [5, request[4] ?? 0] : [4, kind === V6 ? 16 : 4];
  const address = request.subarray(start, start + length);
  const port = request.readUInt16BE(start + length);
  if (kind === DOMAIN) return { host: address.toString('ascii'), port };
  if (kind === V6) return { host: address.toString('hex').match(/.{4}/g)?.join(':') ?? '', port };
  return { host: address.join('.'), port };
}
