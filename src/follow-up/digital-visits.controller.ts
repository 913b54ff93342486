import { Controller } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { DigitalVisits } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { DigitalVisitFigures } from './digital-visits.service.js';

/** How many digital visits a unit has held. */
@ApiTags('desk: managers')
@ApiCookieAuth()
@Controller()
export class DigitalVisitsController {
  constructor(private readonly figures: DigitalVisitFigures) {}

  @Serves('GET /api/desk/units/:unitId/digital-visits')
  @ApiOperation({ summary: 'Digital visits of the last twelve weeks, by competence and way' })
  lastWeeks(
    @CurrentCommission() manager: CommissionCaller,
    @UuidParam('unitId') unitId: string,
  ): Promise<DigitalVisits> {
    return this.figures.lastWeeks(manager, unitId);
  }
}
