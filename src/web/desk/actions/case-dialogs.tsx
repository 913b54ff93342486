import type { BookingView, DeskCase } from '../../../contracts/index.js';
import type { OutgoingMessage } from '../../live/outbox.js';
import { CallDialog } from '../call/call-dialog.js';
import { AskDialog } from '../consult/ask-dialog.js';
import { JoinInDialog } from '../consult/join-in-dialog.js';
import { ReferDialog } from '../consult/refer-dialog.js';
import { TakeOverDialog } from '../consult/take-over-dialog.js';
import type { Draft } from '../conversation/drafts.js';
import { AdviceDialog } from './advice-dialog.js';
import { BookingDialog } from './booking-dialog.js';
import { CancelBookingDialog } from './cancel-booking-dialog.js';
import type { Action } from './case-actions.js';
import { CloseDialog } from './close-dialog.js';
import { HandBackDialog } from './hand-back-dialog.js';
import { TicketDialog } from './ticket-dialog.js';
import { TransferDialog } from './transfer-dialog.js';
import { UrgencyDialog } from './urgency-dialog.js';

export type OpenDialog =
  | { kind: Action }
  | { kind: 'rebook'; booking: BookingView }
  | { kind: 'cancel-booking'; booking: BookingView };

interface Props {
  dialog: OpenDialog;
  deskCase: DeskCase;
  draft: Draft;
  outbox: readonly OutgoingMessage[];
  onForgetDraft: () => void;
  /** Back to the queue, when the case is no longer here. */
  onLeave: () => void;
  onClose: () => void;
}

/** The dialog that is open over a case. */
export function CaseDialogs({ dialog, deskCase, draft, outbox, onForgetDraft, onLeave, onClose }: Props) {
  const common = { deskCase, onClose };
  switch (dialog.kind) {
    case 'call':
      return <CallDialog {...common} />;
    case 'book':
      return <BookingDialog {...common} rebooked={null} />;
    case 'rebook':
      return <BookingDialog {...common} rebooked={dialog.booking} />;
    case 'cancel-booking':
      return <CancelBookingDialog {...common} booking={dialog.booking} />;
    case 'urgency':
      return <UrgencyDialog {...common} />;
    case 'advice':
      return <AdviceDialog {...common} />;
    case 'ticket':
      return <TicketDialog {...common} />;
    case 'consult':
      return <AskDialog {...common} />;
    case 'join-in':
      return <JoinInDialog {...common} />;
    case 'refer':
      return <ReferDialog {...common} />;
    case 'take-over':
      return <TakeOverDialog {...common} />;
    case 'transfer':
      return <TransferDialog {...common} draft={draft} onForgetDraft={onForgetDraft} onLeave={onLeave} />;
    case 'hand-back':
      return <HandBackDialog {...common} />;
    case 'close':
      return <CloseDialog {...common} draft={draft} outbox={outbox} onForgetDraft={onForgetDraft} />;
  }
}
