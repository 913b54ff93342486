import { IsIn, IsInt, Max, Min } from 'class-validator';
import {
  SIMULATION_LIMITS,
  SIMULATION_REGIONS,
  SIMULATION_USES,
  type SimulationQuestion,
} from '../contracts/index.js';

const between = ({ least, most }: { least: number; most: number }) => ({
  message: `must be a whole number from ${least} to ${most}`,
});

function IsWithin(limits: { least: number; most: number }): PropertyDecorator {
  return (target, property) => {
    for (const rule of [
      IsInt(between(limits)),
      Min(limits.least, between(limits)),
      Max(limits.most, between(limits)),
    ])
      rule(target, property);
  };
}

/** What a manager asks about. */
export class WhatIfDto implements SimulationQuestion {
  @IsIn(SIMULATION_REGIONS, { message: `must be one of ${SIMULATION_REGIONS.join(', ')}` })
  region: SimulationQuestion['region'];

  @IsIn(SIMULATION_USES, { message: `must be one of ${SIMULATION_USES.join(', ')}` })
  use: SimulationQuestion['use'];

  @IsWithin(SIMULATION_LIMITS.demandChange)
  demandChange: number;

  @IsWithin(SIMULATION_LIMITS.clinicNurses)
  clinicNurses: number;

  @IsWithin(SIMULATION_LIMITS.clinicAdministrators)
  clinicAdministrators: number;

  @IsWithin(SIMULATION_LIMITS.hotlineNurses)
  hotlineNurses: number;

  @IsWithin(SIMULATION_LIMITS.weekday)
  weekday: number;
}
