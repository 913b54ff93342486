import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { Settings } from './environment.js';

/** NestJS' own lists of modules and routes at start: hundreds of lines that tell nobody anything. */
const NEST_AT_START = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);
const INFO = 30;

/**
 * Structured logs with a request id. What could hold a name, an identity number or a message never gets in: no bodies,
 * no headers, no query strings, and of errors only their kind, code, message of our own making and stack.
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
        req: ({ id, method, url }: { id: string; method: string; url: string }) => ({
          id,
          method,
          path: url.split('?')[0],
        }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
        err: safeError,
      },
      customLogLevel: (_request, response, error) => {
        if (error || response.statusCode >= 500) return 'error';
        return response.statusCode >= 400 ? 'warn' : 'info';
      },
    },
  };
}

/** PostgreSQL's messages and parameters may quote what people wrote; of those errors only the kind is kept. */
function safeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, code, stack } = error as Error & { code?: string };
  const fromDatabase = name === 'QueryFailedError' || 'severity' in error;
  const frames = stack?.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    type: name,
    code,
    message: fromDatabase ? 'database error' : error.message,
    stack: frames?.join('\n'),
  };
}
