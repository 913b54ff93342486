import { useCallback, useEffect, useState } from 'react';
import type { BookableTime, BookingView, ResidentCase } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { newId } from '../../api/ids.js';
import { BusyButton, LoadFailed, Loading, Notice, ProblemNotice } from '../parts/bits.js';
import { Dialog } from '../parts/dialog.js';
import { bookingTexts } from '../texts/booking.js';
import { useAction } from '../use-action.js';
import { useCommon, usePhone, useTexts, useTime, useWidget } from '../widget.js';
import { groupTimes } from './group-times.js';
import { TimeFacts } from './time-facts.js';

/** As many days as fit a phone; the rest on request. */
const FIRST_DAYS = 5;

interface TimesProps {
  view: ResidentCase;
  take: (view: ResidentCase) => void;
  /** A booking that this is to move; else a ticket is used. */
  moves?: BookingView;
}

/** Picks one of the free times: the next three, then days as rows. */
export function Times({ view, take, moves }: TimesProps) {
  const { calls } = useWidget();
  const { t } = useTexts(bookingTexts);
  const common = useCommon();
  const time = useTime();
  const phone = usePhone();
  const [times, setTimes] = useState<BookableTime[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [picked, setPicked] = useState<{ time: BookableTime; id: string } | null>(null);
  const [taken, setTaken] = useState(false);
  const [allDays, setAllDays] = useState(false);

  const movedId = moves?.id;

  const load = useCallback(() => {
    setFailed(false);
    calls.times(view.id, movedId).then(setTimes, (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      setFailed(true);
    });
  }, [calls, view.id, movedId]);
  useEffect(load, [load]);

  const book = useAction(
    (id: string, timeId: string) =>
      movedId ? calls.rebook(view.id, timeId, movedId) : calls.book(view.id, id, timeId),
    take,
  );
  const lost = book.problem?.code === 'time-taken';
  useEffect(() => {
    if (!lost) return;
    setPicked(null);
    setTaken(true);
    load();
  }, [lost, load]);

  if (failed) {
    return <LoadFailed again={load} />;
  }
  if (!times) return <Loading />;
  if (times.length === 0) {
    return (
      <div className="stack">
        <p>{t('noTimes', { phone })}</p>
        <button type="button" className="button" onClick={load}>
          {t('lookAgain')}
        </button>
      </div>
    );
  }
  const { next, days } = groupTimes(times, time.dayKey);
  const shownDays = allDays ? days : days.slice(0, FIRST_DAYS);
  const pick = (one: BookableTime) => {
    book.clear();
    setTaken(false);
    // One id for one picked time: a try after a lost answer books it once.
    setPicked({ time: one, id: newId() });
  };
  return (
    <div className="stack">
      {taken && <Notice kind="problem">{t('taken')}</Notice>}
      <section className="stack-small">
        <h3 className="subtitle">{t('soonest')}</h3>
        <ul className="times-next">
          {next.map((one) => (
            <li key={one.id}>
              <button type="button" className="time-card" onClick={() => pick(one)}>
                <strong>{time.moment(one.startsAt)}</strong>
                <span>{one.performerName}</span>
                <span className="quiet">{one.unit.name}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section className="stack-small">
        <h3 className="subtitle">{t('otherDays')}</h3>
        <div className="folds">
          {shownDays.map(({ day, times: ofDay }) => (
            <details key={day} className="fold">
              <summary>
                <span>{time.day(ofDay[0]?.startsAt ?? day)}</span>
                <span className="quiet nowrap">{t('nTimes', { n: ofDay.length })}</span>
              </summary>
              <ul className="times-day fold-inside">
                {ofDay.map((one) => (
                  <li key={one.id}>
                    <button type="button" className="button" onClick={() => pick(one)}>
                      {time.clock(one.startsAt)}
                      <span className="quiet"> {one.performerName}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </div>
        {shownDays.length < days.length && (
          <button type="button" className="button" onClick={() => setAllDays(true)}>
            {t('laterDays')}
          </button>
        )}
      </section>
      {picked && (
        <Dialog title={moves ? t('confirmRebookTitle') : t('confirmTitle')} onClose={() => setPicked(null)}>
          <TimeFacts
            startsAt={picked.time.startsAt}
            kind={picked.time.kind}
            performerName={picked.time.performerName}
            unitName={picked.time.unit.name}
          />
          {book.waiting && <Notice kind="warn">{common.t('keepingOn')}</Notice>}
          <ProblemNotice problem={book.problem} />
          <div className="actions">
            <BusyButton
              className="button-main"
              busy={book.busy}
              onClick={() => book.run(picked.id, picked.time.id)}
            >
              {t('book')}
            </BusyButton>
            <button type="button" className="button" onClick={() => setPicked(null)}>
              {t('otherTime')}
            </button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
