import { Module } from '@nestjs/common';
import { Residents } from './residents.service.js';

@Module({ providers: [Residents], exports: [Residents] })
export class ResidentsModule {}
