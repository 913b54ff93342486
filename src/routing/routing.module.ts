import { Global, Module } from '@nestjs/common';
import { Placement } from './placement.js';

/** The one router; global, as every room that places a case uses it. */
@Global()
@Module({ providers: [Placement], exports: [Placement] })
export class RoutingModule {}
