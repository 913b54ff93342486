import type { Request, Response } from 'express';
import type { Settings } from './environment.js';
import { securityHeaders } from './security-headers.js';

/** The headers of an answer to that path, names in small letters. */
function headersOf(path: string, settings: Partial<Settings> = {}): Record<string, unknown> {
  const headers: Record<string, unknown> = {};
  const response = {
    setHeader: (name: string, value: unknown) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  } as unknown as Response;
  const given = { NODE_ENV: 'production', DEMO: false, WIDGET_HOSTS: [], PORT: 3000, ...settings } as unknown;
  securityHeaders(given as Settings)({ path } as Request, response, () => undefined);
  return headers;
}

describe('security headers', () => {
  it('let no browser keep what the API answers; the pages may be kept', () => {
    expect(headersOf('/api/cases/1')['cache-control']).toBe('no-store');
    expect(headersOf('/api/desk/queue')['cache-control']).toBe('no-store');
    expect(headersOf('/widget/')['cache-control']).toBeUndefined();
  });

  it('let pages speak with our own origin only, sockets too', () => {
    const policy = headersOf('/desk/', { PUBLIC_URL: 'https://slussen.example.se' })[
      'content-security-policy'
    ];
    expect(policy).toContain("connect-src 'self' wss://slussen.example.se;");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('let pages speak with LiveKit too where it carries calls, and use camera and microphone themselves', () => {
    const livekit = { CALLS: 'livekit', LIVEKIT_URL: 'wss://livekit.example.se' } as const;
    for (const path of ['/desk/', '/widget/', '/guest/']) {
      const headers = headersOf(path, { PUBLIC_URL: 'https://slussen.example.se', ...livekit });
      expect(headers['content-security-policy']).toContain(
        "connect-src 'self' wss://slussen.example.se wss://livekit.example.se https://livekit.example.se;",
      );
      expect(headers['permissions-policy']).toBe(
        'camera=(self), microphone=(self), screen-wake-lock=(self), geolocation=()',
      );
    }
    expect(headersOf('/guest/')['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('let WebAssembly run in the worker that draws the flows, and nowhere else', () => {
    const scripts = (path: string) =>
      /script-src [^;]*/.exec(String(headersOf(path)['content-security-policy']))?.[0];
    expect(scripts('/assets/draw-worker-Ab_3-x.js')).toBe("script-src 'self' 'wasm-unsafe-eval'");
    for (const path of ['/desk/', '/widget/', '/guest/', '/desk/draw-worker-x.js']) {
      expect(scripts(path)).toBe("script-src 'self'");
    }
  });

  it('let the parts of pages do nothing by themselves', () => {
    for (const path of ['/assets/main-Ab3.js', '/assets/shared-B_3-x.css']) {
      const headers = headersOf(path);
      expect(headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    }
  });

  it('let only the host pages of the configuration frame the widget', () => {
    const policy = headersOf('/widget/', { WIDGET_HOSTS: ['https://www.1177.se'] })[
      'content-security-policy'
    ];
    expect(policy).toContain("frame-ancestors 'self' https://www.1177.se");
    expect(headersOf('/widget.js')['cross-origin-resource-policy']).toBe('cross-origin');
    expect(headersOf('/desk/')['cross-origin-resource-policy']).toBe('same-origin');
  });
});
