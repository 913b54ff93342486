import { Module } from '@nestjs/common';
import { HoldSweeper } from './hold-sweeper.js';
import { Queue } from './queue.service.js';

@Module({
  providers: [Queue, HoldSweeper],
  exports: [Queue, HoldSweeper],
})
export class QueueModule {}
