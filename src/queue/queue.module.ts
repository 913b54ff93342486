import { Module } from '@nestjs/common';
import { AccessLogModule } from '../access-log/access-log.module.js';
import { BookingModule } from '../booking/booking.module.js';
import { CareUnitModule } from '../care-units/care-unit.module.js';
import { ConsultationsModule } from '../consultations/consultations.module.js';
import { DeskBookingController } from './desk-booking.controller.js';
import { DeskCases } from './desk-cases.service.js';
import { DeskColleaguesController } from './desk-colleagues.controller.js';
import { HoldSweeper } from './hold-sweeper.js';
import { QueueController } from './queue.controller.js';
import { Queue } from './queue.service.js';
import { TransferController } from './transfer.controller.js';
import { Transfers } from './transfer.service.js';

@Module({
  imports: [AccessLogModule, BookingModule, CareUnitModule, ConsultationsModule],
  controllers: [QueueController, TransferController, DeskBookingController, DeskColleaguesController],
  providers: [Queue, Transfers, DeskCases, HoldSweeper],
  exports: [Queue, DeskCases, HoldSweeper],
})
export class QueueModule {}
