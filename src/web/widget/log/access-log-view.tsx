import { useCallback, useEffect, useState } from 'react';
import type { AccessAction, AccessLogRow } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { LoadFailed, Loading } from '../parts/bits.js';
import { logTexts } from '../texts/log.js';
import { useCommon, useTexts, useTime, useWidget } from '../widget.js';

/** What the log calls each kind of reading, in plain words. */
const WHAT = {
  case: 'whatCase',
  'case-as-participant': 'whatParticipant',
  'case-as-consulted': 'whatConsulted',
  'case-as-former-holder': 'whatFormer',
  found: 'whatFound',
  list: 'whatList',
  caller: 'whatCaller',
  image: 'whatImage',
  consultation: 'whatConsultation',
  'telephone-number': 'whatTelephone',
} as const satisfies Record<AccessAction, keyof typeof logTexts>;

/** Lists staff who have read the resident's cases, or one of them. */
export function AccessLogView({ caseId }: { caseId?: string }) {
  const { calls, go } = useWidget();
  const { t } = useTexts(logTexts);
  const common = useCommon();
  const time = useTime();
  const [rows, setRows] = useState<AccessLogRow[] | null>(null);
  const [failed, setFailed] = useState(false);
  const load = useCallback(() => {
    setFailed(false);
    calls.accessLog().then(
      (all) => setRows(all.filter((row) => !caseId || row.caseId === caseId)),
      (error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
        setFailed(true);
      },
    );
  }, [calls, caseId]);
  useEffect(load, [load]);
  return (
    <div className="view stack">
      <h1 className="title" tabIndex={-1} data-focus>
        {t(caseId ? 'logTitleCase' : 'logTitle')}
      </h1>
      <p className="quiet">{t(caseId ? 'logHintCase' : 'logHint')}</p>
      {failed && <LoadFailed again={load} />}
      {!rows && !failed && <Loading />}
      {rows?.length === 0 && <p>{t(caseId ? 'logEmptyCase' : 'logEmpty')}</p>}
      {rows && rows.length > 0 && (
        <ul className="rows">
          {rows.map((row) => (
            <li
              key={`${row.at} ${row.who} ${row.action} ${row.caseId} ${row.patientName}`}
              className="card log-row"
            >
              <dl className="facts">
                <dt>{t('logWhen')}</dt>
                <dd>{time.moment(row.at)}</dd>
                <dt>{t('logWho')}</dt>
                <dd>
                  {row.who}, {common.t(row.role)}
                </dd>
                <dt>{t('logUnit')}</dt>
                <dd>{row.unit}</dd>
                <dt>{t('logWhat')}</dt>
                <dd>{t(WHAT[row.action])}</dd>
                <dt>{t('logPatient')}</dt>
                <dd>{row.patientName}</dd>
              </dl>
            </li>
          ))}
        </ul>
      )}
      {caseId && (
        <p className="actions">
          <button type="button" className="button" onClick={() => go({ name: 'case', caseId })}>
            {t('logToCase')}
          </button>
          <button type="button" className="button button-quiet" onClick={() => go({ name: 'access-log' })}>
            {t('logAll')}
          </button>
        </p>
      )}
    </div>
  );
}
