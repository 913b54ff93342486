import { Body, Controller } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { DeskCase, HeldCases } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { Holders } from '../queue/holders.service.js';
import { Queue } from '../queue/queue.service.js';
import { HandOverDto, SetAsideDto, TakeOverFromGoneDto, UndoClaimDto } from './desk.dto.js';
import { DeskCases } from './desk-cases.service.js';
import { SetAsides } from './set-aside.service.js';

/** From one holder to another, and from now to later. */
@ApiTags('desk')
@ApiCookieAuth()
@Controller()
export class DeskHoldersController {
  constructor(
    private readonly queue: Queue,
    private readonly holders: Holders,
    private readonly setAsides: SetAsides,
    private readonly deskCases: DeskCases,
  ) {}

  @Serves('GET /api/desk/held')
  @ApiOperation({ summary: 'What one would leave behind by signing out, and who could take it' })
  held(@CurrentCommission() commission: CommissionCaller): Promise<HeldCases> {
    return this.holders.held(commission);
  }

  @Serves('POST /api/desk/cases/:caseId/claim-undoing', 204)
  @ApiOperation({ summary: 'Undoes a claim, a few seconds after it' })
  undoClaim(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: UndoClaimDto,
  ): Promise<void> {
    return this.queue.undoClaim(commission, caseId, body);
  }

  @Serves('POST /api/desk/cases/:caseId/take-over')
  @ApiOperation({ summary: 'Takes the case over from a holder who is gone' })
  async takeOver(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: TakeOverFromGoneDto,
  ): Promise<DeskCase> {
    await this.holders.takeOverFromGone(commission, caseId, body);
    return this.deskCases.read(commission, caseId);
  }

  @Serves('POST /api/desk/cases/:caseId/set-aside')
  @ApiOperation({ summary: 'Leaves the case for later, or takes it up again' })
  async setAside(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: SetAsideDto,
  ): Promise<DeskCase> {
    await this.setAsides.setAside(commission, caseId, body);
    return this.deskCases.read(commission, caseId);
  }

  @Serves('POST /api/desk/cases/:caseId/hand-over', 204)
  @ApiOperation({ summary: 'Hands the case to a colleague on duty at the unit' })
  handOver(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: HandOverDto,
  ): Promise<void> {
    return this.holders.handOver(commission, caseId, body);
  }
}
