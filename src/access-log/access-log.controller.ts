import { Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Serves } from '../config/serves.js';
import { type AccessLogRow } from '../contracts/index.js';
import type { ResidentCaller } from '../identity/caller.js';
import { CurrentResident } from '../identity/current-caller.js';
import { AccessLog } from './access-log.service.js';

@ApiTags('resident: session')
@ApiBearerAuth()
@Controller()
export class AccessLogController {
  constructor(private readonly accessLog: AccessLog) {}

  @Serves('GET /api/me/access-log')
  @ApiOperation({ summary: 'Who has read about me and about my children under 13, the newest first' })
  list(@CurrentResident() { personId }: ResidentCaller): Promise<AccessLogRow[]> {
    return this.accessLog.listForResident(personId);
  }
}
