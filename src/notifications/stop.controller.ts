import { Controller, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import type { Response } from 'express';
import { Serves } from '../config/serves.js';
import { html, type Page, paragraph, sendPage } from '../identity/page.js';
import { Contacts } from './contact.service.js';
import { Links } from './links.service.js';

const TITLE = { sv: 'Meddelanden till dig', en: 'Messages to you' };

const ASK: Page = {
  title: TITLE,
  // Opening a link changes nothing: mail programs open links before anybody has read them.
  body: html`<form method="post"><p><button class="button" type="submit">Skicka inga fler meddelanden hit<span class="en" lang="en">Send no more messages here</span></button></p></form>`,
};
const STOPPED: Page = {
  title: TITLE,
  body: paragraph({
    sv: 'Vi skickar inga fler meddelanden till den här adressen. Dina ärenden finns kvar, logga in för att läsa dem.',
    en: 'We send no more messages to this address. Your cases are still there; sign in to read them.',
  }),
};
const GONE: Page = {
  title: TITLE,
  body: paragraph({
    sv: 'Det som den här länken gällde är redan borttaget. Får du ändå meddelanden, använd länken i det senaste av dem, eller logga in och välj Så når vi dig.',
    en: 'What this link was about is removed already. If you still get messages, use the link in the latest of them, or sign in and choose How we reach you.',
  }),
};
const BAD_LINK: Page = {
  title: { sv: 'Länken går inte att använda', en: 'This link cannot be used' },
  body: paragraph({
    sv: 'Logga in och välj Så når vi dig för att ändra hur du får meddelanden.',
    en: 'Sign in and choose How we reach you to change how you get messages.',
  }),
};

/** Stops notices by the link in a mail, without signing in; also for mail programs that do it in one press (RFC 8058). */
@ApiExcludeController()
@Controller()
export class StopController {
  constructor(
    private readonly contacts: Contacts,
    private readonly links: Links,
  ) {}

  @Serves('GET /notifications/stop')
  async ask(@Res() response: Response, @Query() query: { point: string; token: string }): Promise<void> {
    const right = (await this.pointOf(query)) !== null;
    sendPage(response, right ? 200 : 400, right ? ASK : BAD_LINK);
  }

  @Serves('POST /notifications/stop')
  async stop(@Res() response: Response, @Query() query: { point: string; token: string }): Promise<void> {
    const pointId = await this.pointOf(query);
    if (!pointId) return sendPage(response, 400, BAD_LINK);
    sendPage(response, 200, (await this.contacts.stop(pointId)) ? STOPPED : GONE);
  }

  private async pointOf({ point, token }: Record<'point' | 'token', unknown>): Promise<string | null> {
    if (typeof point !== 'string' || typeof token !== 'string' || !isUUID(point)) return null;
    return (await this.links.isStopToken(point, token)) ? point : null;
  }
}
