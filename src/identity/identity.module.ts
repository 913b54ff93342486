import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { CareUnitModule } from '../care-units/care-unit.module.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { ResidentsModule } from '../residents/residents.module.js';
import { AccessGuard } from './access.guard.js';
import { CallerChanges } from './caller-changes.js';
import { Callers } from './callers.js';
import { OidcClient, PROVIDERS } from './oidc-client.js';
import { readProviders } from './providers.js';
import { SessionLimit, SignInLimit } from './rate-limits.js';
import { ResidentSessionController } from './resident-session.controller.js';
import { ResidentSessions } from './resident-session.service.js';
import { SessionSweeper } from './session-sweeper.js';
import { SignInController } from './sign-in.controller.js';
import { SignIns } from './sign-in.service.js';
import { StaffController } from './staff.controller.js';
import { createSessionMiddleware } from './staff-session.js';
import { StaffSessions } from './staff-session.service.js';

/** Injection token of the middleware of staff's cookie sessions; HTTP and the sockets' handshake share it. */
export const STAFF_SESSION_MIDDLEWARE = Symbol('staff session middleware');

/**
 * Callers, and what they may do: sign-in, sessions, the guard of every route. Needs global modules that
 * provide `CaseAdoption` and `GuestPasses`.
 */
@Global()
@Module({
  imports: [CareUnitModule, ResidentsModule],
  controllers: [ResidentSessionController, SignInController, StaffController],
  providers: [
    CallerChanges,
    Callers,
    OidcClient,
    ResidentSessions,
    SessionLimit,
    SessionSweeper,
    SignInLimit,
    SignIns,
    StaffSessions,
    { provide: PROVIDERS, useFactory: readProviders, inject: [SETTINGS] },
    {
      provide: STAFF_SESSION_MIDDLEWARE,
      useFactory: (dataSource: DataSource, settings: Settings) =>
        createSessionMiddleware((dataSource.driver as unknown as { master: Pool }).master, settings), // TypeORM's own pool
      inject: [DataSource, SETTINGS],
    },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [CallerChanges, Callers, StaffSessions, STAFF_SESSION_MIDDLEWARE],
})
export class IdentityModule {}
