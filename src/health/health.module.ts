import { Module } from '@nestjs/common';
import { CaseGauges } from './case-gauges.js';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';

@Module({
  controllers: [HealthController],
  providers: [Metrics, CaseGauges],
  exports: [Metrics],
})
export class HealthModule {}
