import type { ExecutionContext } from '@nestjs/common';
import { ProblemException } from '../config/problem.exception.js';
import { AccessGuard } from './access.guard.js';
import type { Caller } from './caller.js';
import type { Callers } from './callers.js';

const visitor: Caller = { kind: 'visitor', sessionId: 's' };

function http(method: string, path: unknown): { context: ExecutionContext; request: { caller?: Caller } } {
  const request: { method: string; route: object; caller?: Caller } = { method, route: { path } };
  const context = { getType: () => 'http', switchToHttp: () => ({ getRequest: () => request }) };
  return { context: context as unknown as ExecutionContext, request };
}

function ws(caller: Caller | undefined, pattern: string): ExecutionContext {
  const context = {
    getType: () => 'ws',
    switchToWs: () => ({ getClient: () => ({ data: { caller } }), getPattern: () => pattern }),
  };
  return context as unknown as ExecutionContext;
}

describe('AccessGuard', () => {
  const asked: (readonly string[])[] = [];
  const callers = {
    ofRequest: async (_request: unknown, allowed: readonly string[]) => {
      asked.push(allowed);
      return visitor;
    },
  } as unknown as Callers;
  const guard = new AccessGuard(callers);
  const codeOf = (context: ExecutionContext): Promise<string> =>
    guard.canActivate(context).then(
      () => 'let in',
      (error: ProblemException) => error.code,
    );

  it('asks for what the table says, and tells the route who calls', async () => {
    const { context, request } = http('POST', '/api/cases');
    expect(await guard.canActivate(context)).toBe(true);
    expect(request.caller).toEqual(visitor);
    expect(asked.at(-1)).toEqual(['visitor']);
  });

  it('holds HEAD to be GET', async () => {
    expect(await codeOf(http('HEAD', '/api/me').context)).toBe('let in');
  });

  it.each([
    ['POST', '/api/new-route'],
    ['PATCH', '/api/cases'],
    ['GET', undefined],
    ['GET', ['/api/me', '/api/you']],
    ['GET', '/api/me/'],
  ])('refuses %s %s, which has no line, without asking who it is', async (method, path) => {
    const before = asked.length;
    expect(await codeOf(http(method, path).context)).toBe('not-allowed');
    expect(asked).toHaveLength(before);
  });

  it('holds socket events to the table too', async () => {
    expect(await codeOf(ws(visitor, 'case:watch'))).toBe('let in');
    expect(await codeOf(ws(visitor, 'queue:watch'))).toBe('not-allowed');
    expect(await codeOf(ws(undefined, 'case:watch'))).toBe('not-allowed');
  });
});
