import { Body, Controller, Headers, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ProblemException } from '../config/problem.exception.js';
import { Serves } from '../config/serves.js';
import { WebhookLimit } from './livekit-events.limit.js';
import { LiveKitEvents } from './livekit-events.service.js';

/** The type under which LiveKit sends; the body stays as it came, since its signature is of its bytes. */
export const WEBHOOK_TYPE = 'application/webhook+json';

/** Where a LiveKit server tells what happens in its rooms. */
@ApiExcludeController()
@Controller()
export class LiveKitEventsController {
  constructor(private readonly events: LiveKitEvents) {}

  @Serves('POST /api/calls/livekit-events', 204)
  @UseGuards(WebhookLimit)
  hear(@Body() body: unknown, @Headers('authorization') signature: string | undefined): Promise<void> {
    if (!Buffer.isBuffer(body)) {
      throw new ProblemException('bad-input', `Send what LiveKit sends, as ${WEBHOOK_TYPE}.`);
    }
    return this.events.hear(body.toString('utf8'), signature);
  }
}
