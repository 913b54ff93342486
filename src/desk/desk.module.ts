import { Module } from '@nestjs/common';
import { AccessLogModule } from '../access-log/access-log.module.js';
import { BookingModule } from '../booking/booking.module.js';
import { CareUnitModule } from '../care-units/care-unit.module.js';
import { ConsultationsModule } from '../consultations/consultations.module.js';
import { QueueModule } from '../queue/queue.module.js';
import { DeskController } from './desk.controller.js';
import { DeskActions } from './desk-actions.service.js';
import { DeskBookingController } from './desk-booking.controller.js';
import { DeskCases } from './desk-cases.service.js';
import { DeskColleaguesController } from './desk-colleagues.controller.js';
import { DeskHoldersController } from './desk-holders.controller.js';
import { SearchController } from './search.controller.js';
import { Search } from './search.service.js';
import { SetAsides } from './set-aside.service.js';
import { TransferController } from './transfer.controller.js';
import { Transfers } from './transfer.service.js';

@Module({
  imports: [AccessLogModule, BookingModule, CareUnitModule, ConsultationsModule, QueueModule],
  controllers: [
    DeskController,
    DeskHoldersController,
    SearchController,
    TransferController,
    DeskBookingController,
    DeskColleaguesController,
  ],
  providers: [DeskActions, Transfers, DeskCases, Search, SetAsides],
})
export class DeskModule {}
