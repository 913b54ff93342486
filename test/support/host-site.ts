import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

/** Somebody else's site, with one page, at an origin of its own. */
export class HostSite {
  private constructor(private readonly server: Server) {}

  /** @param body what stands in the page; may be changed later */
  static async open(body = ''): Promise<HostSite> {
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><html lang="sv"><head><title>Värdsida</title></head><body><main><h1>Värdsida</h1>${site.body}</main></body></html>`,
      );
    });
    const site = new HostSite(server);
    site.body = body;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return site;
  }

  body = '';

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as { port: number }).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
