import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { SETTINGS } from '../config/config.module.js';
import { ResidentsModule } from '../residents/residents.module.js';
import { AccessGuard } from './access.guard.js';
import { Callers } from './callers.js';
import { OidcClient, PROVIDERS } from './oidc-client.js';
import { readProviders } from './providers.js';
import { SessionLimit, SignInLimit } from './rate-limits.js';
import { ResidentSessionController } from './resident-session.controller.js';
import { ResidentSessions } from './resident-session.service.js';
import { SessionEndings } from './session-endings.js';
import { SessionSweeper } from './session-sweeper.js';
import { SignInController } from './sign-in.controller.js';
import { SignIns } from './sign-in.service.js';
import { StaffController } from './staff.controller.js';
import { StaffSessions } from './staff-session.service.js';

/**
 * Who calls, and what they may: sign-in, sessions, the guard of every route. Needs a global module that provides
 * `CaseAdoption`.
 */
@Global()
@Module({
  imports: [ResidentsModule],
  controllers: [ResidentSessionController, SignInController, StaffController],
  providers: [
    Callers,
    OidcClient,
    ResidentSessions,
    SessionEndings,
    SessionLimit,
    SessionSweeper,
    SignInLimit,
    SignIns,
    StaffSessions,
    { provide: PROVIDERS, useFactory: readProviders, inject: [SETTINGS] },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [Callers, SessionEndings],
})
export class IdentityModule {}
