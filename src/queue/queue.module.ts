import { Global, Module } from '@nestjs/common';
import { CareUnitModule } from '../care-units/care-unit.module.js';
import { LeavingStaff } from '../identity/leaving-staff.js';
import { HoldSweeper } from './hold-sweeper.js';
import { Holders } from './holders.service.js';
import { Queue } from './queue.service.js';

/** Global, as signing out gives back the cases that staff hold. */
@Global()
@Module({
  imports: [CareUnitModule],
  providers: [Queue, Holders, HoldSweeper, { provide: LeavingStaff, useExisting: Holders }],
  exports: [Queue, Holders, HoldSweeper, LeavingStaff],
})
export class QueueModule {}
