import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Settings } from './environment.js';

/**
 * Headers that keep browsers strict. Only the widget may be framed, and only by the host pages of the configuration;
 * only the loader may be read from other origins. Sign-in pages keep the tie to the window that opened them. No browser
 * keeps what the API answers: people share devices.
 */
export function securityHeaders(settings: Settings): RequestHandler {
  const secure = settings.NODE_ENV === 'production';
  const strict = (directives: Record<string, string[] | null>) =>
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives },
      crossOriginOpenerPolicy: false,
      crossOriginEmbedderPolicy: false,
      crossOriginResourcePolicy: false,
      strictTransportSecurity: secure,
      frameguard: false,
      referrerPolicy: { policy: 'same-origin' },
    });
  const policy = (frameAncestors: string[], scriptSrc: string[] = ["'self'"]) =>
    strict({
      defaultSrc: ["'self'"],
      scriptSrc,
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'blob:', 'data:'],
      mediaSrc: ["'self'", 'blob:'],
      connectSrc: ["'self'", socketOrigin(settings), ...mediaOrigins(settings)],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      // Sign-in walks on to the provider by redirect, which form-action would hold against its forms.
      formAction: null,
      frameAncestors,
    });
  const framed = policy(["'self'", ...hostOrigins(settings)]);
  const unframed = policy(["'none'"]);
  // What draws the flows is WebAssembly in a worker of its own: the pages themselves may compile none.
  const drawing = policy(["'none'"], ["'self'", "'wasm-unsafe-eval'"]);
  // The parts of pages are no pages: their own policy lets them do nothing, and the widget's first load is small.
  const part = strict({ defaultSrc: ["'none'"], frameAncestors: ["'none'"] });
  return (request: Request, response: Response, next: NextFunction) => {
    // The demo's host pages play somebody else's site.
    if (settings.DEMO && request.path.startsWith('/demo/host/')) return next();
    const isLoader = request.path === '/widget.js';
    const isSignIn = request.path.startsWith('/sign-in') || request.path.startsWith('/demo/');
    response.setHeader('Cross-Origin-Resource-Policy', isLoader ? 'cross-origin' : 'same-origin');
    if (request.path.startsWith('/api/')) response.setHeader('Cache-Control', 'no-store');
    const isDrawing = /^\/assets\/draw-worker-[\w-]+\.js$/.test(request.path);
    if (/^\/assets\/[\w.-]+\.(js|css)$/.test(request.path) && !isDrawing)
      return part(request, response, next);
    if (!isSignIn) response.setHeader('Cross-Origin-Opener-Policy', 'same-origin-allow-popups');
    response.setHeader(
      'Permissions-Policy',
      'camera=(self), microphone=(self), screen-wake-lock=(self), geolocation=()',
    );
    const own = request.path.startsWith('/widget/') ? framed : isDrawing ? drawing : unframed;
    own(request, response, next);
  };
}

/** Older Safaris do not count sockets of our own origin as 'self'. */
function socketOrigin({ PUBLIC_URL, PORT }: Settings): string {
  return (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/^http/, 'ws');
}

/** A LiveKit server is spoken to over its socket, and asked over HTTP whether a refused token was right. */
function mediaOrigins({ CALLS, LIVEKIT_URL }: Settings): string[] {
  return CALLS === 'livekit' && LIVEKIT_URL ? [LIVEKIT_URL, LIVEKIT_URL.replace(/^ws/, 'http')] : [];
}

/** The demo's own host pages stand on another name of this machine, as 1177.se stands on another name than ours. */
function hostOrigins(settings: Settings): string[] {
  return settings.DEMO
    ? ['http://127.0.0.1:*', 'http://localhost:*', ...settings.WIDGET_HOSTS]
    : settings.WIDGET_HOSTS;
}
