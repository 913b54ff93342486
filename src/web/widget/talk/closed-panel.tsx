import { useId, useState } from 'react';
import type { ResidentCase } from '../../../contracts/index.js';
import { newId } from '../../ui/ids.js';
import { OtherCase } from '../outcome/advised-view.js';
import { BusyButton, FieldProblem, Notice, ProblemNotice } from '../parts/bits.js';
import { GrowingText } from '../parts/growing-text.js';
import { talkTexts } from '../texts/talk.js';
import { useAction } from '../use-action.js';
import { useDraft } from '../use-draft.js';
import { useCommon, useSession, useTexts, useTime, useWidget } from '../widget.js';
import { Composer } from './composer.js';

interface ClosedPanelProps {
  view: ResidentCase;
  take: (view: ResidentCase) => void;
}

/** What is left when a case is closed: how it ended, a rating, and the ways on. */
export function ClosedPanel({ view, take }: ClosedPanelProps) {
  const { clock } = useWidget();
  const { t } = useTexts(talkTexts);
  const { person } = useSession();
  const mayReopen = view.reopenUntil !== null && Date.parse(view.reopenUntil) > clock.now().getTime();
  return (
    <>
      <section className="card stack">
        <h1 className="title" tabIndex={-1} data-focus>
          {t('closedTitle')}
        </h1>
        {view.closedAs && <p>{t(`closed-${view.closedAs}`)}</p>}
        {mayReopen && person && view.reopenUntil && (
          <WriteAgain view={view} until={view.reopenUntil} take={take} />
        )}
        <OtherCase />
      </section>
      {person && view.patient && <Rating view={view} take={take} />}
    </>
  );
}

function WriteAgain({ view, until, take }: ClosedPanelProps & { until: string }) {
  const { calls, store } = useWidget();
  const { t } = useTexts(talkTexts);
  const common = useCommon();
  const time = useTime();
  const [draft] = useDraft(`message.${view.id}`);
  const [writing, setWriting] = useState(draft !== '');
  const [messageId] = useState(newId);
  const reopen = useAction(
    (text: string) => calls.reopen(view.id, messageId, text),
    (next) => {
      store.remove(`draft.message.${view.id}`);
      take(next);
    },
  );
  return (
    <div className="stack">
      {!writing && (
        <button type="button" className="button button-main" onClick={() => setWriting(true)}>
          {t('writeAgain')}
        </button>
      )}
      {writing && (
        <Composer
          caseId={view.id}
          label={t('writeAgain')}
          busy={reopen.busy}
          images={false}
          keepText
          send={(text) => reopen.run(text)}
        />
      )}
      {reopen.waiting && <Notice kind="warn">{common.t('keepingOn')}</Notice>}
      <ProblemNotice problem={reopen.problem} />
      <p className="quiet">{t('writeAgainUntil', { when: time.moment(until) })}</p>
    </div>
  );
}

const SCORES = [1, 2, 3, 4, 5] as const;

function Rating({ view, take }: ClosedPanelProps) {
  const { calls } = useWidget();
  const { t } = useTexts(talkTexts);
  const common = useCommon();
  const id = useId();
  const [score, setScore] = useState<(typeof SCORES)[number] | null>(null);
  const [words, setWords] = useDraft(`rating.${view.id}`);
  const [missing, setMissing] = useState(false);
  const rate = useAction(
    (given: number) => calls.rate(view.id, given, words.trim() || null),
    (next) => {
      setWords('');
      take(next);
    },
  );
  if (view.rating) {
    const given = SCORES.find((one) => one === view.rating?.score) ?? 3;
    return (
      <section className="card">
        <p role="status">{t('rateThanks', { score: t(`rate${given}`).toLowerCase() })}</p>
      </section>
    );
  }
  return (
    <form
      className="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(score === null);
        if (score) rate.run(score);
      }}
    >
      <fieldset className="group">
        <legend>
          <h2 className="subtitle">{t('rateTitle')}</h2>
        </legend>
        <div className="choices">
          {[...SCORES].reverse().map((one) => (
            <label key={one} className="choice">
              <input
                type="radio"
                name="score"
                checked={score === one}
                aria-describedby={`${id}-problem`}
                onChange={() => {
                  setScore(one);
                  setMissing(false);
                }}
              />
              <span>
                {one} – {t(`rate${one}`)}
              </span>
            </label>
          ))}
        </div>
        <FieldProblem id={`${id}-problem`}>{missing ? t('ratePick') : null}</FieldProblem>
      </fieldset>
      <div className="wide-field">
        <label htmlFor={`${id}-words`}>{t('rateWords')}</label>
        <GrowingText
          id={`${id}-words`}
          rows={2}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      {rate.waiting && <Notice kind="warn">{common.t('keepingOn')}</Notice>}
      <ProblemNotice problem={rate.problem} />
      <BusyButton type="submit" busy={rate.busy}>
        {t('rateSend')}
      </BusyButton>
    </form>
  );
}
