import { Module } from '@nestjs/common';
import { AccessLogModule } from '../access-log/access-log.module.js';
import { CareUnitModule } from '../care-units/care-unit.module.js';
import { Colleagues } from './colleagues.service.js';
import { ConsultationController } from './consultation.controller.js';
import { ConsultationSweeper } from './consultation-sweeper.js';
import { ConsultationViews } from './consultation-views.js';
import { Consultations } from './consultations.service.js';
import { Participants } from './participants.service.js';
import { Referrals } from './referrals.service.js';
import { TakeOvers } from './take-over.service.js';

@Module({
  imports: [AccessLogModule, CareUnitModule],
  controllers: [ConsultationController],
  providers: [
    Colleagues,
    Consultations,
    ConsultationSweeper,
    ConsultationViews,
    Participants,
    Referrals,
    TakeOvers,
  ],
  exports: [Consultations, ConsultationSweeper, ConsultationViews, Participants, Referrals, TakeOvers],
})
export class ConsultationsModule {}
