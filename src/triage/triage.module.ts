import { Module } from '@nestjs/common';
import { CareUnitModule } from '../care-units/care-unit.module.js';
import { ResidentsModule } from '../residents/residents.module.js';
import { CasePeople } from './case-people.js';
import { Flows } from './flows.service.js';
import { TriageController } from './triage.controller.js';
import { Triage } from './triage.service.js';
import { TriageCourse } from './triage-course.js';
import { TriageOutcome } from './triage-outcome.js';

@Module({
  imports: [CareUnitModule, ResidentsModule],
  controllers: [TriageController],
  providers: [CasePeople, Flows, Triage, TriageCourse, TriageOutcome],
  exports: [Flows, Triage],
})
export class TriageModule {}
