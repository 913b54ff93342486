import { Body, Controller } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { Transferred, TransferTarget } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { TransferDto } from './desk.dto.js';
import { Transfers } from './transfer.service.js';

@ApiTags('desk')
@ApiCookieAuth()
@Controller()
export class TransferController {
  constructor(private readonly transfers: Transfers) {}

  @Serves('GET /api/desk/cases/:caseId/transfer-targets')
  @ApiOperation({ summary: 'Queues that the case may be sent to, the soonest first' })
  targets(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
  ): Promise<TransferTarget[]> {
    return this.transfers.targets(commission, caseId);
  }

  @Serves('POST /api/desk/cases/:caseId/transfer')
  @ApiOperation({ summary: 'Sends the case to another queue; its waiting goes on from where it began' })
  transfer(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: TransferDto,
  ): Promise<Transferred> {
    return this.transfers.transfer(commission, caseId, body);
  }
}
