import MailComposer from 'nodemailer/lib/mail-composer';
import { Channel, type OutgoingNotice, type SendResult } from './channel.js';
import { SmtpLine, type SmtpServer } from './smtp-line.js';
import { type MailText, mailText } from './texts.js';

/** How mail is signed. */
export interface MailSender {
  /** `Name <address>` */
  from: string;
}

/** A mail as bytes, to be handed in or kept. */
export async function composeMail(
  id: string,
  to: string,
  { subject, text }: MailText,
  { from }: MailSender,
  stopLink: string | null,
): Promise<Buffer> {
  const domain = addressOf(from).split('@')[1] ?? 'localhost';
  const headers: Record<string, string> = {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
  };
  if (stopLink) {
    headers['List-Unsubscribe'] = `<${stopLink}>`;
    headers['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click';
  }
  const composer = new MailComposer({
    from,
    to: { name: '', address: to },
    subject,
    text,
    messageId: `<${id}@${domain}>`,
    headers,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** The address within `Name <address>`. */
export function addressOf(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from;
}

/** E-mail by SMTP. A server that has taken a mail twice delivers it twice: nothing uncertain is sent again. */
export class MailChannel extends Channel {
  readonly name = 'email';
  readonly knowsRepeats = false;
  /** Lines that are not in use. */
  private readonly idle: SmtpLine[] = [];

  constructor(
    private readonly server: SmtpServer,
    private readonly sender: MailSender,
  ) {
    super();
  }

  send({ id, event, language, point, openLink, stopLink }: OutgoingNotice): Promise<SendResult> {
    return this.post(
      id,
      point.address,
      mailText(event, language, { open: openLink, stop: stopLink }),
      stopLink,
    );
  }

  sendCode(id: string, address: string, text: MailText): Promise<SendResult> {
    return this.post(id, address, text, null);
  }

  override async close(): Promise<void> {
    for (const line of this.idle.splice(0)) line.close();
  }

  private async post(id: string, to: string, text: MailText, stopLink: string | null): Promise<SendResult> {
    const message = await composeMail(id, to, text, this.sender, stopLink);
    const line = this.idle.pop() ?? new SmtpLine(this.server);
    const result = await line.send({ from: addressOf(this.sender.from), to }, message);
    this.idle.push(line);
    return result;
  }
}
