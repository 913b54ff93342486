import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Settings } from './environment.js';
import { ProblemException } from './problem.exception.js';

/** What a browser is told of an answer, beside what all answers have. */
type Kind = 'unframed' | 'described' | 'desk' | 'framed' | 'drawing' | 'part' | 'loader';

/** What an answer has before its file is known, and parts of pages do without. */
const PAGES_ONLY = ['X-Frame-Options', 'Cross-Origin-Opener-Policy', 'Permissions-Policy'];

export interface SecurityHeaders {
  /**
   * Refuses addresses that could be read in two ways, and gives each answer the strictest headers: nobody may frame it.
   */
  ofAnswer: RequestHandler;
  /**
   * The headers of a file of the pages, once it is known which one is sent: what may be framed is chosen by the file, never
   * by the address that led to it.
   * @param file its path below the folder of the pages, with `/`
   */
  ofFile: (response: Response, file: string) => void;
}

/**
 * Headers that keep browsers strict. Only the widget may be framed, and only by the host pages of the configuration;
 * only the loader may be read from other origins. Sign-in pages keep the tie to the window that opened them. No browser
 * keeps what the API answers: people share devices.
 */
export function securityHeaders(settings: Settings): SecurityHeaders {
  const policies = policiesOf(settings);
  const set = (kind: Kind, request: Request, response: Response) => {
    for (const name of PAGES_ONLY) response.removeHeader(name);
    policies[kind](request, response, () => undefined);
    response.setHeader('Cross-Origin-Resource-Policy', kind === 'loader' ? 'cross-origin' : 'same-origin');
    if (kind === 'part') return;
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin-allow-popups');
    response.setHeader(
      'Permissions-Policy',
      'camera=(self), microphone=(self), screen-wake-lock=(self), geolocation=()',
    );
  };
  return {
    ofAnswer: (request: Request, response: Response, next: NextFunction) => {
      if (readsInTwoWays(request.path)) {
        set('part', request, response);
        return next(new ProblemException('not-found', 'No address holds an encoded slash or dot.'));
      }
      // The demo's host pages play somebody else's site.
      if (settings.DEMO && request.path.startsWith('/demo/host/')) return next();
      const isSignIn = request.path.startsWith('/sign-in') || request.path.startsWith('/demo/');
      const isApi = request.path.startsWith('/api/');
      if (isApi) response.setHeader('Cache-Control', 'no-store');
      const isDescription = request.path.startsWith('/api/docs');
      set(isDescription ? 'described' : isApi ? 'part' : 'unframed', request, response);
      // The window that opened a sign-in must be reachable from it.
      if (isSignIn) response.removeHeader('Cross-Origin-Opener-Policy');
      next();
    },
    ofFile: (response, file) => set(kindOfFile(file), response.req, response),
  };
}

/** Which headers a file of the pages has; one that is not known may do what every page may, and be framed by nobody. */
export function kindOfFile(file: string): Kind {
  if (file === 'widget/index.html') return 'framed';
  if (file === 'desk/index.html') return 'desk';
  if (file === 'widget.js') return 'loader';
  // What draws the flows is WebAssembly in a worker of its own: the pages themselves may compile none.
  if (/^assets\/draw-worker-[\w-]+\.js(\.br)?$/.test(file)) return 'drawing';
  if (/^assets\/[\w.-]+\.(js|css)(\.br)?$/.test(file)) return 'part';
  return 'unframed';
}

/**
 * Whether a path may mean one thing to us and another to whoever reads it next: an encoded slash, backslash or dot, a
 * backslash, or a step upwards. No address of ours has any of these.
 */
export function readsInTwoWays(path: string): boolean {
  return /%(2f|5c|2e)|\\|\/\.{1,2}(\/|$)/i.test(path);
}

function policiesOf(settings: Settings): Record<Kind, RequestHandler> {
  const secure = settings.NODE_ENV === 'production';
  const strict = (directives: Record<string, string[]>, frameguard: false | { action: 'deny' }) =>
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives },
      crossOriginOpenerPolicy: false,
      crossOriginEmbedderPolicy: false,
      crossOriginResourcePolicy: false,
      strictTransportSecurity: secure,
      frameguard,
      referrerPolicy: { policy: 'same-origin' },
    });
  const page = ({ frames = ["'none'"], scripts = ["'self'"], styles = ["'self'"] } = {}) =>
    strict(
      {
        defaultSrc: ["'self'"],
        scriptSrc: scripts,
        styleSrc: styles,
        imgSrc: ["'self'", 'blob:', 'data:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'", socketOrigin(settings), ...mediaOrigins(settings)],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        // The pages send by script only; those of signing in, which have forms, have a policy of their own.
        formAction: ["'none'"],
        frameAncestors: frames,
      },
      frames[0] === "'none'" && { action: 'deny' },
    );
  // What is no page, as its parts and what the API answers, may do nothing, and the widget's first load is small.
  const part = strict({ defaultSrc: ["'none'"], frameAncestors: ["'none'"] }, false);
  // The desk's library of components, and the page that describes the API, write styles into the page.
  const styled = page({ styles: ["'self'", "'unsafe-inline'"] });
  return {
    part,
    loader: part,
    unframed: page(),
    described: styled,
    desk: styled,
    framed: page({ frames: ["'self'", ...hostOrigins(settings)] }),
    drawing: page({ scripts: ["'self'", "'wasm-unsafe-eval'"] }),
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
