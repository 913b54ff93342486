import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** An answer of the server other than that all is well. */
type Refusal = { code: number; text: string };

/** A real SMTP server on loopback: it keeps what it has accepted, and can refuse, be slow, or break off. */
export class MailServer {
  /** What was accepted, in order. */
  readonly accepted: ParsedMail[] = [];
  /** When each was, in the time of this machine. */
  readonly acceptedAt = new Map<ParsedMail, number>();
  /** Refuses a receiver. */
  refuse: (address: string) => Refusal | null = () => null;
  /** Refuses a text, after it has come. */
  refuseText: () => Refusal | null = () => null;
  /** Breaks off instead of answering, after the text has come. */
  breakOff = false;
  /** How long it takes to accept. */
  delayMs = 0;
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      onRcptTo: ({ address }, _session, done) => done(asError(this.refuse(address))),
      onData: (stream, _session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', async () => {
          if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
          const refusal = asError(this.refuseText());
          if (refusal) return done(refusal);
          // Accepted is what it has taken, whether or not the sender lives to hear it.
          const at = Date.now();
          const parsed = await simpleParser(Buffer.concat(parts));
          this.acceptedAt.set(parsed, at);
          this.accepted.push(parsed);
          if (!this.breakOff) return done();
          for (const connection of this.server.connections) connection.close();
          return undefined;
        });
      },
    });
    this.server.on('error', () => undefined); // of connections whose sender died
  }

  static async open(port = 0): Promise<MailServer> {
    const mail = new MailServer();
    await mail.listen(port);
    return mail;
  }

  async listen(port = this.port): Promise<void> {
    this.server.listen(port, '127.0.0.1');
    await once(this.server.server, 'listening');
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  to(address: string): ParsedMail[] {
    return this.accepted.filter(({ to }) => [to].flat().some((each) => each?.text.includes(address)));
  }

  /** The code in the newest mail to an address. */
  code(address: string): string {
    return /\b\d{6}\b/.exec(this.to(address).at(-1)?.text ?? '')?.[0] ?? '';
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

function asError(refusal: Refusal | null): (Error & { responseCode: number }) | null {
  return refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code });
}
