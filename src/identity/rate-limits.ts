import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { ProblemException } from '../config/problem.exception.js';

/**
 * A limit on requests from one address within a number of seconds. Generous, as a whole clinic or mobile
 * network may share an address: it is there to blunt floods, not to count people.
 */
export abstract class AddressLimit implements CanActivate {
  private readonly limiter: RateLimiterMemory;

  constructor(points: number, seconds: number) {
    this.limiter = new RateLimiterMemory({ points, duration: seconds });
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    try {
      await this.limiter.consume(request.ip ?? 'unknown');
      return true;
    } catch (refusal) {
      const { msBeforeNext = 60_000 } = refusal as { msBeforeNext?: number };
      const seconds = Math.ceil(msBeforeNext / 1000);
      response.set('Retry-After', String(seconds));
      throw new ProblemException('too-many-requests', `Wait ${seconds} seconds, then try again.`);
    }
  }
}

/** Steps of signing in. */
@Injectable()
export class SignInLimit extends AddressLimit {
  constructor() {
    super(600, 300);
  }
}

/** New, renewed and redeemed frame sessions. */
@Injectable()
export class SessionLimit extends AddressLimit {
  constructor() {
    super(6_000, 300);
  }
}

@Injectable()
export class CaseLimit extends AddressLimit {
  constructor() {
    super(3_000, 300);
  }
}

/** New one-time codes that take cases to other devices. */
@Injectable()
export class DeviceCodeLimit extends AddressLimit {
  constructor() {
    super(600, 300);
  }
}

@Injectable()
export class ImageLimit extends AddressLimit {
  constructor() {
    super(1_500, 300);
  }
}
