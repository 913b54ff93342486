import { type MailPart, mailParts, unfolded } from './mail-parts.rule.js';
import type { Receipt } from './receipt.rule.js';

/** What a mail that came back says of the one that it is about (RFC 3464). */
export interface ReturnedMail {
  /** Of the delivery: the first part of the Message-ID that we gave it. */
  id: string;
  /** What became of it at each address; ours, or one that it was forwarded to. */
  became: { address: string | null; action: string; status: string }[];
}

const MESSAGE_ID =
  /^(?:X-)?(?:Original-)?Message-ID:\s*<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@[^>\s]+>/gim;
const ACTION = /^Action:[ \t]*([a-z]+)/im;
const STATUS = /^Status:[ \t]*([245]\.\d{1,3}\.\d{1,3})\b/im;
const FINAL = /^Final-Recipient:[ \t]*[a-z0-9-]+[ \t]*;[ \t]*(\S+)/im;
const ORIGINAL = /^Original-Recipient:[ \t]*[a-z0-9-]+[ \t]*;[ \t]*(\S+)/im;

const STATUS_TYPES = ['message/delivery-status', 'message/global-delivery-status'];
const MAIL_TYPES = ['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers'];

/** The address of the receiver (RFC 3463, RFC 7505); 5.1.7 and 5.1.8 are of the sender. */
const NO_ADDRESS = /^5\.1\.(?:[0-6]|10)$/;
/** A mailbox that was shut for good; one that is full is not. */
const SHUT = /^5\.2\.1$/;

/** Whether an enhanced status says that there is no such address. */
export function isNoAddressStatus(status: string): boolean {
  return NO_ADDRESS.test(status);
}

/**
 * Reads a mail that came back, as mail servers write it; null where it is none, or is about a mail that is none of ours.
 * What people write of themselves ("I am away") has no status and is none.
 */
export function readReturnedMail(mail: string): ReturnedMail | null {
  const parts = mailParts(mail);
  // The mail that it is about stands last, with its headers.
  const about = parts.findLast(({ type }) => MAIL_TYPES.includes(type));
  const id = [...unfolded(about?.text ?? mail).matchAll(MESSAGE_ID)].at(-1)?.[1]?.toLowerCase();
  // Some servers hand it on as plain text.
  const told = parts.filter(({ type }) => STATUS_TYPES.includes(type));
  const became = (told.length > 0 ? told : parts).flatMap(receivers);
  return id && became.length > 0 ? { id, became } : null;
}

/** One paragraph each; the first one is of the server that reports. */
function receivers({ text }: MailPart): ReturnedMail['became'] {
  return text.split(/\n[ \t]*\n/).flatMap((paragraph) => {
    const lines = unfolded(paragraph);
    const action = ACTION.exec(lines)?.[1]?.toLowerCase();
    const status = STATUS.exec(lines)?.[1];
    const address = (FINAL.exec(lines) ?? ORIGINAL.exec(lines))?.[1] ?? null;
    return action && status ? [{ address, action, status }] : [];
  });
}

/**
 * What follows for a mail that we sent to an address. Only what is said of that very address tells that there is no such;
 * where it was forwarded, that is lost which its owner must mend there, and the notice goes on by another way.
 * @returns null where it has arrived, or is still tried
 */
export function receiptOfReturned({ became }: ReturnedMail, address: string | null): Receipt | null {
  const isOurs = (each: string | null) => each !== null && bare(each) === bare(address ?? '');
  const ours = became.find((each) => isOurs(each.address));
  if (ours?.action === 'delivered') return null;
  const failed = [ours, ...became].find((each) => each?.action === 'failed');
  if (!failed) return null;
  const { status } = failed;
  const permanent = failed === ours && (NO_ADDRESS.test(status) || SHUT.test(status));
  const from = failed === ours ? 'came back' : 'came back from where it was forwarded';
  return { delivered: false, permanent, why: `${from}: ${status}` };
}

/** Servers write an address in whatever letters they like. */
function bare(address: string): string {
  return address.replace(/^<|>$/g, '').toLowerCase();
}
