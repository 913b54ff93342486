import type { ComponentType } from 'react';
import type { BookingView } from '../../../contracts/index.js';
import { BookingDialog } from './booking-dialog.js';
import { CancelBookingDialog } from './cancel-booking-dialog.js';
import { STAFF_ACTIONS, type StaffActionId } from './registry.js';
import type { CaseDialogProps } from './staff-action.js';

/** What staff can do with a booking, offered beside it. */
const ON_BOOKING = {
  rebook: BookingDialog,
  cancel: CancelBookingDialog,
} as const satisfies Record<string, ComponentType<CaseDialogProps & { booking: BookingView }>>;

export type OpenDialog =
  | { action: StaffActionId }
  | { onBooking: keyof typeof ON_BOOKING; booking: BookingView };

/** The dialog that is open over a case. */
export function CaseDialogs({ dialog, ...props }: CaseDialogProps & { dialog: OpenDialog }) {
  if ('action' in dialog) {
    const { Dialog } = STAFF_ACTIONS[dialog.action];
    return <Dialog {...props} />;
  }
  const Dialog = ON_BOOKING[dialog.onBooking];
  return <Dialog {...props} booking={dialog.booking} />;
}
