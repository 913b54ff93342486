import type { AttachmentRef } from '../../../contracts/index.js';
import type { Store } from '../../api/storage.js';

/** What a staff member has typed and not sent, kept in the browser so that it survives a reload. */
export interface Draft {
  reply: string;
  note: string;
  /** Images added to the reply; the server has them already. */
  images: AttachmentRef[];
}
export const EMPTY_DRAFT: Draft = { reply: '', note: '', images: [] };

const PREFIX = 'draft.';

export function isEmptyDraft(draft: Draft): boolean {
  return draft.reply.trim() === '' && draft.note.trim() === '' && draft.images.length === 0;
}

/** What was typed in this case; empty when nothing was. `store` is the staff member's own. */
export function readDraft(store: Store, caseId: string): Draft {
  const kept = store.get<Partial<Draft>>(PREFIX + caseId);
  return {
    reply: typeof kept?.reply === 'string' ? kept.reply : '',
    note: typeof kept?.note === 'string' ? kept.note : '',
    images: Array.isArray(kept?.images) ? kept.images : [],
  };
}

/** Keeps a draft; an empty one is removed. */
export function keepDraft(store: Store, caseId: string, draft: Draft): void {
  if (isEmptyDraft(draft)) store.remove(PREFIX + caseId);
  else store.set(PREFIX + caseId, draft);
}

/** Whether anything lies here that was typed and not sent: drafts, or messages on their way. */
export function hasUnsent(store: Store): boolean {
  return store.keys().some((key) => key.startsWith(PREFIX) || key.startsWith('outbox.'));
}
