import { Global, Module } from '@nestjs/common';
import { CareUnitModule } from '../care-units/care-unit.module.js';
import { NetworkState } from './network-state.service.js';
import { Placement } from './placement.js';
import { Policies } from './policies.service.js';
import { ReRouter } from './re-router.service.js';

/** The one router; global, as every room that places a case uses it. */
@Global()
@Module({
  imports: [CareUnitModule],
  providers: [NetworkState, Policies, Placement, ReRouter],
  exports: [NetworkState, Policies, Placement, ReRouter],
})
export class RoutingModule {}
