import { Module } from '@nestjs/common';
import { CareUnitModule } from '../care-units/care-unit.module.js';
import { ResidentsModule } from '../residents/residents.module.js';
import { OwnRegion } from './own-region.service.js';
import { SimulationController } from './simulation.controller.js';
import { Simulations } from './simulations.service.js';

/** Days of cases through the real router, on simulated time. */
@Module({
  imports: [CareUnitModule, ResidentsModule],
  controllers: [SimulationController],
  providers: [OwnRegion, Simulations],
})
export class SimulationModule {}
