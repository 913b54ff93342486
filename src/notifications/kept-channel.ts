import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Logger } from '@nestjs/common';
import { Channel, type OutgoingNotice, type SendResult } from './channel.js';
import { composeMail } from './mail-channel.js';
import { type MailText, mailText, smsText } from './texts.js';

/** For a demo without a mail server or gateway: what would be sent is kept in a folder, and the log says so. */
export class KeptChannel extends Channel {
  readonly knowsRepeats = true;
  private readonly logger = new Logger(KeptChannel.name);

  constructor(
    readonly name: 'email' | 'sms',
    private readonly folder: string,
  ) {
    super();
  }

  send({ id, event, language, point, openLink, stopLink }: OutgoingNotice): Promise<SendResult> {
    return this.name === 'email'
      ? this.keepMail(
          id,
          point.address,
          mailText(event, language, { open: openLink, stop: stopLink }),
          stopLink,
        )
      : this.keep(`${id}.txt`, `To: ${point.address}\n\n${smsText(event, language, null)}\n`);
  }

  sendCode(id: string, address: string, text: MailText): Promise<SendResult> {
    return this.name === 'email'
      ? this.keepMail(id, address, text, null)
      : this.keep(`${id}.txt`, `To: ${address}\n\n${text.text}\n`);
  }

  private async keepMail(
    id: string,
    to: string,
    text: MailText,
    stopLink: string | null,
  ): Promise<SendResult> {
    const sender = { from: 'Slussen <no-reply@slussen.invalid>' };
    return this.keep(`${id}.eml`, await composeMail(id, to, text, sender, stopLink));
  }

  private async keep(name: string, content: string | Buffer): Promise<SendResult> {
    const file = path.join(this.folder, name);
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await writeFile(`${file}.part`, content, { mode: 0o600 });
      await rename(`${file}.part`, file);
    } catch (error) {
      return { kind: 'later', why: String((error as NodeJS.ErrnoException).code ?? error) };
    }
    this.logger.log({ file }, 'kept instead of being sent: no mail server or gateway is set');
    return { kind: 'sent', ref: null };
  }
}
