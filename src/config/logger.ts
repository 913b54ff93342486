import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request } from 'express';
import type { Params } from 'nestjs-pino';
import type { Settings } from './environment.js';
import { loggedError } from './logged-error.js';

/** NestJS' own lists of modules and routes at start: hundreds of lines that tell nobody anything. */
const NEST_AT_START = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);
const INFO = 30;

/** Ids of who asks, none of them a secret. */
interface Asked {
  sessionId?: string;
  staffId?: string;
}

/** What the doors have found out of who asks: the caller where they asked that far, else the session of the cookie. */
interface Asking {
  caller?: Asked;
  session?: { staff?: Asked };
}

/**
 * Structured logs with a request id. What could hold a name, an identity number or a message never gets in: no bodies,
 * no headers, no query strings, and of errors what `loggedError` keeps.
 */
export function loggerOptions(settings: Settings): Params {
  return {
    pinoHttp: {
      level: settings.LOG_LEVEL,
      hooks: {
        logMethod(words, log, level) {
          const { context } = Object(words[0]) as { context?: string };
          if (level > INFO || !context || !NEST_AT_START.has(context)) log.apply(this, words);
        },
      },
      genReqId: (_request: IncomingMessage, response: ServerResponse) => {
        const id = randomUUID();
        response.setHeader('x-request-id', id);
        return id;
      },
      autoLogging: { ignore: (request) => /^\/(health|assets|socket\.io)\b/.test(request.url ?? '') },
      serializers: {
        req: ({ id, method, originalUrl }: Request & { id: string }) => ({
          id,
          method,
          path: loggedPath(originalUrl),
        }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
        err: loggedError,
      },
      // Else each would be given what pino has made of its error, which is an error no more.
      wrapSerializers: false,
      customProps: whoWasRefused,
      customLogLevel: (_request, response, error) => {
        if (error || response.statusCode >= 500) return 'error';
        return response.statusCode >= 400 ? 'warn' : 'info';
      },
    },
  };
}

/** Who was refused, so that their other requests are found too: ids of the session and of the staff member. */
function whoWasRefused(request: IncomingMessage & Asking, response: ServerResponse): Asked {
  if (response.statusCode < 400) return {};
  const { sessionId, staffId } = request.caller ?? request.session?.staff ?? {};
  return { sessionId, staffId };
}

/** Without what is asked, and without the secret that some gateways carry at the end of their address. */
function loggedPath(url: string): string {
  return (url.split('?')[0] ?? '').replace(/^(\/api\/notifications\/receipts\/[^/]+\/[^/]+\/).+/, '$1…');
}
