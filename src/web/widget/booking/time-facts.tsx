import type { ReactNode } from 'react';
import type { BookingKind, Instant } from '../../../contracts/index.js';
import { bookingTexts } from '../texts/booking.js';
import { useTexts, useTime } from '../widget.js';

interface TimeFactsProps {
  startsAt: Instant;
  kind: BookingKind;
  performerName: string;
  unitName: string;
  address?: string;
  /** More rows. */
  children?: ReactNode;
}

/** When, where, with whom, how. */
export function TimeFacts({ startsAt, kind, performerName, unitName, address, children }: TimeFactsProps) {
  const { t } = useTexts(bookingTexts);
  const time = useTime();
  return (
    <dl className="facts">
      <dt>{t('when')}</dt>
      <dd>
        <strong>
          {time.day(startsAt)} {time.clock(startsAt)}
        </strong>
      </dd>
      <dt>{t('where')}</dt>
      <dd>
        {unitName}
        {address && <span className="quiet facts-more">{address}</span>}
      </dd>
      <dt>{t('who')}</dt>
      <dd>{performerName}</dd>
      <dt>{t('how')}</dt>
      <dd>{t(`kind-${kind}`)}</dd>
      {children}
    </dl>
  );
}
