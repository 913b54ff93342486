import { Module } from '@nestjs/common';
import { ResidentsModule } from '../residents/residents.module.js';
import { AccessLogController } from './access-log.controller.js';
import { AccessLog } from './access-log.service.js';
import { ChainJobs } from './chain-jobs.service.js';
import { ShownRows } from './shown-rows.js';

@Module({
  imports: [ResidentsModule],
  controllers: [AccessLogController],
  providers: [AccessLog, ShownRows, ChainJobs],
  exports: [AccessLog, ShownRows],
})
export class AccessLogModule {}
