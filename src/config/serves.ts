import { applyDecorators, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import type { AnswerOf, RouteName, Routes } from '../contracts/index.js';

const METHODS: Readonly<Record<string, (path: string) => MethodDecorator>> = {
  GET: Get,
  POST: Post,
  PUT: Put,
  DELETE: Delete,
};

/** What a handler gives: files and streams it may write to the response itself. */
type Given<R extends RouteName> = Routes[R] extends { file: unknown } | { stream: unknown }
  ? unknown
  : Routes[R] extends { answer: unknown }
    ? AnswerOf<R>
    : // biome-ignore lint/suspicious/noConfusingVoidType: what a method without an answer returns
      void;

/** True when one of the params is an object with the very fields of `Taken`, and takes every value of theirs. */
type HasParamFor<Params, Taken> = Params extends object
  ? [keyof Params, keyof Taken, Required<Taken>] extends [keyof Taken, keyof Params, Params]
    ? true
    : never
  : never;

type Takes<R extends RouteName, Params, Part extends 'body' | 'query'> = Routes[R] extends {
  [P in Part]: infer Taken;
}
  ? [HasParamFor<Params, Taken>] extends [never]
    ? { [P in `no param fits the ${Part} of this route`]: Taken }
    : unknown
  : unknown;

type StatusOf<R extends RouteName> = Routes[R] extends { status: infer Status extends number }
  ? [status: Status]
  : [];

// biome-ignore lint/suspicious/noExplicitAny: the params are looked at by `Takes`
type Handler<R extends RouteName> = (...params: any[]) => Given<R> | Promise<Given<R>>;

/**
 * The method serves this route of the contracts. It does not compile where it gives another answer than the map says,
 * or takes no DTO with the fields of its body or its query.
 */
export function Serves<R extends RouteName>(route: R, ...[status]: StatusOf<R>) {
  const [method = '', path = ''] = route.split(' ');
  const decorate = applyDecorators((METHODS[method] as typeof Get)(path), HttpCode(status ?? 200));
  return <M extends Handler<R>>(
    target: object,
    name: string,
    descriptor: TypedPropertyDescriptor<M> &
      // What the pages of signing in are sent comes from elsewhere, and is read one by one.
      (R extends `GET /sign-in/${string}`
        ? unknown
        : Takes<R, Parameters<M>[number], 'body'> & Takes<R, Parameters<M>[number], 'query'>),
  ): void => decorate(target, name, descriptor);
}
