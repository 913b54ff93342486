import { Module } from '@nestjs/common';
import { AlarmWatch } from './alarm-watch.service.js';

/** Watches over those who wait. */
@Module({ providers: [AlarmWatch], exports: [AlarmWatch] })
export class WatchingModule {}
