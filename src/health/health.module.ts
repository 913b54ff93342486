import { Module } from '@nestjs/common';
import { TriageModule } from '../triage/triage.module.js';
import { CaseGauges } from './case-gauges.js';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';

@Module({
  imports: [TriageModule],
  controllers: [HealthController],
  providers: [Metrics, CaseGauges],
  exports: [Metrics],
})
export class HealthModule {}
