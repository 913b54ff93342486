import { Module } from '@nestjs/common';
import { CareUnitModule } from '../care-units/care-unit.module.js';
import { DigitalVisitsController } from './digital-visits.controller.js';
import { DigitalVisitFigures } from './digital-visits.service.js';
import { FollowUpController } from './follow-up.controller.js';
import { FollowUp } from './follow-up.service.js';

@Module({
  imports: [CareUnitModule],
  controllers: [FollowUpController, DigitalVisitsController],
  providers: [FollowUp, DigitalVisitFigures],
})
export class FollowUpModule {}
