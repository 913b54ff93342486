import { Body, Controller, Headers, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ProblemException } from '../config/problem.exception.js';
import { Serves } from '../config/serves.js';
import { WebhookLimit } from './livekit-events.limit.js';
import { LiveKitEvents } from './livekit-events.service.js';

/** The content type that LiveKit sends; the body is kept as it came, as the signature covers its bytes. */
export const WEBHOOK_TYPE = 'application/webhook+json';

/** Receives webhooks of a LiveKit server about its rooms. */
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
