import {
  type CaseAdvice,
  deniedBy,
  type ResidentCase,
  type ResidentTriage,
  type StandingAdvice,
} from '../../../contracts/index.js';
import { AdviceLists } from '../outcome/advice.js';
import { AttachmentImages } from '../parts/attachment-image.js';
import { LoadFailed, Loading } from '../parts/bits.js';
import '../styles/talk.css';
import '../styles/views.css';
import '../styles/record.css';
import { bookingTexts } from '../texts/booking.js';
import { closedTexts } from '../texts/closed.js';
import { outcomeTexts } from '../texts/outcome.js';
import { recordTexts } from '../texts/record.js';
import { triageTexts } from '../texts/triage.js';
import { answerText } from '../triage/answer-text.js';
import { useCommon, useTexts, useTime, useWidget } from '../widget.js';
import { fullDate } from './full-date.js';
import { placeOf } from './place-of.js';
import { RecordTalk } from './record-talk.js';
import { SharePanel } from './share-panel.js';
import { type CaseRecord, useRecord } from './use-record.js';

/** One case as a document: all of it, to be read, printed or shared. */
export function RecordView({ caseId }: { caseId: string }) {
  const { go } = useWidget();
  const { t } = useTexts(recordTexts);
  const { record, failed, again } = useRecord(caseId);
  return (
    <div className="view stack">
      {failed && <LoadFailed again={again} />}
      {!record && !failed && <Loading />}
      {record && (
        <>
          <Document record={record} />
          <section className="stack no-print">
            <div className="stack-small">
              <button type="button" className="button button-main" onClick={() => window.print()}>
                {t('print')}
              </button>
              <p className="quiet">{t('printHint')}</p>
            </div>
            {!record.view.rightEnded && <SharePanel record={record} />}
          </section>
        </>
      )}
      <p className="no-print">
        <button type="button" className="button button-quiet" onClick={() => go({ name: 'case', caseId })}>
          {t('backToCase')}
        </button>
      </p>
    </div>
  );
}

function Document({ record }: { record: CaseRecord }) {
  const { view } = record;
  const { clock, language, region } = useWidget();
  const { t, text } = useTexts(recordTexts);
  const { triage } = view;
  return (
    <article className="record stack">
      <header className="card stack">
        <h1 className="title" tabIndex={-1} data-focus>
          {triage ? text(triage.reason) : t('recordTitle')}
        </h1>
        <Facts view={view} />
        <p className="only-print">
          {region?.regionName}. {t('printedOn', { when: fullDate(clock.now(), language) })}
        </p>
      </header>
      <section className="card stack">
        <h2 className="subtitle">{t('ownWords')}</h2>
        <p className="written">{view.words}</p>
        <AttachmentImages images={view.images} />
      </section>
      {view.advice && <Advice view={view} advice={view.advice} />}
      {view.bookings.length > 0 && <Bookings view={view} />}
      {triage && triage.answered.length > 0 && <Answers triage={triage} />}
      <RecordTalk entries={record.entries} />
    </article>
  );
}

function Facts({ view }: { view: ResidentCase }) {
  const { language } = useWidget();
  const { t } = useTexts(recordTexts);
  const closed = useTexts(closedTexts);
  const { patient, place, closedAt, closedAs } = view;
  return (
    <dl className="facts">
      {patient && (
        <>
          <dt>{t('about')}</dt>
          <dd>
            {patient.givenName} {patient.familyName}
          </dd>
        </>
      )}
      <dt>{t('started')}</dt>
      <dd>{fullDate(view.startedAt, language)}</dd>
      {place && (
        <>
          <dt>{t('at')}</dt>
          <dd>{place.unit.name}</dd>
        </>
      )}
      {closedAt && closedAs && (
        <>
          <dt>{t('closed')}</dt>
          <dd>{fullDate(closedAt, language)}</dd>
          <dt>{t('ended')}</dt>
          <dd>{closed.t(`closed-${closedAs}`)}</dd>
        </>
      )}
    </dl>
  );
}

/** What stands now, as what to do; the rest is told below it, and not as that. */
function Advice({ view, advice: { standing, others } }: { view: ResidentCase; advice: StandingAdvice }) {
  const { t, text } = useTexts(recordTexts);
  const { language } = useWidget();
  return (
    <section className="card stack">
      <h2 className="subtitle">{t('advice')}</h2>
      {standing && <Standing view={view} advice={standing} />}
      {others.map((other) => (
        <p key={other.now.sv} className="quiet">
          {t(standing && other.at > standing.at ? 'beside' : 'before', {
            when: fullDate(other.at, language),
            now: text(other.now),
          })}
        </p>
      ))}
    </section>
  );
}

function Standing({ view, advice }: { view: ResidentCase; advice: CaseAdvice }) {
  const { t, text } = useTexts(recordTexts);
  const outcome = useTexts(outcomeTexts);
  const { now, why, steps, watchFor, referral } = advice;
  const where = placeOf(view);
  return (
    <>
      <p>
        <strong>{text(now)}</strong>
      </p>
      <p className="quiet">
        <From advice={advice} />
      </p>
      {why && (
        <p>
          <strong>{outcome.t('why')}:</strong> {text(why)}
        </p>
      )}
      <AdviceLists steps={steps} watchFor={watchFor} />
      {where && (
        <p>
          <strong>{t('where')}:</strong> {[where.name, where.address, where.phone].filter(Boolean).join(', ')}
        </p>
      )}
      {referral && <p className="written">{referral.text}</p>}
    </>
  );
}

function From({ advice: { by, at } }: { advice: CaseAdvice }) {
  const { language } = useWidget();
  const { t } = useTexts(recordTexts);
  const common = useCommon();
  const when = fullDate(at, language);
  if (by.kind !== 'staff') return t(`by-${by.kind}`, { when });
  const { name, role, unit } = by;
  return t('byName', { name, role: common.t(role), unit, when });
}

function Bookings({ view }: { view: ResidentCase }) {
  const { language } = useWidget();
  const { t } = useTexts(recordTexts);
  const booking = useTexts(bookingTexts);
  return (
    <section className="card stack">
      <h2 className="subtitle">{t('bookings')}</h2>
      <ul className="stack-small">
        {view.bookings.map(({ id, startsAt, kind, unit, address, performerName }) => (
          <li key={id}>
            <strong>{fullDate(startsAt, language)}</strong>
            <br />
            {booking.t(`kind-${kind}`)}, {performerName}
            <br />
            {unit.name}, {address}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answers({ triage }: { triage: ResidentTriage }) {
  const { t } = useTexts(recordTexts);
  const texts = useTexts(triageTexts);
  const time = useTime();
  return (
    <section className="card stack">
      <h2 className="subtitle">{t('answers')}</h2>
      <dl className="record-answers">
        {triage.answered.map((answered) => (
          <div key={answered.question.id}>
            <dt>{texts.text(answered.question.text)}</dt>
            <dd>
              <span className="written">{answerText(answered, texts, time)}</span>
              {deniedBy(answered).length > 0 && (
                <span className="quiet">
                  {' '}
                  {t('saidNo')}{' '}
                  {deniedBy(answered)
                    .map((each) => texts.text(each))
                    .join('; ')}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
