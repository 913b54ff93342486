import type { ExecutionContext } from '@nestjs/common';
import type { ProblemException } from '../config/problem.exception.js';
import { SignInLimit } from './rate-limits.js';

function from(ip: string): { context: ExecutionContext; headers: Record<string, string> } {
  const headers: Record<string, string> = {};
  const response = { set: (name: string, value: string) => Object.assign(headers, { [name]: value }) };
  const context = { switchToHttp: () => ({ getRequest: () => ({ ip }), getResponse: () => response }) };
  return { context: context as unknown as ExecutionContext, headers };
}

describe('the limit of sign-ins (P12)', () => {
  it('is generous, counts each address by itself, and says when to come back', async () => {
    const limit = new SignInLimit();
    for (let count = 0; count < 600; count += 1) await limit.canActivate(from('192.0.2.1').context);
    const { context, headers } = from('192.0.2.1');
    const refusal = await limit.canActivate(context).catch((error: ProblemException) => error.code);
    expect(refusal).toBe('too-many-requests');
    expect(Number(headers['Retry-After'])).toBeGreaterThan(0);
    expect(await limit.canActivate(from('192.0.2.2').context)).toBe(true);
  });
});
