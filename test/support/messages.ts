import { randomUUID } from 'node:crypto';
import type { MessageToSend, TimelineEntry } from '../../src/contracts/index.js';
import type { ApiSocket } from './people.js';

/** A message that no one has sent yet. */
export const message = (caseId: string, text: string): MessageToSend => ({
  caseId,
  id: randomUUID(),
  text,
  attachmentIds: [],
});

/** Gathers the live entries that a socket is told from now on. */
export function hear(socket: ApiSocket): TimelineEntry[] {
  const heard: TimelineEntry[] = [];
  socket.on('timeline:entries', ({ entries }) => heard.push(...entries));
  return heard;
}

export const texts = (entries: readonly TimelineEntry[]) =>
  entries.flatMap((entry) => (entry.kind === 'message' ? [entry.body.text] : []));
