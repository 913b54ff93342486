import { Body, Controller } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { CareUnitName, OpenDay, UnitHours, UnitStaff } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { AvailabilityDto, PreviewHoursDto, SaveHoursDto } from './care-unit.dto.js';
import { ManagedUnits } from './managed-units.service.js';

/** What managers do at the desk: opening hours and who works. */
@ApiTags('desk: managers')
@ApiCookieAuth()
@Controller()
export class ManagerController {
  constructor(private readonly units: ManagedUnits) {}

  @Serves('GET /api/desk/managed-units')
  @ApiOperation({ summary: 'Units that one may change, the own one first' })
  list(@CurrentCommission() manager: CommissionCaller): Promise<CareUnitName[]> {
    return this.units.list(manager);
  }

  @Serves('GET /api/desk/units/:unitId/hours')
  @ApiOperation({ summary: 'Opening hours, the next two weeks by them, and the latest changes' })
  hours(
    @CurrentCommission() manager: CommissionCaller,
    @UuidParam('unitId') unitId: string,
  ): Promise<UnitHours> {
    return this.units.hours(manager, unitId);
  }

  @Serves('PUT /api/desk/units/:unitId/hours')
  @ApiOperation({ summary: 'Changes the opening hours, from now on' })
  save(
    @CurrentCommission() manager: CommissionCaller,
    @UuidParam('unitId') unitId: string,
    @Body() body: SaveHoursDto,
  ): Promise<UnitHours> {
    return this.units.saveHours(manager, unitId, body);
  }

  @Serves('POST /api/desk/units/:unitId/hours/preview')
  @ApiOperation({ summary: 'The next two weeks by hours that are not saved' })
  preview(
    @CurrentCommission() manager: CommissionCaller,
    @UuidParam('unitId') unitId: string,
    @Body() { hours }: PreviewHoursDto,
  ): Promise<OpenDay[]> {
    return this.units.preview(manager, unitId, hours);
  }

  @Serves('GET /api/desk/units/:unitId/staff')
  @ApiOperation({ summary: 'Who is on duty and takes new cases' })
  staff(
    @CurrentCommission() manager: CommissionCaller,
    @UuidParam('unitId') unitId: string,
  ): Promise<UnitStaff> {
    return this.units.staff(manager, unitId);
  }

  @Serves('PUT /api/desk/units/:unitId/staff/:commissionId/availability')
  @ApiOperation({ summary: 'Pauses someone, or lets them take new cases again' })
  setAvailable(
    @CurrentCommission() manager: CommissionCaller,
    @UuidParam('unitId') unitId: string,
    @UuidParam('commissionId') commissionId: string,
    @Body() { available }: AvailabilityDto,
  ): Promise<UnitStaff> {
    return this.units.setAvailable(manager, unitId, commissionId, available);
  }
}
