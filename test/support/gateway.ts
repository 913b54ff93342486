import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What came to the gateway. */
export interface Asked {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** nothing: the line breaks · never: it stays open, until `letGo` */
type Answer = { status: number; body: string } | 'nothing' | 'never';

/** The other side of an HTTP channel (an SMS gateway, a push service): it notes what it was asked, and answers as a test says. */
export class Gateway {
  readonly asked: Asked[] = [];
  answer: (asked: Asked) => Answer = () => ({ status: 200, body: '{}' });
  private readonly server: Server;
  private readonly kept = new Set<Socket>();

  private constructor() {
    this.server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const asked = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) };
        this.asked.push(asked);
        const answer = this.answer(asked);
        if (answer === 'nothing') request.socket.destroy();
        else if (answer === 'never') this.kept.add(request.socket);
        else response.writeHead(answer.status).end(answer.body);
      });
    });
  }

  static async open(): Promise<Gateway> {
    const gateway = new Gateway();
    gateway.server.listen(0, '127.0.0.1');
    await once(gateway.server, 'listening');
    return gateway;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Breaks the lines on which it has not answered. */
  letGo(): void {
    for (const socket of this.kept) socket.destroy();
    this.kept.clear();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
