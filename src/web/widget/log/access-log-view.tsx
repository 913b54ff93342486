import { useCallback, useEffect, useState } from 'react';
import type { AccessLogRow } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { Loading, Notice } from '../parts/bits.js';
import { logTexts } from '../texts/log.js';
import { useCommon, useTexts, useTime, useWidget } from '../widget.js';

/** Lists staff who have read the resident's cases. */
export function AccessLogView() {
  const { calls } = useWidget();
  const { t } = useTexts(logTexts);
  const common = useCommon();
  const time = useTime();
  const [rows, setRows] = useState<AccessLogRow[] | null>(null);
  const [failed, setFailed] = useState(false);
  const load = useCallback(() => {
    setFailed(false);
    calls.accessLog().then(setRows, (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      setFailed(true);
    });
  }, [calls]);
  useEffect(load, [load]);
  return (
    <div className="view stack">
      <h1 className="title" tabIndex={-1} data-focus>
        {t('logTitle')}
      </h1>
      <p className="quiet">{t('logHint')}</p>
      {failed && (
        <Notice kind="problem">
          <p>{common.t('loadFailed')}</p>
          <button type="button" className="button" onClick={load}>
            {common.t('tryAgain')}
          </button>
        </Notice>
      )}
      {!rows && !failed && <Loading />}
      {rows?.length === 0 && <p>{t('logEmpty')}</p>}
      {rows && rows.length > 0 && (
        <ul className="rows">
          {rows.map((row) => (
            <li key={`${row.at} ${row.who} ${row.action} ${row.caseId}`} className="card log-row">
              <dl className="facts">
                <dt>{t('logWhen')}</dt>
                <dd>{time.moment(row.at)}</dd>
                <dt>{t('logWho')}</dt>
                <dd>
                  {row.who}, {common.t(row.role)}
                </dd>
                <dt>{t('logUnit')}</dt>
                <dd>{row.unit}</dd>
                <dt>{t('logPatient')}</dt>
                <dd>{row.patientName}</dd>
              </dl>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
