import { Body, Controller, Ip, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NoFields } from '../config/no-fields.guard.js';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { DeviceCode, DeviceCodeState, ResidentCase } from '../contracts/index.js';
import type { ResidentCaller, VisitorCaller } from '../identity/caller.js';
import { CurrentVisitor } from '../identity/current-caller.js';
import { DeviceCodeLimit } from '../identity/rate-limits.js';
import { RedeemDeviceCodeDto } from './case.dto.js';
import { CaseViews } from './case-views.js';
import { DeviceCodes } from './device-code.service.js';

/** A case that was begun without a name, taken to another device. */
@ApiTags('resident: cases')
@ApiBearerAuth()
@Controller()
export class DeviceCodesController {
  constructor(
    private readonly codes: DeviceCodes,
    private readonly views: CaseViews,
  ) {}

  @Serves('PUT /api/cases/:caseId/device-code')
  @NoFields()
  @UseGuards(DeviceCodeLimit)
  @ApiOperation({
    summary: 'A one-time code that takes the case to another device; the one before it is void',
  })
  make(
    @CurrentVisitor() visitor: VisitorCaller | ResidentCaller,
    @UuidParam('caseId') caseId: string,
  ): Promise<DeviceCode> {
    return this.codes.make(visitor, caseId);
  }

  @Serves('GET /api/device-codes/:codeId')
  @ApiOperation({ summary: 'What became of a code that this session made' })
  state(
    @CurrentVisitor() visitor: VisitorCaller | ResidentCaller,
    @UuidParam('codeId') codeId: string,
  ): Promise<DeviceCodeState> {
    return this.codes.state(visitor, codeId);
  }

  @Serves('POST /api/device-codes/redemption')
  @ApiOperation({ summary: 'Takes over the case of a code; it is gone where it was before' })
  async redeem(
    @CurrentVisitor() visitor: VisitorCaller | ResidentCaller,
    @Ip() address: string,
    @Body() body: RedeemDeviceCodeDto,
  ): Promise<ResidentCase> {
    return this.views.forResident(await this.codes.redeem(visitor, address, body), visitor);
  }
}
