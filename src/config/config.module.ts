import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock, ShiftedClock } from './clock.js';
import type { Settings } from './environment.js';
import { NewCases } from './new-cases.js';

/** Injection token of the parsed environment. */
export const SETTINGS = Symbol('settings');

/** Gives every room the settings, the clock, and whether new cases can begin. */
@Global()
@Module({})
export class ConfigModule {
  static with(settings: Settings, clock: Clock = new ShiftedClock(settings.clockOffsetMs)): DynamicModule {
    return {
      module: ConfigModule,
      providers: [{ provide: SETTINGS, useValue: settings }, { provide: Clock, useValue: clock }, NewCases],
      exports: [SETTINGS, Clock, NewCases],
    };
  }
}
