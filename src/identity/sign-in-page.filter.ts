import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { toProblem } from '../config/problem.filter.js';
import { sendPage } from './page.js';
import { SignInFailure } from './sign-in.service.js';
import { endingPage, SIGN_IN_ENDINGS, type SignInEnding } from './sign-in-pages.js';

const ENDING_OF_STATUS: Record<number, SignInEnding | undefined> = {
  400: 'bad-link',
  429: 'too-many',
  503: 'database-away',
};

/** Turns any failure during sign-in into a calm page. */
@Catch()
export class SignInPageFilter implements ExceptionFilter {
  private readonly logger = new Logger(SignInPageFilter.name);

  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const { path } = host.switchToHttp().getRequest<Request>();
    const failure = thrown instanceof SignInFailure ? thrown : null;
    const ending = failure?.ending ?? ENDING_OF_STATUS[toProblem(thrown).status] ?? 'unforeseen';
    if (ending === 'unforeseen') this.logger.error({ err: thrown }, 'sign-in failed');
    const audience = failure?.audience ?? (path.endsWith('/staff') ? 'staff' : null);
    sendPage(response, SIGN_IN_ENDINGS[ending], endingPage(ending, audience));
  }
}
