import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** As much of S3 as putting and getting objects needs, for the real client to speak with. */
export class Bucket {
  readonly objects = new Map<string, { bytes: Buffer; headers: IncomingMessage['headers'] }>();
  /** Answers every PUT with that error instead. */
  refuseWith: { status: number; code: string } | null = null;
  private readonly server: Server;

  private constructor() {
    this.server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const key = (request.url ?? '').split('?')[0] ?? '';
      const error = (status: number, code: string) =>
        response
          .writeHead(status, { 'content-type': 'application/xml' })
          .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
      if (request.method === 'PUT') {
        if (this.refuseWith) return error(this.refuseWith.status, this.refuseWith.code);
        this.objects.set(key, { bytes: Buffer.concat(chunks), headers: request.headers });
        return response.writeHead(200, { etag: '"x"' }).end();
      }
      const found = this.objects.get(key);
      if (!found) return error(404, 'NoSuchKey');
      return response.writeHead(200, { 'content-length': found.bytes.length }).end(found.bytes);
    });
  }

  static async start(): Promise<Bucket> {
    const bucket = new Bucket();
    await new Promise<void>((resolve) => bucket.server.listen(0, '127.0.0.1', resolve));
    return bucket;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
