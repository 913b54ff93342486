import { createHmac } from 'node:crypto';
import { equalSecrets } from '../config/secrets.js';
import { Channel, type OutgoingNotice, SEND_TIMEOUT_MS, type SendResult } from './channel.js';
import type { Links } from './links.service.js';
import { type MailText, smsText } from './texts.js';

/** Signs a body and the second it was sent, so that neither can be changed nor sent again later. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

/** How old a signed request may be. */
const SIGNED_FOR_S = 300;

/** Whether a body was signed with the secret within the last minutes. */
export function isSigned(
  secret: string,
  { timestamp, signature }: { timestamp: string | undefined; signature: string | undefined },
  body: string,
  now: Date,
): boolean {
  if (!timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > SIGNED_FOR_S) return false;
  return equalSecrets(signature, signatureOf(secret, timestamp, body));
}

/** Asks a gateway. What it answered, or that it did not. */
async function ask(url: string, init: RequestInit): Promise<{ status: number; text: string } | string> {
  try {
    const response = await fetch(url, {
      ...init,
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
    });
    return { status: response.status, text: (await response.text()).slice(0, 10_000) };
  } catch (error) {
    return (error as { cause?: { code?: string } }).cause?.code ?? (error as Error).name;
  }
}

/** A JSON object, else null. */
function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

interface GatewaySettings {
  url: string;
  from: string;
  linksAllowed: boolean;
}

/**
 * SMS by a gateway that takes our shape: `POST {id, to, from, text}`, signed in `Slussen-Signature` with the second in
 * `Slussen-Timestamp`. It answers `200 {"accepted": true, "reference": "…"}`, or `422 {"accepted": false, "why": "…"}` for a number
 * that does not exist. It sends an `id` once, however often it is asked, so that a lost answer is asked for again.
 */
export class SignedSmsChannel extends Channel {
  readonly name = 'sms';
  readonly knowsRepeats = true;

  constructor(
    private readonly settings: GatewaySettings & { secret: string },
    private readonly now: () => Date,
  ) {
    super();
  }

  send({ id, event, language, point, openLink }: OutgoingNotice): Promise<SendResult> {
    const link = this.settings.linksAllowed ? openLink : null;
    return this.post(id, point.address, smsText(event, language, link));
  }

  sendCode(id: string, address: string, { text }: MailText): Promise<SendResult> {
    return this.post(id, address, text);
  }

  private async post(id: string, to: string, text: string): Promise<SendResult> {
    const { url, from, secret } = this.settings;
    const body = JSON.stringify({ id, to, from, text });
    const timestamp = String(Math.floor(this.now().getTime() / 1000));
    const answer = await ask(url, {
      body,
      headers: {
        'content-type': 'application/json',
        'slussen-timestamp': timestamp,
        'slussen-signature': signatureOf(secret, timestamp, body),
      },
    });
    if (typeof answer === 'string') return { kind: 'later', why: answer };
    const said = objectIn(answer.text);
    const why = `answer ${answer.status}`;
    if (answer.status === 422 && said?.accepted === false)
      return { kind: 'refused', why: `${why}: no such number`, pointIsBad: true };
    if (answer.status >= 200 && answer.status < 300 && said?.accepted === true)
      return { kind: 'sent', ref: typeof said.reference === 'string' ? said.reference : null };
    // Nonsense from something in between, or a gateway that is not well.
    return { kind: 'later', why };
  }
}

/** SMS by 46elks (https://46elks.com/docs/send-sms). It does not know a repeat: what is uncertain is not sent again. */
export class ElksSmsChannel extends Channel {
  readonly name = 'sms';
  readonly knowsRepeats = false;

  constructor(
    private readonly settings: GatewaySettings & { user: string; password: string },
    private readonly links: Pick<Links, 'toReceipt'>,
  ) {
    super();
  }

  async send({ id, event, language, point, openLink }: OutgoingNotice): Promise<SendResult> {
    const link = this.settings.linksAllowed ? openLink : null;
    return this.post(point.address, smsText(event, language, link), {
      whendelivered: await this.links.toReceipt(id),
    });
  }

  sendCode(_id: string, address: string, { text }: MailText): Promise<SendResult> {
    return this.post(address, text, {});
  }

  private async post(to: string, message: string, more: Record<string, string>): Promise<SendResult> {
    const { url, from, user, password } = this.settings;
    const answer = await ask(url, {
      body: new URLSearchParams({ from, to, message, ...more }),
      headers: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` },
    });
    if (typeof answer === 'string') {
      const unreached = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(
        answer,
      );
      return { kind: unreached ? 'later' : 'uncertain', why: answer };
    }
    const { status, text } = answer;
    const why = `answer ${status}`;
    const reference = objectIn(text)?.id;
    if (status === 200 && typeof reference === 'string') return { kind: 'sent', ref: reference };
    if (status >= 200 && status < 300) return { kind: 'uncertain', why: `${why} that says nothing` };
    if (mayBeTaken(status)) return { kind: 'uncertain', why };
    // All else it has against us or what we have set, which can be mended.
    return status === 400 && isNoNumber(text)
      ? { kind: 'refused', why, pointIsBad: true }
      : { kind: 'later', why };
  }
}

/**
 * Whether what was asked may have been done although that was answered: by something in between that waited in vain, or by
 * a gateway that failed after it had taken it.
 */
export function mayBeTaken(status: number): boolean {
  return status >= 500 || status === 408 || status === 499;
}

/** Whether 46elks says of the receiver's number, and not of the sender, that there is none. */
export function isNoNumber(text: string): boolean {
  const ofReceiver = /["'`]to["'`]|\bto[ -]?(?:phone ?)?number|\b(?:receiver|recipient|destination)/i.test(
    text,
  );
  const isNone = /invalid|not (?:a )?valid|malformed|does not exist|unknown/i.test(text);
  return ofReceiver && isNone && !/\b(?:from|sender|missing)\b/i.test(text);
}
