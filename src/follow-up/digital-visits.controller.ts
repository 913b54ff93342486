import { Controller, Get } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UuidParam } from '../config/uuid-param.js';
import type { DigitalVisits } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { DigitalVisitFigures } from './digital-visits.service.js';

/** How many visits a unit holds by calls. */
@ApiTags('desk: managers')
@ApiCookieAuth()
@Controller('api/desk/units/:unitId/digital-visits')
export class DigitalVisitsController {
  constructor(private readonly figures: DigitalVisitFigures) {}

  @Get()
  @ApiOperation({ summary: 'Digital visits of the last twelve weeks, by competence and way' })
  lastWeeks(
    @CurrentCommission() manager: CommissionCaller,
    @UuidParam('unitId') unitId: string,
  ): Promise<DigitalVisits> {
    return this.figures.lastWeeks(manager, unitId);
  }
}
