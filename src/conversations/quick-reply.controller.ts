import { randomUUID } from 'node:crypto';
import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { Type } from 'class-transformer';
import { IsString, Length, ValidateNested } from 'class-validator';
import { DataSource } from 'typeorm';
import { ProblemException } from '../config/problem.exception.js';
import { UuidParam } from '../config/uuid-param.js';
import type { BilingualText, QuickReply, QuickReplyBody } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { QuickReplyRow } from './quick-reply.entity.js';

const TITLE = { message: 'must be a text of 1 to 80 characters' };
const TEXT = { message: 'must be a text of 1 to 2000 characters' };

class BilingualDto implements BilingualText {
  @IsString(TEXT)
  @Length(1, 2000, TEXT)
  sv: string;

  @IsString(TEXT)
  @Length(1, 2000, TEXT)
  en: string;
}

class QuickReplyDto implements QuickReplyBody {
  @IsString(TITLE)
  @Length(1, 80, TITLE)
  title: string;

  @ValidateNested({ message: 'must have a text in Swedish (sv) and in English (en)' })
  @Type(() => BilingualDto)
  text: BilingualDto;
}

/** Ready answers that the staff of a unit share. */
@ApiTags('desk: quick replies')
@ApiCookieAuth()
@Controller('api/desk/quick-replies')
export class QuickReplyController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get()
  @ApiOperation({ summary: "The unit's quick replies, by title" })
  async list(@CurrentCommission() { unitId }: CommissionCaller): Promise<QuickReply[]> {
    const rows = await this.dataSource.manager.find(QuickReplyRow, {
      where: { unitId },
      order: { title: 'ASC' },
    });
    return rows.map(({ id, title, text }) => ({ id, title, text }));
  }

  @Post()
  @ApiOperation({ summary: 'Adds one' })
  async add(
    @CurrentCommission() { unitId }: CommissionCaller,
    @Body() body: QuickReplyDto,
  ): Promise<QuickReply> {
    const reply = { id: randomUUID(), title: body.title, text: { ...body.text } };
    await this.dataSource.manager.insert(QuickReplyRow, { ...reply, unitId });
    return reply;
  }

  @Put(':replyId')
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

  @Delete(':replyId')
  @HttpCode(204)
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
