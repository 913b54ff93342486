import type { NextFunction, Request, Response } from 'express';
import type { Settings } from './environment.js';
import { securityHeaders } from './security-headers.js';

type Headers = Record<string, unknown>;

/** The headers of an answer to that path, in which that file of the pages is sent, if any; names in small letters. */
function headersOf(path: string, settings: Partial<Settings> = {}, file?: string): Headers {
  return asked(path, settings, file).headers;
}

function asked(path: string, settings: Partial<Settings>, file?: string) {
  const headers: Headers = {};
  const request = { path } as Request;
  const response = {
    req: request,
    setHeader: (name: string, value: unknown) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: (name: string) => delete headers[name.toLowerCase()],
  } as unknown as Response;
  const given = { NODE_ENV: 'production', DEMO: false, WIDGET_HOSTS: [], PORT: 3000, ...settings } as unknown;
  const { ofAnswer, ofFile } = securityHeaders(given as Settings);
  let refused: unknown;
  const next: NextFunction = (error) => {
    refused = error;
  };
  ofAnswer(request, response, next);
  if (file) ofFile(response, file);
  return { headers, refused };
}

const policyOf = (headers: Headers) => String(headers['content-security-policy']);
const scriptsOf = (headers: Headers) => /script-src [^;]*/.exec(policyOf(headers))?.[0];

describe('security headers', () => {
  it('let no browser keep what the API answers; the pages may be kept', () => {
    expect(headersOf('/api/cases/1')['cache-control']).toBe('no-store');
    expect(headersOf('/api/desk/queue')['cache-control']).toBe('no-store');
    expect(headersOf('/widget/')['cache-control']).toBeUndefined();
  });

  it('let pages speak with our own origin only, sockets too', () => {
    const policy = policyOf(headersOf('/desk/', { PUBLIC_URL: 'https://slussen.example.se' }));
    expect(policy).toContain("connect-src 'self' wss://slussen.example.se;");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('let pages speak with LiveKit too where it carries calls, and use camera and microphone themselves', () => {
    const livekit = { CALLS: 'livekit', LIVEKIT_URL: 'wss://livekit.example.se' } as const;
    const settings = { PUBLIC_URL: 'https://slussen.example.se', ...livekit };
    for (const page of ['desk', 'widget', 'guest']) {
      const headers = headersOf(`/${page}/`, settings, `${page}/index.html`);
      expect(policyOf(headers)).toContain(
        "connect-src 'self' wss://slussen.example.se wss://livekit.example.se https://livekit.example.se;",
      );
      expect(headers['permissions-policy']).toBe(
        'camera=(self), microphone=(self), screen-wake-lock=(self), geolocation=()',
      );
    }
  });

  it('let WebAssembly run in the worker that draws the flows, and nowhere else', () => {
    const drawing = headersOf('/assets/x.js', {}, 'assets/draw-worker-Ab_3-x.js');
    expect(scriptsOf(drawing)).toBe("script-src 'self' 'wasm-unsafe-eval'");
    for (const page of ['desk', 'widget', 'guest']) {
      expect(scriptsOf(headersOf(`/${page}/`, {}, `${page}/index.html`))).toBe("script-src 'self'");
    }
    expect(scriptsOf(headersOf('/assets/draw-worker-x.js', {}, 'desk/draw-worker-x.js'))).toBe(
      "script-src 'self'",
    );
  });

  it('let what is no page do nothing by itself: parts of pages, and what the API answers', () => {
    const parts = ['assets/main-Ab3.js', 'assets/shared-B_3-x.css', 'assets/main-Ab3.js.br'];
    for (const headers of [...parts.map((file) => headersOf('/', {}, file)), headersOf('/api/cases/1')]) {
      expect(policyOf(headers)).toBe("default-src 'none';frame-ancestors 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    }
  });

  it('let only the host pages of the configuration frame the widget', () => {
    const hosts = { WIDGET_HOSTS: ['https://www.1177.se'] };
    const widget = headersOf('/widget/', hosts, 'widget/index.html');
    expect(policyOf(widget)).toContain("frame-ancestors 'self' https://www.1177.se");
    expect(widget).not.toHaveProperty('x-frame-options');
    expect(headersOf('/widget.js', hosts, 'widget.js')['cross-origin-resource-policy']).toBe('cross-origin');
    expect(headersOf('/desk/', hosts, 'desk/index.html')['cross-origin-resource-policy']).toBe('same-origin');
  });

  it.each([
    ['/desk/', 'desk/index.html'],
    ['/widget/', 'desk/index.html'],
    ['/guest/', 'guest/index.html'],
    ['/widget/', 'guest/index.html'],
    ['/widget/', undefined],
    ['/', undefined],
  ])('let nobody frame what is asked for as %s and is %s', (path, file) => {
    const headers = headersOf(path, { DEMO: true, WIDGET_HOSTS: ['https://www.1177.se'] }, file);
    expect(policyOf(headers)).toContain("frame-ancestors 'none'");
    expect(headers['x-frame-options']).toBe('DENY');
  });

  it('let no page send a form, and the widget and guests of calls have no styles but ours', () => {
    for (const page of ['desk', 'widget', 'guest']) {
      const policy = policyOf(headersOf(`/${page}/`, {}, `${page}/index.html`));
      expect(policy).toContain("form-action 'none'");
      if (page !== 'desk') expect(policy).toContain("style-src 'self';");
    }
  });

  it.each([
    '/widget/..%2fdesk/',
    '/widget/%2E%2E/desk/',
    '/widget/..%5Cdesk/',
    '/widget/..\\desk/',
    '/widget/../desk/',
    '/demo/host/..%2f..%2fdesk/',
    '/desk/%2e',
    '/assets/./main.js',
    '/..',
  ])('come with a refusal of what can be read in two ways: %s', (path) => {
    const { refused, headers } = asked(path, { DEMO: true });
    expect(refused).toMatchObject({ code: 'not-found' });
    expect(policyOf(headers)).toContain("frame-ancestors 'none'");
  });

  it.each([
    '/',
    '/widget/',
    '/assets/main-Ab3.js',
    '/demo/host/region',
    '/api/me/%C3%A5',
    '/a..b/.well-known/x',
  ])('come with no refusal of %s', (path) => {
    expect(asked(path, { DEMO: true }).refused).toBeUndefined();
  });
});
