import { type DynamicModule, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { DataSource } from 'typeorm';
import { AccessLogModule } from './access-log/access-log.module.js';
import { BookingModule } from './booking/booking.module.js';
import { CallsModule } from './calls/calls.module.js';
import { CareUnitModule } from './care-units/care-unit.module.js';
import { CasesModule } from './cases/cases.module.js';
import type { Clock } from './config/clock.js';
import { ConfigModule } from './config/config.module.js';
import type { Settings } from './config/environment.js';
import { loggerOptions } from './config/logger.js';
import { ConsultationsModule } from './consultations/consultations.module.js';
import { ConversationsModule } from './conversations/conversations.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DemoRegionModule } from './demo/demo-region.module.js';
import { DeskModule } from './desk/desk.module.js';
import { FlowEditorModule } from './flow-editor/flow-editor.module.js';
import { FollowUpModule } from './follow-up/follow-up.module.js';
import { HealthModule } from './health/health.module.js';
import { MetricsMiddleware } from './health/metrics.js';
import { IdentityModule } from './identity/identity.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { QueueModule } from './queue/queue.module.js';
import { ResidentsModule } from './residents/residents.module.js';
import { RoutingModule } from './routing/routing.module.js';
import { SimulationModule } from './simulation/simulation.module.js';
import { FLOW_FILES } from './triage/flow-files.js';
import { TriageModule } from './triage/triage.module.js';
import { WatchingModule } from './watching/watching.module.js';

/** The house: every room once. */
@Module({})
export class AppModule implements NestModule {
  /**
   * @param dataSource connected, with its migrations run
   * @param flowFiles how the flows are read from the directory of the settings
   */
  static with(
    settings: Settings,
    dataSource: DataSource,
    clock?: Clock,
    flowFiles = FLOW_FILES,
  ): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(settings, clock),
        LoggerModule.forRoot(loggerOptions(settings)),
        DatabaseModule.with(dataSource),
        IdentityModule,
        AccessLogModule,
        ResidentsModule,
        CareUnitModule,
        CasesModule,
        RoutingModule,
        TriageModule.with(flowFiles),
        WatchingModule,
        FlowEditorModule,
        QueueModule,
        DeskModule,
        CallsModule,
        ConversationsModule,
        ConsultationsModule,
        BookingModule,
        FollowUpModule,
        NotificationsModule,
        SimulationModule,
        HealthModule,
        ...(settings.DEMO ? [DemoRegionModule] : []),
      ],
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(MetricsMiddleware).forRoutes('*all');
  }
}
