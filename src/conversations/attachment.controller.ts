import {
  type CallHandler,
  Controller,
  type ExecutionContext,
  HttpException,
  Res,
  UploadedFile,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { AccessLog } from '../access-log/access-log.service.js';
import { Cases } from '../cases/case.service.js';
import { badInput } from '../config/problem.filter.js';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { AttachmentRef } from '../contracts/index.js';
import type { CommissionCaller, ResidentCaller, VisitorCaller } from '../identity/caller.js';
import { CurrentCaller, CurrentCommission, CurrentVisitor } from '../identity/current-caller.js';
import { ImageLimit } from '../identity/rate-limits.js';
import { Attachments } from './attachment.service.js';
import { IMAGE_MAX_BYTES } from './clean-image.js';

const ONE_IMAGE = { field: 'file', message: 'must be one image, alone in multipart/form-data' };

/** Takes one image; if the parser refuses it, the answer names that field. */
class OneImage extends FileInterceptor('file', {
  limits: { fileSize: IMAGE_MAX_BYTES, files: 1, fields: 0, parts: 1 },
}) {
  override async intercept(context: ExecutionContext, next: CallHandler) {
    try {
      return await super.intercept(context, next);
    } catch (error) {
      if (error instanceof HttpException && error.getStatus() === 400) throw badInput([ONE_IMAGE]);
      throw error;
    }
  }
}

/** Upload and download of images. */
@ApiTags('images')
@Controller()
export class AttachmentController {
  constructor(
    private readonly attachments: Attachments,
    private readonly accessLog: AccessLog,
    private readonly cases: Cases,
  ) {}

  @Serves('PUT /api/cases/:caseId/attachments/:attachmentId')
  @UseGuards(ImageLimit)
  @UseInterceptors(OneImage)
  @ApiOperation({ summary: 'Adds an image to my case' })
  putAsResident(
    @CurrentVisitor() visitor: VisitorCaller | ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @UuidParam('attachmentId') attachmentId: string,
    @UploadedFile() file: Express.Multer.File | undefined,
  ): Promise<AttachmentRef> {
    return this.attachments.put(visitor, caseId, attachmentId, bytesOf(file));
  }

  @Serves('PUT /api/desk/cases/:caseId/attachments/:attachmentId')
  @UseInterceptors(OneImage)
  @ApiOperation({ summary: 'Adds an image to a case that one holds or takes part in' })
  putAsStaff(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @UuidParam('attachmentId') attachmentId: string,
    @UploadedFile() file: Express.Multer.File | undefined,
  ): Promise<AttachmentRef> {
    return this.attachments.put(commission, caseId, attachmentId, bytesOf(file));
  }

  @Serves('PUT /api/desk/consultations/:consultationId/attachments/:attachmentId')
  @UseInterceptors(OneImage)
  @ApiOperation({ summary: 'Adds an image to the thread of a consultation' })
  putInThread(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('consultationId') consultationId: string,
    @UuidParam('attachmentId') attachmentId: string,
    @UploadedFile() file: Express.Multer.File | undefined,
  ): Promise<AttachmentRef> {
    return this.attachments.putInThread(commission, consultationId, attachmentId, bytesOf(file));
  }

  @Serves('GET /api/attachments/:attachmentId')
  @ApiOperation({ summary: 'An image of a case that one may see' })
  async show(
    @CurrentCaller() reader: VisitorCaller | ResidentCaller | CommissionCaller,
    @UuidParam('attachmentId') attachmentId: string,
    @Res() response: Response,
  ): Promise<void> {
    const { bytes, contentType, careCase } = await this.attachments.get(reader, attachmentId);
    if (reader.kind === 'commission' && careCase.patientId) {
      const { manager } = this.cases.dataSource;
      await this.accessLog.write(manager, reader, [
        { patientId: careCase.patientId, caseId: careCase.id, action: 'image' },
      ]);
    }
    response
      .type(contentType)
      .setHeader('Cache-Control', 'private, no-store')
      .setHeader('Content-Disposition', 'inline')
      .setHeader('Content-Security-Policy', "default-src 'none'")
      .send(bytes);
  }
}

function bytesOf(file: Express.Multer.File | undefined): Buffer {
  if (!file) throw badInput([ONE_IMAGE]);
  return file.buffer;
}
