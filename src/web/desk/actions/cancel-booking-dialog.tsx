import { Text } from '@mantine/core';
import type { BookingView, DeskCase } from '../../../contracts/index.js';
import { CaseDialog, tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { useCaseWrite } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';

interface Props {
  deskCase: DeskCase;
  booking: BookingView;
  onClose: () => void;
}

/** Cancels a time; doing it twice is doing it once. */
export function CancelBookingDialog({ deskCase, booking, onClose }: Props) {
  const { t, time } = useTexts();
  const { api } = useDesk();
  const write = useCaseWrite<void>(deskCase.id, () =>
    api.call('DELETE /api/desk/cases/:caseId/bookings/:bookingId', {
      params: { caseId: deskCase.id, bookingId: booking.id },
    }),
  );
  return (
    <CaseDialog
      title={t('cancelTitle')}
      confirm={t('cancelConfirm')}
      cancel={t('cancelKeep')}
      isEnding
      write={write}
      onConfirm={() =>
        write.mutate(undefined, {
          onSuccess: () => {
            tell(t('cancelledDone'));
            onClose();
          },
        })
      }
      onClose={onClose}
    >
      <Text>
        {t('cancelText', {
          when: time.moment(booking.startsAt),
          kind: t(`kind_${booking.kind}`),
          performer: booking.performerName,
          unit: booking.unit.name,
        })}
      </Text>
    </CaseDialog>
  );
}
