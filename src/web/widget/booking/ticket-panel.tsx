import type { BookingTicketView, ResidentCase } from '../../../contracts/index.js';
import { UnitContactFacts } from '../parts/unit-contact.js';
import { bookingTexts } from '../texts/booking.js';
import { useTexts, useTime } from '../widget.js';
import { Times } from './times.js';

interface TicketPanelProps {
  view: ResidentCase;
  ticket: BookingTicketView;
  take: (view: ResidentCase) => void;
}

/** The right to book one kind of time, and the times. */
export function TicketPanel({ view, ticket, take }: TicketPanelProps) {
  const { t } = useTexts(bookingTexts);
  const time = useTime();
  return (
    <section className="card stack">
      <h2 className="subtitle">{t('timesTitle')}</h2>
      <p>
        {t('kindAt', { kind: t(`kind-${ticket.kind}`), unit: ticket.unit.name })}{' '}
        <span className="quiet">{t('ticketUntil', { when: time.moment(ticket.validUntil) })}</span>
      </p>
      <dl className="facts">
        <UnitContactFacts view={view} unitId={ticket.unit.id} />
      </dl>
      <Times view={view} take={take} />
    </section>
  );
}
