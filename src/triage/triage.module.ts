import { type DynamicModule, Global, Module } from '@nestjs/common';
import { AccessLogModule } from '../access-log/access-log.module.js';
import { BookingModule } from '../booking/booking.module.js';
import { CareUnitModule } from '../care-units/care-unit.module.js';
import { ResidentsModule } from '../residents/residents.module.js';
import { ContactReasons } from '../routing/contact-reasons.js';
import { CallerCases } from './caller-cases.service.js';
import { CallerTriageController } from './caller-triage.controller.js';
import { CallersController } from './callers.controller.js';
import { Callers } from './callers.service.js';
import { CasePeople } from './case-people.js';
import { CaseStarts } from './case-starts.service.js';
import { CutCalls } from './cut-calls.service.js';
import type { FlowFiles } from './flow-files.js';
import { FlowReviews } from './flow-reviews.service.js';
import { FLOW_SOURCE, Flows } from './flows.service.js';
import { Interpreters } from './interpreters.service.js';
import { LoadedReasons } from './loaded-reasons.js';
import { TriageController } from './triage.controller.js';
import { Triage } from './triage.service.js';
import { TriageCourse } from './triage-course.js';
import { TriageOutcome } from './triage-outcome.js';

/** Global, as routing asks it for the contact reasons. */
@Global()
@Module({
  imports: [AccessLogModule, BookingModule, CareUnitModule, ResidentsModule],
  controllers: [TriageController, CallersController, CallerTriageController],
  providers: [
    CallerCases,
    Callers,
    CasePeople,
    CaseStarts,
    CutCalls,
    FlowReviews,
    Flows,
    Interpreters,
    Triage,
    TriageCourse,
    TriageOutcome,
    { provide: ContactReasons, useClass: LoadedReasons },
  ],
  exports: [CasePeople, ContactReasons, FlowReviews, Flows, Triage, TriageCourse],
})
export class TriageModule {
  static with(files: FlowFiles): DynamicModule {
    return { module: TriageModule, providers: [{ provide: FLOW_SOURCE, useValue: files }] };
  }
}
