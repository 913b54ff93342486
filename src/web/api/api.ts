import {
  type AnswerOf,
  type AnyRequest,
  addressOf,
  type Problem,
  type ProblemCode,
  type RequestArgs,
  type RequestOf,
  type RouteName,
  type RoutesWith,
} from '../../contracts/index.js';
import { loadLate } from '../ui/late.js';
import { oldPage } from './old-page.js';

/** Codes of the server's own problems, and two of the way there: no connection, no answer in time. */
export type FailureCode = ProblemCode | 'away' | 'timeout';

/** What went wrong with a request, always in this one form. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(
    readonly code: FailureCode,
    readonly problem: Problem,
  ) {
    super(problem.detail || problem.title);
  }

  /** Whether the same request may well succeed a little later. */
  get passing(): boolean {
    return (
      this.code === 'away' ||
      this.code === 'timeout' ||
      this.code === 'database-away' ||
      this.code === 'too-many-requests' ||
      [502, 503, 504].includes(this.problem.status)
    );
  }
}

const PREFIX = 'urn:slussen:problem:';

/** The typed error of a problem that came by HTTP or by socket. */
export function asProblemError(problem: Problem): ProblemError {
  const code = problem.type.startsWith(PREFIX) ? problem.type.slice(PREFIX.length) : 'internal';
  return new ProblemError(code as ProblemCode, problem);
}

/** A problem that arose on this side. */
export function ownProblem(
  code: 'away' | 'timeout' | 'internal' | 'not-an-image',
  detail: string,
  status = 0,
): ProblemError {
  return new ProblemError(code, {
    type: PREFIX + code,
    title: detail,
    status,
    detail,
  });
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface ApiSettings {
  /** Headers that say who asks: a bearer token, or the csrf token beside a cookie. */
  authorise: (method: Method) => Record<string, string> | Promise<Record<string, string>>;
  /** `omit` where the session never depends on cookies. */
  credentials: RequestCredentials;
  /** On `session-expired`: tries to renew; true if the request is worth one more try. */
  renew?: () => Promise<boolean>;
  timeoutMs?: number;
  fetch?: typeof fetch;
  wait?: (ms: number) => Promise<void>;
}

/** Routes that take fields, if anything, and answer with JSON, if anything. */
type PlainRoute = Exclude<RouteName, RoutesWith<'upload'> | RoutesWith<'stream'> | RoutesWith<'file'>>;

/** For whoever follows a file on its way. */
export interface UploadWatch {
  signal?: AbortSignal;
  onProgress?: (share: number) => void;
}

export interface Api {
  call<R extends PlainRoute>(route: R, ...request: RequestArgs<R>): Promise<AnswerOf<R>>;
  /** One file in the multipart field `file`. */
  upload<R extends RoutesWith<'upload'>>(
    route: R,
    request: RequestOf<R>,
    file: Blob,
    name: string,
    watch?: UploadWatch,
  ): Promise<AnswerOf<R>>;
  /** An answer that is read while it comes. */
  open<R extends RoutesWith<'stream'>>(route: R, request: RequestOf<R>): Promise<Response>;
  /** The bytes of an image or a file, with the caller's right to it. */
  file<R extends RoutesWith<'file'>>(route: R, request: RequestOf<R>): Promise<Blob>;
}

const ACCEPTS = 'application/json, application/problem+json';
const GET_PAUSES_MS = [400, 1200];

/**
 * Requests to our own server. Bad answers reject with `ProblemError`; reads are tried three times when the fault may
 * pass; changes are tried once, since `keepTrying` is where a person is told about waiting.
 */
export function createApi(settings: ApiSettings): Api {
  const wait = settings.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  const fetchIt = settings.fetch ?? ((...args: Parameters<typeof fetch>) => fetch(...args));

  async function once(
    method: Method,
    path: string,
    body: string | FormData | undefined,
    watch?: UploadWatch,
  ): Promise<Response> {
    if (body instanceof FormData) {
      const headers = { accept: ACCEPTS, ...(await settings.authorise(method)) };
      const { sendForm } = await loadLate(() => import('./send-form.js'));
      return sendForm({ method, path, headers, form: body, failure: ownProblem, ...watch });
    }
    const limit = settings.timeoutMs ?? 15_000;
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), limit);
    try {
      const headers: Record<string, string> = {
        accept: ACCEPTS,
        ...(await settings.authorise(method)),
        ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
      };
      return await fetchIt(path, {
        method,
        headers,
        body,
        credentials: settings.credentials,
        signal: stop.signal,
      });
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      throw stop.signal.aborted
        ? ownProblem('timeout', 'No answer in time')
        : ownProblem('away', 'No connection');
    } finally {
      clearTimeout(timer);
    }
  }

  async function ask(
    method: Method,
    path: string,
    body?: string | FormData,
    watch?: UploadWatch,
  ): Promise<Response> {
    let renewed = false;
    for (let attempt = 0; ; attempt += 1) {
      try {
        const response = await once(method, path, body, watch);
        oldPage.look(response);
        if (response.ok) return response;
        throw await problemOf(response);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        if (error.code === 'session-expired' && !renewed && settings.renew) {
          renewed = true;
          if (await settings.renew()) continue;
          throw error;
        }
        const pause = GET_PAUSES_MS[attempt];
        if (method !== 'GET' || !error.passing || pause === undefined) throw error;
        await wait(pause);
      }
    }
  }

  /** Changes always hold a body: one that is forgotten is refused like one that is wrong. */
  const send = <R extends RouteName>(route: R, ...args: RequestArgs<R>): Promise<Response> => {
    const { method, path } = addressOf(route, ...args);
    const body =
      (args[0] as AnyRequest | undefined)?.body ?? (method === 'POST' || method === 'PUT' ? {} : undefined);
    return ask(method as Method, path, body === undefined ? undefined : JSON.stringify(body));
  };

  return {
    call: async (route, ...request) => contentOf(await send(route, ...request)),
    upload: async (route, request, file, name, watch) => {
      const form = new FormData();
      form.append('file', file, name);
      const { method, path } = addressOf(route, ...([request] as RequestArgs<typeof route>));
      return contentOf(await ask(method as Method, path, form, watch));
    },
    open: (route, request) => send(route, ...([request] as RequestArgs<typeof route>)),
    file: async (route, request) => (await send(route, ...([request] as RequestArgs<typeof route>))).blob(),
  };
}

async function contentOf<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T;
  try {
    return (await response.json()) as T;
  } catch {
    throw ownProblem('away', 'The answer was cut off', response.status);
  }
}

async function problemOf(response: Response): Promise<ProblemError> {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('application/problem+json')) {
    try {
      return asProblemError((await response.json()) as Problem);
    } catch {
      return ownProblem('internal', 'The answer was cut off', response.status);
    }
  }
  return ownProblem('internal', `The server answered ${response.status}`, response.status);
}

/** Where an image lies, for pages whose cookie is their right to it. */
export function imageAddress(attachmentId: string): string {
  return addressOf('GET /api/attachments/:attachmentId', { params: { attachmentId } }).path;
}
