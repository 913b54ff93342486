import type { Receipt } from './receipt.rule.js';

/** What a mail that came back says of the one that it is about (RFC 3464). */
export interface ReturnedMail {
  /** Of the delivery: the first part of the Message-ID that we gave it. */
  id: string;
  receipt: Receipt;
}

const MESSAGE_ID =
  /^(?:X-)?(?:Original-)?Message-ID:\s*<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@[^>\s]+>/gim;
const ACTION = /^Action:[ \t]*([a-z]+)/im;
const STATUS = /^Status:[ \t]*([245]\.\d{1,3}\.\d{1,3})\b/im;

/** The address of the receiver (RFC 3463, RFC 7505); 5.1.7 and 5.1.8 are of the sender. */
const NO_ADDRESS = /^5\.1\.(?:[0-6]|10)$/;
/** A mailbox that was shut for good; one that is full is not. */
const SHUT = /^5\.2\.1$/;

/** Whether an enhanced status says that there is no such address. */
export function isNoAddressStatus(status: string): boolean {
  return NO_ADDRESS.test(status);
}

/**
 * Reads a mail that came back, as mail servers write it; null where it is none, is about a mail that is none of ours, or
 * only says that it is still tried. What people write of themselves ("I am away") has no status and is none.
 */
export function readReturnedMail(text: string): ReturnedMail | null {
  // The mail that it is about stands last, with its headers.
  const id = [...text.matchAll(MESSAGE_ID)].at(-1)?.[1]?.toLowerCase();
  const action = ACTION.exec(text)?.[1]?.toLowerCase();
  const status = STATUS.exec(text)?.[1];
  if (!id || action !== 'failed' || !status) return null;
  return {
    id,
    receipt: {
      delivered: false,
      permanent: NO_ADDRESS.test(status) || SHUT.test(status),
      why: `came back: ${status}`,
    },
  };
}
