import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UuidParam } from '../config/uuid-param.js';
import type { Transferred, TransferTarget } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { TransferDto } from './desk.dto.js';
import { Transfers } from './transfer.service.js';

/** Sending a case to another queue. */
@ApiTags('desk')
@ApiCookieAuth()
@Controller('api/desk/cases/:caseId')
export class TransferController {
  constructor(private readonly transfers: Transfers) {}

  @Get('transfer-targets')
  @ApiOperation({ summary: 'Queues that the case may be sent to, the soonest first' })
  targets(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
  ): Promise<TransferTarget[]> {
    return this.transfers.targets(commission, caseId);
  }

  @Post('transfer')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sends the case to another queue; its waiting goes on from where it began' })
  transfer(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: TransferDto,
  ): Promise<Transferred> {
    return this.transfers.transfer(commission, caseId, body);
  }
}
