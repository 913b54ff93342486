import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { type AccessLogRow, COMPETENCES, type Competence } from '../contracts/index.js';
import type { ResidentCaller } from '../identity/caller.js';
import { CurrentResident } from '../identity/current-caller.js';
import { AccessLog } from './access-log.service.js';

class AccessLogRowDto implements AccessLogRow {
  @ApiProperty({ format: 'date-time' })
  at: string;
  @ApiProperty()
  who: string;
  @ApiProperty({ enum: COMPETENCES })
  role: Competence;
  @ApiProperty()
  unit: string;
  @ApiProperty({ description: 'What was read: case, image …' })
  action: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  caseId: string | null;
  @ApiProperty()
  patientName: string;
}

@ApiTags('resident: session')
@ApiBearerAuth()
@Controller('api/me/access-log')
export class AccessLogController {
  constructor(private readonly accessLog: AccessLog) {}

  @Get()
  @ApiOperation({ summary: 'Who has read about me and about my children under 13, the newest first' })
  @ApiOkResponse({ type: [AccessLogRowDto] })
  list(@CurrentResident() { personId }: ResidentCaller): Promise<AccessLogRowDto[]> {
    return this.accessLog.listForResident(personId);
  }
}
