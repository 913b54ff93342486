import type { ComponentType } from 'react';
import type { BilingualText, CaseAction, DeskCase, TimelineEntry } from '../../../contracts/index.js';
import type { OutgoingMessage } from '../../live/outbox.js';
import type { Draft } from '../conversation/drafts.js';
import type { IconName } from '../shared/icons.js';

/** What every dialog over a case is given; each takes what it needs. */
export interface CaseDialogProps {
  deskCase: DeskCase;
  /** The timeline with what has come since the case was read. */
  entries: readonly TimelineEntry[];
  draft: Draft;
  outbox: readonly OutgoingMessage[];
  onForgetDraft: () => void;
  /** Back to the queue, when the case is no longer here. */
  onLeave: () => void;
  onClose: () => void;
}

/** How much room the bar of actions has. */
export type Room = 'wide' | 'middle' | 'narrow';

/** Something that staff do with a case, once: all that the desk needs to offer it. */
export interface StaffAction {
  /** What the reader must be allowed to do. */
  needs: CaseAction;
  icon: IconName;
  label: BilingualText;
  /** A letter of its own, and how the sheet of keys says what it does. There are 26. */
  key: { letter: string; does: BilingualText } | null;
  /** The widths at which it stands in the bar; else it is folded into the bar's menu. */
  inBar: readonly Room[];
  /** When it is offered, of when it may be done; always, if not said. */
  isOffered?: (deskCase: DeskCase) => boolean;
  /** Why it cannot be done now, though it may be done. */
  blocked?: (deskCase: DeskCase, isCalling: boolean) => BilingualText | null;
  Dialog: ComponentType<CaseDialogProps>;
}
