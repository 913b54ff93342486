import { type CanActivate, type ExecutionContext, UseGuards } from '@nestjs/common';
import type { Request } from 'express';
import { badInput } from './problem.filter.js';

class NoFieldsGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { body, headers } = context.switchToHttp().getRequest<Request>();
    if (body === undefined) {
      const sentSomething = Number(headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in headers;
      if (sentSomething) throw badInput([{ field: 'body', message: 'must be left out, or be {} as JSON' }]);
      return true;
    }
    if (Array.isArray(body)) throw badInput([{ field: 'body', message: 'must be left out, or be {}' }]);
    const names = Object.keys(body);
    if (names.length === 0) return true;
    throw badInput(names.map((field) => ({ field, message: 'is not a known field; leave it out' })));
  }
}

/** A route that takes no fields: sending any is refused, as at the routes that take some. */
export const NoFields = (): MethodDecorator => UseGuards(NoFieldsGuard);
