import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { SEND_TIMEOUT_MS, type SendResult } from './channel.js';
import { isNoAddressStatus } from './returned-mail.rule.js';

/** What a server said, as nodemailer reports it. */
interface SmtpError extends Error {
  responseCode?: number;
  code?: string;
  /** What the server was asked when it said so. */
  command?: string;
  /** All of its answer. */
  response?: string;
}

/** Where mail is handed in. */
export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise STARTTLS where the server offers it. */
  secure: boolean;
  /** Nothing is said to a server that does not offer STARTTLS. */
  requireTls: boolean;
  user?: string;
  password?: string;
}

/** Reads `smtp://user:password@host:port` or `smtps://…`; `?tls=required` refuses servers without STARTTLS. */
export function smtpServerOf(address: string): SmtpServer {
  const url = new URL(address);
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname,
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    requireTls: url.searchParams.get('tls') === 'required',
    ...(url.username
      ? { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
      : {}),
  };
}

/**
 * One connection to a mail server, used for one mail after another. It knows whether the server could have taken a mail
 * when the connection broke: from the moment when the text is being sent, nobody can say.
 */
export class SmtpLine {
  private connection: SMTPConnection | null = null;

  constructor(private readonly server: SmtpServer) {}

  /** Hands in one mail. Never two at once. */
  async send(envelope: { from: string; to: string }, message: Buffer): Promise<SendResult> {
    try {
      this.connection ??= await this.open();
    } catch (error) {
      this.close();
      return { kind: 'later', why: `no connection: ${describe(error as SmtpError)}` };
    }
    const { connection } = this;
    let begun = false;
    const text = Readable.from(
      (function* () {
        begun = true; // only read once the server has said that it is ready for it
        yield message;
      })(),
      { objectMode: false },
    );
    return new Promise((resolve) => {
      const settle = (result: SendResult, keep: boolean) => {
        connection.removeListener('error', lost);
        connection.removeListener('end', ended);
        if (!keep) this.close();
        resolve(result);
      };
      const lost = (error: SmtpError) => settle(resultOf(error, begun), false);
      const ended = () => lost(new Error('the connection ended'));
      connection.once('error', lost);
      connection.once('end', ended);
      connection.send({ from: envelope.from, to: [envelope.to] }, text, (error, info) => {
        if (error) settle(resultOf(error as SmtpError, begun), false);
        else settle({ kind: 'sent', ref: info?.response ?? null }, true);
      });
    });
  }

  close(): void {
    this.connection?.close();
    this.connection = null;
  }

  private open(): Promise<SMTPConnection> {
    const { host, port, secure, requireTls, user, password } = this.server;
    const connection = new SMTPConnection({
      host,
      port,
      secure,
      requireTLS: requireTls,
      connectionTimeout: SEND_TIMEOUT_MS / 2,
      greetingTimeout: SEND_TIMEOUT_MS / 2,
      socketTimeout: SEND_TIMEOUT_MS,
    });
    return new Promise((resolve, reject) => {
      connection.once('error', reject);
      connection.once('end', () => {
        if (this.connection === connection) this.connection = null;
        reject(new Error('the connection ended'));
      });
      connection.connect((error?: Error | null) => {
        if (error) return reject(error);
        const ready = () => {
          connection.removeListener('error', reject);
          // A line that breaks while nothing is sent is opened again for the next mail.
          connection.on('error', () => {
            if (this.connection === connection) this.connection = null;
          });
          resolve(connection);
        };
        if (!user) return ready();
        connection.login({ user, pass: password ?? '' }, (refused?: Error | null) =>
          refused ? reject(refused) : ready(),
        );
      });
    });
  }
}

/** What a failure means for the mail. An answer of the server is certain, whenever it comes. */
function resultOf(error: SmtpError, begun: boolean): SendResult {
  const why = describe(error);
  const code = error.responseCode;
  if (code) return isNoAddress(error) ? { kind: 'refused', why, pointIsBad: true } : { kind: 'later', why };
  return begun ? { kind: 'uncertain', why } : { kind: 'later', why };
}

/** No such mailbox; mailbox moved; mailbox name not allowed. */
const BAD_ADDRESS = new Set([550, 551, 553]);

/**
 * Whether a server says that there is no such address. All else it has against us, this mail or how we are set up: that
 * can be mended, and must not cost a resident their address.
 */
export function isNoAddress({ command, response = '', responseCode = 0 }: SmtpError): boolean {
  if (command !== 'RCPT TO' || responseCode < 500) return false;
  const enhanced = /^5\d\d[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  if (enhanced) return isNoAddressStatus(enhanced);
  return BAD_ADDRESS.has(responseCode) && !/\brelay/i.test(response);
}

/** Without what a server repeats of the address. */
function describe(error: SmtpError): string {
  return [error.responseCode ?? error.code ?? 'error', error.message.replace(/<?\S+@\S+>?/g, '…')]
    .join(' ')
    .slice(0, 200);
}
