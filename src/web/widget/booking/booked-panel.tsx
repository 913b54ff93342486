import { useEffect, useRef, useState } from 'react';
import type { BookingView, ResidentCase } from '../../../contracts/index.js';
import { focusOn } from '../frame.js';
import { BusyButton, Notice, ProblemNotice } from '../parts/bits.js';
import { Confirm } from '../parts/dialog.js';
import { UnitContactFacts } from '../parts/unit-contact.js';
import { bookingTexts } from '../texts/booking.js';
import { useAction } from '../use-action.js';
import { useCommon, usePhone, useTexts, useTime, useWidget } from '../widget.js';
import { TimeFacts } from './time-facts.js';
import { Times } from './times.js';

interface BookedPanelProps {
  view: ResidentCase;
  booking: BookingView;
  take: (view: ResidentCase) => void;
  /** The case's main thing, or something beside a conversation. */
  main: boolean;
}

/** A booked time: what it is, to the calendar, change it, cancel it. */
export function BookedPanel({ view, booking, take, main }: BookedPanelProps) {
  const { calls, clock } = useWidget();
  const { t } = useTexts(bookingTexts);
  const common = useCommon();
  const time = useTime();
  const phone = usePhone();
  const [rebooking, setRebooking] = useState(false);
  const [cancelling, setCancelling] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const choice = useRef<HTMLHeadingElement>(null);
  const before = useRef(rebooking);
  useEffect(() => {
    if (before.current !== rebooking) focusOn(rebooking ? choice.current : heading.current);
    before.current = rebooking;
  }, [rebooking]);
  const calendar = useAction(() => calls.calendarFile(view.id, booking.id), save);
  const cancel = useAction(
    () => calls.cancelBooking(view.id, booking.id),
    (next) => {
      setCancelling(false);
      take(next);
    },
  );
  const ahead = !booking.cancelled && Date.parse(booking.startsAt) > clock.now().getTime();
  /** Only what was booked with a ticket can be booked anew oneself. */
  const ticketComesBack = view.state === 'booked' && booking.bookedBy === 'resident';
  const Heading = main ? 'h1' : 'h2';
  return (
    <section className="card stack">
      <Heading
        ref={heading}
        className={main ? 'title' : 'subtitle'}
        tabIndex={-1}
        data-focus={main ? true : undefined}
      >
        {booking.cancelled ? t('cancelledTitle') : main ? t('bookedTitle') : t('yourTime')}
      </Heading>
      {booking.bookedBy === 'staff' && !booking.cancelled && <p className="quiet">{t('bookedByStaff')}</p>}
      <TimeFacts
        startsAt={booking.startsAt}
        kind={booking.kind}
        performerName={booking.performerName}
        unitName={booking.unit.name}
        address={booking.address}
      >
        <UnitContactFacts view={view} unitId={booking.unit.id} />
      </TimeFacts>
      {ahead && (
        <>
          <div className="actions">
            <BusyButton busy={calendar.busy} onClick={() => calendar.run()}>
              {t('addToCalendar')}
            </BusyButton>
            {!rebooking && (
              <button type="button" className="button" onClick={() => setRebooking(true)}>
                {t('rebook')}
              </button>
            )}
            <button type="button" className="button button-quiet" onClick={() => setCancelling(true)}>
              {t('cancel')}
            </button>
          </div>
          <ProblemNotice problem={calendar.problem} />
        </>
      )}
      {rebooking && (
        <div className="stack">
          <h2 ref={choice} className="subtitle" tabIndex={-1}>
            {t('timesTitle')}
          </h2>
          <Times
            key={booking.timeId}
            view={view}
            moves={booking}
            take={(next) => {
              setRebooking(false);
              take(next);
            }}
          />
          <button type="button" className="button" onClick={() => setRebooking(false)}>
            {t('keepTime')}
          </button>
        </div>
      )}
      {cancelling && (
        <Confirm
          title={t('cancelTitle')}
          text={`${time.moment(booking.startsAt)}. ${t(ticketComesBack ? 'cancelText' : 'cancelTextNoTicket', { phone })}`}
          yes={t('cancelYes')}
          no={t('cancelNo')}
          danger
          busy={cancel.busy}
          problem={
            <>
              {cancel.waiting && <Notice kind="warn">{common.t('keepingOn')}</Notice>}
              <ProblemNotice problem={cancel.problem} />
            </>
          }
          onYes={() => cancel.run()}
          onNo={() => setCancelling(false)}
        />
      )}
    </section>
  );
}

/** Hands a file to the browser's own way of saving. */
function save(file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = 'bokad-tid.ics';
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
