import { Button, Group } from '@mantine/core';
import type { BookingView, DeskCase } from '../../../contracts/index.js';
import { useNow } from '../shared/use-now.js';
import { useTexts } from '../texts/desk-texts.js';
import { isToCome } from './future-bookings.js';
import { Section } from './section.js';

interface Props {
  deskCase: DeskCase;
  mayAct: boolean;
  onRebook: (booking: BookingView) => void;
  onCancel: (booking: BookingView) => void;
}

/** Times booked in the case. Its holder can change those to come. */
export function Bookings({ deskCase, mayAct, onRebook, onCancel }: Props) {
  const { t } = useTexts();
  const now = useNow();
  return (
    <Section title={t('bookings')}>
      {deskCase.bookings.length === 0 && <p className="quiet">{t('noBookings')}</p>}
      <ul className="bookings">
        {deskCase.bookings.map((booking) => (
          <li key={booking.id} data-over={!isToCome(booking, now)}>
            <BookingText booking={booking} now={now} />
            {mayAct && isToCome(booking, now) && (
              <Group gap="xs">
                <Button size="compact-md" variant="default" onClick={() => onRebook(booking)}>
                  {t('rebook')}
                </Button>
                <Button size="compact-md" variant="default" onClick={() => onCancel(booking)}>
                  {t('cancelBooking')}
                </Button>
              </Group>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function BookingText({ booking, now }: { booking: BookingView; now: Date }) {
  const { t, time } = useTexts();
  return (
    <p>
      <strong>{time.moment(booking.startsAt)}</strong>
      {booking.cancelled ? (
        <span className="mark">{t('cancelled')}</span>
      ) : (
        !isToCome(booking, now) && <span className="mark">{t('past')}</span>
      )}
      <br />
      {t('with', { kind: t(`kind_${booking.kind}`), performer: booking.performerName })}
      <br />
      <span className="quiet">
        {booking.unit.name}, {booking.address}
      </span>
    </p>
  );
}
