import { useState } from 'react';
import type { ResidentCase } from '../../../contracts/index.js';
import { Fold, Notice, ProblemNotice } from '../parts/bits.js';
import { Confirm } from '../parts/dialog.js';
import { InterpreterLine } from '../parts/interpreter-line.js';
import { UnitContactFacts } from '../parts/unit-contact.js';
import { talkTexts } from '../texts/talk.js';
import { useAction } from '../use-action.js';
import { useCommon, usePhone, useTexts, useTime, useWidget } from '../widget.js';
import { AboutChild } from './holder-line.js';

interface WaitingPanelProps {
  view: ResidentCase;
  take: (view: ResidentCase) => void;
}

/** Where the case waits and why, how long honestly, what happens meanwhile. */
export function WaitingPanel({ view, take }: WaitingPanelProps) {
  const { t, text } = useTexts(talkTexts);
  const phone = usePhone();
  const { go } = useWidget();
  return (
    <section className="card stack">
      <h1 className="title" tabIndex={-1} data-focus>
        {t('waitingTitle')}
      </h1>
      <AboutChild view={view} />
      {view.place && <p>{text(view.place.why)}</p>}
      <ExpectedAnswer view={view} />
      <p>{t('gotWorse', { phone })}</p>
      {view.place && (
        <section className="stack-small">
          <h2 className="subtitle">{view.place.unit.name}</h2>
          <dl className="facts">
            <UnitContactFacts view={view} unitId={view.place.unit.id} />
          </dl>
        </section>
      )}
      <InterpreterLine view={view} />
      <Fold title={t('ifLeave')}>
        <p>{t('ifLeaveText')}</p>
      </Fold>
      <p>
        <button type="button" className="button" onClick={() => go({ name: 'contact' })}>
          {t('beTold')}
        </button>
      </p>
      {view.canWithdraw && <Withdraw view={view} take={take} />}
    </section>
  );
}

function ExpectedAnswer({ view }: { view: ResidentCase }) {
  const { t } = useTexts(talkTexts);
  const time = useTime();
  const { expectedWait, answerBy, answerAwaited } = view;
  const from = expectedWait ? time.duration(expectedWait.fromMinutes) : '';
  const to = expectedWait ? time.duration(expectedWait.toMinutes) : '';
  if (answerAwaited)
    return (
      <div className="expected">
        <p>{t('answerAwaited')}</p>
      </div>
    );
  return (
    <div className="expected">
      {expectedWait && <p>{from === to ? t('expectedWaitOne', { to }) : t('expectedWait', { from, to })}</p>}
      {expectedWait?.closesAt && <p>{t('closesBefore', { when: time.clock(expectedWait.closesAt) })}</p>}
      {answerBy && <p>{t('answerBy', { when: time.moment(answerBy) })}</p>}
      {!expectedWait && !answerBy && <p>{t('answerUnknown')}</p>}
    </div>
  );
}

/** Takes the case back, after one more question. */
export function Withdraw({ view, take }: WaitingPanelProps) {
  const { calls } = useWidget();
  const { t } = useTexts(talkTexts);
  const common = useCommon();
  const [asking, setAsking] = useState(false);
  const withdraw = useAction(
    () => calls.withdraw(view.id),
    (next) => {
      setAsking(false);
      take(next);
    },
  );
  return (
    <p>
      <button type="button" className="button button-quiet" onClick={() => setAsking(true)}>
        {t('withdraw')}
      </button>
      {asking && (
        <Confirm
          title={t('withdrawTitle')}
          text={t('withdrawText')}
          yes={t('withdrawYes')}
          no={t('withdrawNo')}
          danger
          busy={withdraw.busy}
          problem={
            <>
              {withdraw.waiting && <Notice kind="warn">{common.t('keepingOn')}</Notice>}
              <ProblemNotice problem={withdraw.problem} />
            </>
          }
          onYes={() => withdraw.run()}
          onNo={() => setAsking(false)}
        />
      )}
    </p>
  );
}
