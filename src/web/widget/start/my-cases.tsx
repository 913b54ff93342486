import { useEffect, useState } from 'react';
import type { ResidentCaseRow } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { LoadFailed, Loading } from '../parts/bits.js';
import { SignInLink } from '../parts/sign-in-link.js';
import { bookingTexts } from '../texts/booking.js';
import { closedTexts } from '../texts/closed.js';
import { menuTexts } from '../texts/menu.js';
import { myCasesTexts } from '../texts/my-cases.js';
import { useSession, useTexts, useTime, useWidget } from '../widget.js';

function useMyCases(): { rows: ResidentCaseRow[] | null; failed: boolean; again: () => void } {
  const { calls } = useWidget();
  const { status, person } = useSession();
  const [rows, setRows] = useState<ResidentCaseRow[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [round, setRound] = useState(0);
  const personId = person?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person or another try has other cases
  useEffect(() => {
    if (status !== 'open') {
      setRows([]);
      return;
    }
    let gone = false;
    setFailed(false);
    calls.mine().then(
      (mine) => gone || setRows(mine),
      (error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
        if (!gone) setFailed(true);
      },
    );
    return () => {
      gone = true;
    };
  }, [calls, status, personId, round]);
  return { rows, failed, again: () => setRound((one) => one + 1) };
}

const isOpen = ({ state }: ResidentCaseRow) => state !== 'closed';
const hasTimes = ({ bookings }: ResidentCaseRow) => bookings.length > 0;

/** Under the start: cases that are not closed, and those with a booked time ahead. */
export function OngoingCases() {
  const { t } = useTexts(myCasesTexts);
  const { rows } = useMyCases();
  const shown = rows?.filter((row) => isOpen(row) || hasTimes(row)) ?? [];
  if (shown.length === 0) return null;
  return (
    <section className="stack">
      <h2 className="subtitle">{t('ongoing')}</h2>
      <CaseRows rows={shown} />
    </section>
  );
}

/** All that is the resident's: booked times, open cases and earlier ones. */
export function MyCases() {
  const { t } = useTexts(myCasesTexts);
  const menu = useTexts(menuTexts);
  const { person } = useSession();
  const { rows, failed, again } = useMyCases();
  const open = rows?.filter(isOpen) ?? [];
  const earlier = rows?.filter((row) => !isOpen(row)) ?? [];
  return (
    <section className="view stack">
      <h1 className="title" tabIndex={-1} data-focus>
        {menu.t('myCases')}
      </h1>
      {!person && (
        <div className="card stack">
          <SignInLink otherWay />
        </div>
      )}
      {failed && <LoadFailed again={again} />}
      {!rows && !failed && <Loading />}
      {person && rows?.length === 0 && !failed && <p>{t('noCases')}</p>}
      {rows && <BookedTimes rows={rows} />}
      {open.length > 0 && (
        <>
          <h2 className="subtitle">{t('open')}</h2>
          <CaseRows rows={open} />
        </>
      )}
      {earlier.length > 0 && (
        <>
          <h2 className="subtitle">{t('earlier')}</h2>
          <CaseRows rows={earlier} />
        </>
      )}
    </section>
  );
}

/** Times ahead, whoever booked them, the soonest first; each leads to its case, where it is changed. */
function BookedTimes({ rows }: { rows: readonly ResidentCaseRow[] }) {
  const { t } = useTexts(myCasesTexts);
  const { go } = useWidget();
  const booking = useTexts(bookingTexts);
  const time = useTime();
  const times = rows
    .flatMap((row) => row.bookings.map((booked) => ({ row, booked })))
    .sort((a, b) => a.booked.startsAt.localeCompare(b.booked.startsAt));
  if (times.length === 0) return null;
  return (
    <>
      <h2 className="subtitle">{t('times')}</h2>
      <ul className="rows">
        {times.map(({ row, booked }) => (
          <li key={booked.id}>
            <button
              type="button"
              className="case-row"
              onClick={() => go({ name: 'case', caseId: row.id })}
              data-booking={booked.id}
            >
              <span className="case-row-title">{time.moment(booked.startsAt)}</span>
              <span>
                {t('timeAt', { kind: booking.t(`kind-${booked.kind}`), unit: booked.unit.name })}
                {row.patientName && ` · ${t('caseFor', { name: row.patientName })}`}
              </span>
              <span className="quiet">{t('changeTime')}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function CaseRows({ rows }: { rows: readonly ResidentCaseRow[] }) {
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={row.id}>
          <CaseRow row={row} />
        </li>
      ))}
    </ul>
  );
}

function CaseRow({ row }: { row: ResidentCaseRow }) {
  const { t, text } = useTexts(myCasesTexts);
  const closed = useTexts(closedTexts);
  const time = useTime();
  const { go } = useWidget();
  const state = row.rightEnded ? t('rightEnded') : t(`state-${row.state}`);
  return (
    <button type="button" className="case-row" onClick={() => go({ name: 'case', caseId: row.id })}>
      <span className="case-row-title">{row.reason ? text(row.reason) : row.words}</span>
      <span className="case-row-state">
        {row.closedAs && row.closedAt
          ? `${t('closedOn', { when: time.moment(row.closedAt) })} ${closed.t(`closed-${row.closedAs}`)}`
          : state}
        {row.unread > 0 && <strong> · {t('unread', { n: row.unread })}</strong>}
      </span>
      {row.decided && <span>{t('decided', { advice: text(row.decided) })}</span>}
      <span className="quiet">
        {t('caseStarted', { when: time.moment(row.startedAt) })}
        {row.patientName && ` · ${t('caseFor', { name: row.patientName })}`}
      </span>
    </button>
  );
}
