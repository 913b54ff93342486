import { Controller } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NoFields } from '../config/no-fields.guard.js';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { CaseReach, TelephoneNumber } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { Reach } from './reach.service.js';

/** What staff see of how a resident is reached. */
@ApiTags('desk: notices')
@ApiCookieAuth('slussen-staff')
@Controller()
export class ReachController {
  constructor(private readonly reach: Reach) {}

  @Serves('GET /api/desk/cases/:caseId/reach')
  @ApiOperation({ summary: 'Whether the resident is there, and how they are told when not' })
  of(@CurrentCommission() staff: CommissionCaller, @UuidParam('caseId') caseId: string): Promise<CaseReach> {
    return this.reach.of(staff, caseId);
  }

  @Serves('POST /api/desk/cases/:caseId/telephone-number')
  @NoFields()
  @ApiOperation({
    summary: 'The number to ring back; its showing is written to the access log',
  })
  numberOf(
    @CurrentCommission() staff: CommissionCaller,
    @UuidParam('caseId') caseId: string,
  ): Promise<TelephoneNumber> {
    return this.reach.numberOf(staff, caseId);
  }
}
