import { randomUUID } from 'node:crypto';
import { Body, Controller } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { DataSource } from 'typeorm';
import { NoFields } from '../config/no-fields.guard.js';
import { ProblemException } from '../config/problem.exception.js';
import { Serves } from '../config/serves.js';
import { IsText } from '../config/text.js';
import { UuidParam } from '../config/uuid-param.js';
import type { BilingualText, QuickReply, QuickReplyBody } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { QuickReplyRow } from './quick-reply.entity.js';

const TEXTS = { message: 'must have a text in Swedish (sv) and in English (en)' };

class BilingualDto implements BilingualText {
  @IsText(2000)
  sv: string;

  @IsText(2000)
  en: string;
}

class QuickReplyDto implements QuickReplyBody {
  @IsText(80)
  title: string;

  @IsObject(TEXTS)
  @ValidateNested(TEXTS)
  @Type(() => BilingualDto)
  text: BilingualDto;
}

/** Prepared answers that the staff of a unit share. */
@ApiTags('desk: quick replies')
@ApiCookieAuth()
@Controller()
export class QuickReplyController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Serves('GET /api/desk/quick-replies')
  @ApiOperation({ summary: "The unit's quick replies, by title" })
  async list(@CurrentCommission() { unitId }: CommissionCaller): Promise<QuickReply[]> {
    const rows = await this.dataSource.manager.find(QuickReplyRow, {
      where: { unitId },
      order: { title: 'ASC' },
    });
    return rows.map(({ id, title, text }) => ({ id, title, text }));
  }

  @Serves('POST /api/desk/quick-replies', 201)
  @ApiOperation({ summary: 'Adds one' })
  async add(
    @CurrentCommission() { unitId }: CommissionCaller,
    @Body() body: QuickReplyDto,
  ): Promise<QuickReply> {
    const reply = { id: randomUUID(), title: body.title, text: { ...body.text } };
    await this.dataSource.manager.insert(QuickReplyRow, { ...reply, unitId });
    return reply;
  }

  @Serves('PUT /api/desk/quick-replies/:replyId')
  @ApiOperation({ summary: 'Changes one' })
  async change(
    @CurrentCommission() { unitId }: CommissionCaller,
    @UuidParam('replyId') replyId: string,
    @Body() body: QuickReplyDto,
  ): Promise<QuickReply> {
    const reply = { title: body.title, text: { ...body.text } };
    const { affected } = await this.dataSource.manager.update(QuickReplyRow, { id: replyId, unitId }, reply);
    if (!affected) throw noReply();
    return { id: replyId, ...reply };
  }

  @Serves('DELETE /api/desk/quick-replies/:replyId', 204)
  @NoFields()
  @ApiOperation({ summary: 'Removes one' })
  async remove(
    @CurrentCommission() { unitId }: CommissionCaller,
    @UuidParam('replyId') replyId: string,
  ): Promise<void> {
    const { affected } = await this.dataSource.manager.delete(QuickReplyRow, { id: replyId, unitId });
    if (!affected) throw noReply();
  }
}

function noReply(): ProblemException {
  return new ProblemException('not-found', 'Your unit has no such quick reply.');
}
