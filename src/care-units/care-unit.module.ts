import { Module } from '@nestjs/common';
import { AvailabilityController } from './availability.controller.js';
import { CareUnits } from './care-unit.service.js';
import { Information } from './information.service.js';
import { ManagedUnits } from './managed-units.service.js';
import { ManagerController } from './manager.controller.js';
import { NetworkFeed } from './network-feed.js';
import { RegionController } from './region.controller.js';

@Module({
  controllers: [AvailabilityController, ManagerController, RegionController],
  providers: [CareUnits, Information, ManagedUnits, NetworkFeed],
  exports: [CareUnits, ManagedUnits, NetworkFeed],
})
export class CareUnitModule {}
