import { Body, Controller, Query } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Serves } from '../config/serves.js';
import type { PolicyPreview, PolicyView } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { ManagedPolicy } from './managed-policy.service.js';
import { PolicyQuery, PreviewPolicyDto, PutPolicyDto } from './policy.dto.js';

/** The region's routing policy. */
@ApiTags('desk: managers')
@ApiCookieAuth()
@Controller()
export class PolicyController {
  constructor(private readonly policy: ManagedPolicy) {}

  @Serves('GET /api/desk/policy')
  @ApiOperation({ summary: 'The policy in force or an earlier version, and which versions there are' })
  show(
    @CurrentCommission() caller: CommissionCaller,
    @Query() { version }: PolicyQuery,
  ): Promise<PolicyView> {
    return this.policy.view(caller, version);
  }

  @Serves('POST /api/desk/policy/preview')
  @ApiOperation({ summary: 'What a policy would have done to the decisions of the last seven days' })
  preview(@Body() { document }: PreviewPolicyDto): Promise<PolicyPreview> {
    return this.policy.preview(document);
  }

  @Serves('PUT /api/desk/policy')
  @ApiOperation({ summary: 'Puts a policy in force from now, as the next version' })
  put(@CurrentCommission() caller: CommissionCaller, @Body() body: PutPolicyDto): Promise<PolicyView> {
    return this.policy.put(caller, body);
  }
}
