import { type CanActivate, type ExecutionContext, Injectable, Logger } from '@nestjs/common';
import type { Request } from 'express';
import { ProblemException } from '../config/problem.exception.js';
import type { RouteName } from '../contracts/index.js';
import { ROUTES } from './access-table.js';
import type { Caller } from './caller.js';
import { mayEmit } from './caller.js';
import { Callers } from './callers.js';
import './current-caller.js';

/** Lets in the callers that the access table allows; a route without a line in the table is closed to all. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly logger = new Logger(AccessGuard.name);

  constructor(private readonly callers: Callers) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() === 'ws') return this.mayEmit(context);
    const request = context.switchToHttp().getRequest<Request>();
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const line = `${method} ${request.route?.path}`;
    const allowed = Object.hasOwn(ROUTES, line) ? ROUTES[line as RouteName].who : undefined;
    if (!allowed) {
      this.logger.error({ line }, 'a route without a line in the access table was called and refused');
      throw new ProblemException('not-allowed', 'This address is open to nobody.');
    }
    request.caller = await this.callers.ofRequest(request, allowed);
    return true;
  }

  private mayEmit(context: ExecutionContext): boolean {
    const { caller } = context.switchToWs().getClient<{ data: { caller?: Caller } }>().data;
    if (mayEmit(caller, context.switchToWs().getPattern())) return true;
    throw new ProblemException('not-allowed', 'This event is not open to you.');
  }
}
