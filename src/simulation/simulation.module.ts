import { Module } from '@nestjs/common';
import { SimulationController } from './simulation.controller.js';
import { Simulations } from './simulations.service.js';

/** Days of cases through the real router, on simulated time. */
@Module({ controllers: [SimulationController], providers: [Simulations] })
export class SimulationModule {}
