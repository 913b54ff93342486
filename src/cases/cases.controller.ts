import { Controller, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { ResidentCase, ResidentCaseRow, ResidentEntry } from '../contracts/index.js';
import { CurrentCaller } from '../identity/current-caller.js';
import { TimelineQuery } from './case.dto.js';
import { CaseViews } from './case-views.js';
import type { CaseReader } from './relations.rule.js';

/** Reading of a resident's own cases. */
@ApiTags('resident: cases')
@ApiBearerAuth()
@Controller()
export class CasesController {
  constructor(private readonly views: CaseViews) {}

  @Serves('GET /api/cases')
  @ApiOperation({ summary: 'My cases, newest first' })
  list(@CurrentCaller() reader: CaseReader): Promise<ResidentCaseRow[]> {
    return this.views.listForResident(reader);
  }

  @Serves('GET /api/cases/:caseId')
  @ApiOperation({ summary: 'One case of mine' })
  show(@CurrentCaller() reader: CaseReader, @UuidParam('caseId') caseId: string): Promise<ResidentCase> {
    return this.views.forResident(caseId, reader);
  }

  @Serves('GET /api/cases/:caseId/timeline')
  @ApiOperation({ summary: 'Entries after a number, in order' })
  timeline(
    @CurrentCaller() reader: CaseReader,
    @UuidParam('caseId') caseId: string,
    @Query() { after }: TimelineQuery,
  ): Promise<ResidentEntry[]> {
    // Residents receive only the fields meant for them.
    return this.views.timelineForResident(caseId, reader, after) as Promise<ResidentEntry[]>;
  }
}
