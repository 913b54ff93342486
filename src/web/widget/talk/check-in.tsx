import { useEffect, useRef } from 'react';
import type { AnswerValue, CheckInView, ResidentCase } from '../../../contracts/index.js';
import { arriveAt } from '../frame.js';
import { AdviceLists } from '../outcome/advice.js';
import { Notice, ProblemNotice } from '../parts/bits.js';
import { Icon } from '../parts/icon.js';
import { checkInTexts } from '../texts/check-in.js';
import { QuestionForm } from '../triage/question-form.js';
import { useAction } from '../use-action.js';
import { useCommon, useTexts, useWidget } from '../widget.js';

interface CheckInProps {
  view: ResidentCase;
  take: (view: ResidentCase) => void;
}

/** What somebody who waits is asked again, and what to do when the answers say that help is needed elsewhere. */
export function CheckIn({ view, take }: CheckInProps) {
  const { checkIn } = view;
  /** It was there when the page was opened, and stands first. */
  const wasThere = useRef(Boolean(checkIn?.advice));
  if (!checkIn) return null;
  return (
    <>
      {checkIn.advice && <Advice advice={checkIn.advice} comes={!wasThere.current} />}
      {checkIn.question && (
        <Question key={checkIn.question.id} view={view} question={checkIn.question} take={take} />
      )}
    </>
  );
}

function Question({
  view,
  question,
  take,
}: CheckInProps & { question: NonNullable<CheckInView['question']> }) {
  const { calls } = useWidget();
  const { t } = useTexts(checkInTexts);
  const common = useCommon();
  const send = useAction((value: AnswerValue) => calls.answerCheckIn(view.id, question.id, value), take);
  return (
    <section className="stack" aria-labelledby="check-in-title">
      <h2 className="subtitle" id="check-in-title">
        {t('title')}
      </h2>
      <QuestionForm
        caseId={view.id}
        question={question}
        before={undefined}
        over={t('over')}
        busy={send.busy}
        answer={(value) => send.run(value)}
      />
      {send.waiting && <Notice kind="warn">{common.t('keepingOn')}</Notice>}
      <ProblemNotice problem={send.problem} />
    </section>
  );
}

function Advice({ advice, comes }: { advice: NonNullable<CheckInView['advice']>; comes: boolean }) {
  const { t, text } = useTexts(checkInTexts);
  const title = useRef<HTMLHeadingElement>(null);
  // The question was answered further down: what to do now is brought in sight.
  useEffect(() => {
    if (comes) arriveAt(title.current);
  }, [comes]);
  return (
    <section className="emergency" role="alert" aria-label={t('adviceTitle')}>
      <div className="emergency-top stack">
        <h2 className="now" ref={title} tabIndex={-1}>
          {text(advice.now)}
        </h2>
        {advice.outcome === 'emergency-call' && (
          <a className="call" href="tel:112">
            <Icon name="phone" />
            {t('call')}
          </a>
        )}
        <p>{text(advice.why)}</p>
        <AdviceLists steps={advice.steps} watchFor={advice.watchFor} />
      </div>
    </section>
  );
}
