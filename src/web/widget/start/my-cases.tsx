import { useEffect, useState } from 'react';
import type { ResidentCaseRow } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { Loading, Notice } from '../parts/bits.js';
import { SignInLink } from '../parts/sign-in-link.js';
import { startTexts } from '../texts/start.js';
import { useCommon, useSession, useTexts, useTime, useWidget } from '../widget.js';

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

/** The resident's cases, newest first; under the start only those that are not closed. */
export function MyCases({ ongoingOnly = false }: { ongoingOnly?: boolean }) {
  const { t } = useTexts(startTexts);
  const common = useCommon();
  const { person } = useSession();
  const { rows, failed, again } = useMyCases();
  const shown = rows?.filter((row) => !ongoingOnly || row.state !== 'closed');

  if (ongoingOnly && (!shown || shown.length === 0)) return null;
  const Heading = ongoingOnly ? 'h2' : 'h1';
  return (
    <section className={ongoingOnly ? 'stack' : 'view stack'}>
      <Heading className={ongoingOnly ? 'subtitle' : 'title'} tabIndex={-1} data-focus>
        {ongoingOnly ? t('ongoing') : common.t('myCases')}
      </Heading>
      {!ongoingOnly && !person && (
        <div className="card stack">
          <SignInLink otherWay />
        </div>
      )}
      {failed && (
        <Notice kind="problem">
          <p>{common.t('loadFailed')}</p>
          <button type="button" className="button" onClick={again}>
            {common.t('tryAgain')}
          </button>
        </Notice>
      )}
      {!shown && !failed && <Loading />}
      {person && shown?.length === 0 && !failed && <p>{t('noCases')}</p>}
      {shown && shown.length > 0 && (
        <ul className="rows">
          {shown.map((row) => (
            <li key={row.id}>
              <CaseRow row={row} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function CaseRow({ row }: { row: ResidentCaseRow }) {
  const { t, text } = useTexts(startTexts);
  const time = useTime();
  const { go } = useWidget();
  return (
    <button type="button" className="case-row" onClick={() => go({ name: 'case', caseId: row.id })}>
      <span className="case-row-title">{row.reason ? text(row.reason) : row.words}</span>
      <span className="case-row-state">
        {row.rightEnded ? t('rightEnded') : t(`state-${row.state}`)}
        {row.unread > 0 && <strong> · {t('unread', { n: row.unread })}</strong>}
      </span>
      <span className="quiet">
        {t('caseStarted', { when: time.moment(row.startedAt) })}
        {row.patientName && ` · ${t('caseFor', { name: row.patientName })}`}
      </span>
    </button>
  );
}
