import { Module } from '@nestjs/common';
import { CareUnits } from './care-unit.service.js';
import { RegionController } from './region.controller.js';

@Module({ controllers: [RegionController], providers: [CareUnits], exports: [CareUnits] })
export class CareUnitModule {}
