import { Module } from '@nestjs/common';
import { AlarmWatch } from './alarm-watch.service.js';
import { CheckIns } from './check-ins.service.js';
import { WatchingController } from './watching.controller.js';

/** Watches over those who wait. */
@Module({
  controllers: [WatchingController],
  providers: [AlarmWatch, CheckIns],
  exports: [AlarmWatch, CheckIns],
})
export class WatchingModule {}
