import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { FlowList, FlowPage, TriedFlow } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { FlowQuery, SignFlowDto, TryFlowDto, WithdrawReviewDto } from './flow-editor.dto.js';
import { FlowEditor } from './flow-editor.service.js';

/** The triage flows, for clinical editors. */
@ApiTags('desk: clinical editors')
@ApiCookieAuth()
@Controller()
export class FlowEditorController {
  constructor(private readonly editor: FlowEditor) {}

  @Serves('GET /api/desk/flows')
  @ApiOperation({ summary: 'All flows, their reviews, and how often staff changed their urgency' })
  list(): Promise<FlowList> {
    return this.editor.list();
  }

  @Serves('GET /api/desk/flows/:flowId')
  @ApiOperation({ summary: 'A flow in words, at its present or an earlier content' })
  page(@Param('flowId') flowId: string, @Query() { hash }: FlowQuery): Promise<FlowPage> {
    return this.editor.page(flowId, hash);
  }

  @Serves('POST /api/desk/flows/:flowId/try-out')
  @ApiOperation({ summary: 'Goes through a flow with made-up answers; nothing is stored' })
  tryOut(@Param('flowId') flowId: string, @Body() body: TryFlowDto): Promise<TriedFlow> {
    return this.editor.tryOut(flowId, body);
  }

  @Serves('POST /api/desk/flows/:flowId/reviews')
  @ApiOperation({ summary: 'Records that exactly this content has been read and tried' })
  sign(
    @CurrentCommission() editor: CommissionCaller,
    @Param('flowId') flowId: string,
    @Body() body: SignFlowDto,
  ): Promise<FlowPage> {
    return this.editor.sign(editor, flowId, body);
  }

  @Serves('POST /api/desk/flows/:flowId/reviews/:reviewId/withdrawal')
  @ApiOperation({ summary: 'Withdraws a recorded review' })
  withdraw(
    @CurrentCommission() editor: CommissionCaller,
    @Param('flowId') flowId: string,
    @UuidParam('reviewId') reviewId: string,
    @Body() body: WithdrawReviewDto,
  ): Promise<FlowPage> {
    return this.editor.withdraw(editor, flowId, reviewId, body);
  }
}
