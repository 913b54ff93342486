import { Body, Controller } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Serves } from '../config/serves.js';
import type { SetAvailability } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { AvailabilityDto } from './care-unit.dto.js';
import { CareUnits } from './care-unit.service.js';

/** Staff pause themselves, and take new cases again. */
@ApiTags('staff: session')
@ApiCookieAuth()
@Controller()
export class AvailabilityController {
  constructor(private readonly careUnits: CareUnits) {}

  @Serves('PUT /api/staff/availability')
  @ApiOperation({ summary: 'Pause or take new cases again; what one holds stays' })
  async set(
    @CurrentCommission() { commissionId }: CommissionCaller,
    @Body() { available }: AvailabilityDto,
  ): Promise<SetAvailability> {
    await this.careUnits.setAvailable(commissionId, available);
    return { available };
  }
}
