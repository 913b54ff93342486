import { Global, Module } from '@nestjs/common';
import { CareUnitModule } from '../care-units/care-unit.module.js';
import { CaseAdoption } from '../identity/case-adoption.js';
import { Cases } from './case.service.js';
import { AdoptVisitorsCases } from './case-adoption.js';
import { CaseSweeper } from './case-sweeper.js';
import { CaseViews } from './case-views.js';
import { CasesController } from './cases.controller.js';
import { DeviceCodes } from './device-code.service.js';
import { DeviceCodesController } from './device-codes.controller.js';
import { SetAsideSweeper } from './set-aside-sweeper.js';
import { TimelineFeed } from './timeline-feed.js';
import { TimelineListener } from './timeline-listener.js';

/** The spine; global, as every later room depends on it. */
@Global()
@Module({
  imports: [CareUnitModule],
  controllers: [CasesController, DeviceCodesController],
  providers: [
    Cases,
    CaseViews,
    CaseSweeper,
    SetAsideSweeper,
    DeviceCodes,
    TimelineFeed,
    TimelineListener,
    { provide: CaseAdoption, useClass: AdoptVisitorsCases },
  ],
  exports: [Cases, CaseViews, CaseSweeper, SetAsideSweeper, TimelineFeed, CaseAdoption],
})
export class CasesModule {}
