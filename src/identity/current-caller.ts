import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ProblemException } from '../config/problem.exception.js';
import type { Caller, CommissionCaller, ResidentCaller, StaffCaller, VisitorCaller } from './caller.js';

declare module 'express' {
  interface Request {
    /** Set by the access guard. */
    caller?: Caller;
  }
}

function callerOf(context: ExecutionContext): Caller {
  const caller =
    context.getType() === 'ws'
      ? (context.switchToWs().getClient<{ data: { caller?: Caller } }>().data.caller ?? undefined)
      : context.switchToHttp().getRequest<Request>().caller;
  return caller ?? { kind: 'anyone' };
}

function callerOfKind<K extends Caller['kind']>(
  context: ExecutionContext,
  kinds: readonly K[],
): Extract<Caller, { kind: K }> {
  const caller = callerOf(context);
  if ((kinds as readonly string[]).includes(caller.kind)) return caller as Extract<Caller, { kind: K }>;
  throw new ProblemException('not-allowed', 'This is not open to you.');
}

export const CurrentCaller = createParamDecorator((_: unknown, context): Caller => callerOf(context));

/** The frame's session, signed in or not. */
export const CurrentVisitor = createParamDecorator((_: unknown, context): VisitorCaller | ResidentCaller =>
  callerOfKind(context, ['visitor', 'resident']),
);

export const CurrentResident = createParamDecorator(
  (_: unknown, context): ResidentCaller => callerOfKind(context, ['resident']),
);

/** Signed-in staff, whether or not they have chosen a commission. */
export const CurrentStaff = createParamDecorator((_: unknown, context): StaffCaller | CommissionCaller =>
  callerOfKind(context, ['staff', 'commission']),
);

/** Staff in their commission. */
export const CurrentCommission = createParamDecorator(
  (_: unknown, context): CommissionCaller => callerOfKind(context, ['commission']),
);
