import type { ProblemCode } from '../problem.js';
import type { DeskRoutes } from './desk-routes.js';
import type { EditorRoutes } from './editor-routes.js';
import type { ManagerRoutes } from './manager-routes.js';
import type { OtherRoutes } from './other-routes.js';
import type { ResidentRoutes } from './resident-routes.js';

/**
 * Every route, once: what it takes and what it gives. Browsers call by it, controllers are held to it, the table of
 * who may call what is keyed by it, and the API's description is made of it.
 */
export interface Routes extends ResidentRoutes, DeskRoutes, ManagerRoutes, EditorRoutes, OtherRoutes {}

/** What may be said of a route. Names in its path are its params. */
export interface RouteShape {
  query?: object;
  body?: object;
  /** One image in the multipart field of this name. */
  upload?: 'file';
  /** JSON. */
  answer?: unknown;
  /** Bytes of this type. */
  file?: string;
  /** Lines that come one by one, as server-sent events. */
  stream?: unknown;
  /** 200 unless said. */
  status?: 201 | 204;
  /** Problems of its own; those of every route, and of who may call it, are not repeated here. */
  problems?: ProblemCode;
}

/** `GET /api/cases/:caseId` */
export type RouteName = keyof Routes;

/** The routes that are of a kind, such as those with a file as their answer. */
export type RoutesWith<Part extends keyof RouteShape> = {
  [R in RouteName]: Routes[R] extends { [P in Part]: unknown } ? R : never;
}[RouteName];

type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

export type ParamsOf<R extends RouteName> = Record<NamesIn<R>, string>;
export type BodyOf<R extends RouteName> = Routes[R] extends { body: infer Body } ? Body : never;
export type AnswerOf<R extends RouteName> = Routes[R] extends { answer: infer Answer } ? Answer : undefined;

type Params<R extends RouteName> = NamesIn<R> extends never ? object : { params: ParamsOf<R> };
type Query<R extends RouteName> = Routes[R] extends { query: infer Q }
  ? object extends Q
    ? { query?: Q }
    : { query: Q }
  : object;
type Body<R extends RouteName> = Routes[R] extends { body: infer B } ? { body: B } : object;

/** What a route is called with. */
export type RequestOf<R extends RouteName> = Params<R> & Query<R> & Body<R>;

/** The same as arguments: left out where there is nothing to say. */
export type RequestArgs<R extends RouteName> =
  object extends RequestOf<R> ? [request?: RequestOf<R>] : [request: RequestOf<R>];

/** What the requests of all routes have in common. */
export interface AnyRequest {
  params?: Record<string, string>;
  query?: object;
  body?: unknown;
}

/** The address of a request, with its params and query filled in. */
export function addressOf<R extends RouteName>(
  route: R,
  ...[request]: RequestArgs<R>
): { method: string; path: string } {
  const { params = {}, query = {} } = (request ?? {}) as AnyRequest;
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const search = new URLSearchParams(
    asked.map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return { method, path: search ? `${path}?${search}` : path };
}
