import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { urlencoded } from 'express';
import { AccessLogModule } from '../access-log/access-log.module.js';
import { ResidentsModule } from '../residents/residents.module.js';
import { Channels } from './channel.js';
import { ConfiguredChannels } from './configured-channels.js';
import { ContactController } from './contact.controller.js';
import { Contacts } from './contact.service.js';
import { TimelineFollower } from './follower.service.js';
import { Links } from './links.service.js';
import { NextWay } from './next-way.service.js';
import { NotificationJobs } from './notification-jobs.service.js';
import { NotificationSecrets } from './notification-secrets.service.js';
import { ReachController } from './reach.controller.js';
import { Reach } from './reach.service.js';
import { ReceiptsController } from './receipts.controller.js';
import { Receipts } from './receipts.service.js';
import { Sender } from './sender.service.js';
import { StopController } from './stop.controller.js';

/** Who is told what, by which channel. */
@Module({
  imports: [AccessLogModule, ResidentsModule],
  controllers: [ContactController, ReachController, ReceiptsController, StopController],
  providers: [
    { provide: Channels, useClass: ConfiguredChannels },
    Contacts,
    Links,
    NextWay,
    NotificationJobs,
    NotificationSecrets,
    Reach,
    Receipts,
    Sender,
    TimelineFollower,
  ],
})
export class NotificationsModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer
      .apply(urlencoded({ extended: false, limit: '10kb' }))
      .forRoutes('api/notifications/receipts/46elks/*rest');
  }
}
