import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came to the gateway. */
export interface Asked {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

type Answer = { status: number; body: string } | 'nothing';

/** The other side of an HTTP channel (an SMS gateway, a push service): it notes what it was asked, and answers as a test says. */
export class Gateway {
  readonly asked: Asked[] = [];
  answer: (asked: Asked) => Answer = () => ({ status: 200, body: '{}' });
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const asked = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) };
        this.asked.push(asked);
        const answer = this.answer(asked);
        if (answer === 'nothing') request.socket.destroy();
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

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
