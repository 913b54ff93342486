import { Body, Controller } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Serves } from '../config/serves.js';
import type { FoundCases } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { ListClosedDto, SearchCasesDto } from './search.dto.js';
import { Search } from './search.service.js';

/** Finding cases again at the desk. */
@ApiTags('desk')
@ApiCookieAuth()
@Controller()
export class SearchController {
  constructor(private readonly search: Search) {}

  @Serves('POST /api/desk/searches')
  @ApiOperation({ summary: 'Finds cases that one may see; each that is shown is written to the access log' })
  find(@CurrentCommission() staff: CommissionCaller, @Body() body: SearchCasesDto): Promise<FoundCases> {
    return this.search.find(staff, body.text);
  }

  @Serves('POST /api/desk/closed-cases')
  @ApiOperation({ summary: "The unit's closed cases; each that is shown is written to the access log" })
  closed(@CurrentCommission() staff: CommissionCaller, @Body() body: ListClosedDto): Promise<FoundCases> {
    return this.search.closed(staff, body);
  }
}
