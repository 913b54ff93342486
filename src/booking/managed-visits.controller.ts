import { Body, Controller } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PreviewHoursDto } from '../care-units/care-unit.dto.js';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { VisitsOutside } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { ManagedVisits } from './managed-visits.service.js';

/** What a change of a unit's hours means for the visits that are booked there. */
@ApiTags('desk: managers')
@ApiCookieAuth()
@Controller()
export class ManagedVisitsController {
  constructor(private readonly visits: ManagedVisits) {}

  @Serves('POST /api/desk/units/:unitId/hours/visits')
  @ApiOperation({ summary: 'Booked visits that hours which are not saved would leave outside' })
  outside(
    @CurrentCommission() manager: CommissionCaller,
    @UuidParam('unitId') unitId: string,
    @Body() { hours }: PreviewHoursDto,
  ): Promise<VisitsOutside> {
    return this.visits.outside(manager, unitId, hours);
  }
}
