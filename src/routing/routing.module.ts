import { Global, Module } from '@nestjs/common';
import { CareUnitModule } from '../care-units/care-unit.module.js';
import { ExpectedWaits } from '../cases/expected-wait.js';
import { ResidentsModule } from '../residents/residents.module.js';
import { LiveWaits } from './live-waits.service.js';
import { ManagedPolicy } from './managed-policy.service.js';
import { NetworkSnapshots } from './network-snapshots.service.js';
import { NetworkState } from './network-state.service.js';
import { Placement } from './placement.js';
import { Policies } from './policies.service.js';
import { PolicyController } from './policy.controller.js';
import { ReRouter } from './re-router.service.js';
import { RouterJobs } from './router-jobs.service.js';

/** The one router; global, as every room that places a case uses it. */
@Global()
@Module({
  imports: [CareUnitModule, ResidentsModule],
  controllers: [PolicyController],
  providers: [
    ManagedPolicy,
    NetworkState,
    NetworkSnapshots,
    Policies,
    Placement,
    ReRouter,
    RouterJobs,
    { provide: ExpectedWaits, useClass: LiveWaits },
  ],
  exports: [NetworkState, NetworkSnapshots, Policies, Placement, ReRouter, ExpectedWaits],
})
export class RoutingModule {}
