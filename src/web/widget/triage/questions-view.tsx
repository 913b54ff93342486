import { useEffect, useRef, useState } from 'react';
import type { AnswerValue, ResidentCase, ResidentTriage } from '../../../contracts/index.js';
import { framed } from '../frame.js';
import { BusyButton, Notice, ProblemNotice } from '../parts/bits.js';
import { CaseWays } from '../parts/case-ways.js';
import { Icon } from '../parts/icon.js';
import { useSettling } from '../parts/settle.js';
import { triageTexts } from '../texts/triage.js';
import { useAction } from '../use-action.js';
import { useTexts, useWidget } from '../widget.js';
import { AnsweredList } from './answered-list.js';
import { endQuestions } from './begin-at.js';
import { OfferedReasons } from './offered-reasons.js';
import { OwnWords } from './own-words.js';
import { type PendingAnswer, pendingKeyOf, readPending, stillStands } from './pending-answer.js';
import { QuestionForm } from './question-form.js';

interface QuestionsViewProps {
  view: ResidentCase;
  triage: ResidentTriage;
  take: (view: ResidentCase) => void;
  /** Starts at the change of this answer. */
  change: string | null;
  /** A change was made or left. */
  changed: () => void;
  /** Back among the contact reasons. */
  chooseAgain: () => void;
}

/** The questions, one at a time, with what was answered above. */
export function QuestionsView({ view, triage, take, change, changed, chooseAgain }: QuestionsViewProps) {
  const { calls, store } = useWidget();
  const { t, text } = useTexts(triageTexts);
  const [interrupted, setInterrupted] = useState(() => readPending(store, view));
  const [changing, setChanging] = useState(
    interrupted && 'before' in interrupted ? interrupted.questionId : change,
  );
  const [dropped, setDropped] = useState(0);
  const answeredNow = useRef(triage.answered.length);
  const pendingKey = pendingKeyOf(view.id);

  const send = useAction(
    // Asked anew at each try: the case may have moved on while there was no connection.
    async (pending: PendingAnswer) =>
      stillStands(pending, triage) ? calls.answer(view.id, pending.questionId, pending.value) : null,
    (next) => {
      store.remove(pendingKey);
      setInterrupted(null);
      const before = answeredNow.current;
      const after = (next ?? view).triage?.answered.length ?? 0;
      setDropped(next && changing ? Math.max(0, before - after) : 0);
      answeredNow.current = after;
      setChanging(null);
      if (next) take(next);
      changed();
    },
  );

  const answer = (questionId: string, value: AnswerValue) => {
    // Kept until the server has it, so that a reload without connection does not lose the choice.
    const pending: PendingAnswer = { questionId, value, ...(inChange && { before: inChange.value }) };
    store.set(pendingKey, pending);
    send.run(pending);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for an answer that a reload interrupted
  useEffect(() => {
    if (interrupted) send.run(interrupted);
  }, []);

  useEffect(() => endQuestions, []);

  const refused = send.problem?.code;
  useEffect(() => {
    if (!refused) return;
    store.remove(pendingKey);
  }, [refused, store, pendingKey]);

  const inChange = triage.answered.find((one) => one.question.id === changing);
  const question = inChange?.question ?? triage.question;
  const last = triage.answered.at(-1);
  const offers = triage.offers ?? [];
  if (!question) return null;

  const startChange = (questionId: string) => {
    setDropped(0);
    setInterrupted(null);
    send.clear();
    setChanging(questionId);
  };

  const offered = offers.length > 0 && !inChange;
  const asked = offered ? offers.map(({ flowId }) => flowId).join(' ') : `${question.id} ${changing ?? ''}`;

  return (
    <div className="view stack">
      <h1 className="subtitle">{t('questionsTitle', { reason: text(triage.reason) })}</h1>
      <OwnWords view={view} />
      {view.about !== 'me' && <p>{t('forOther')}</p>}
      <AnsweredList answered={triage.answered} change={startChange} changing={changing} busy={send.busy} />
      <p role="status" className={dropped > 0 ? 'notice notice-quiet' : 'only-read'}>
        {dropped > 0 ? t('dropped', { n: dropped }) : ''}
      </p>
      <QuestionRoom key={asked}>
        {offered ? (
          <OfferedReasons caseId={view.id} offers={offers} take={take} />
        ) : (
          <QuestionForm
            caseId={view.id}
            question={question}
            before={interrupted?.questionId === question.id ? interrupted.value : inChange?.value}
            over={inChange ? t('changing') : t('aboutLeft', { n: triage.aboutLeft })}
            busy={send.busy}
            answer={(value) => answer(question.id, value)}
            cancel={
              inChange
                ? () => {
                    setChanging(null);
                    changed();
                  }
                : undefined
            }
          />
        )}
        {send.waiting && <Notice kind="warn">{t('keepingAnswer')}</Notice>}
        <ProblemNotice problem={send.problem} />
        {!inChange && last && (
          <p>
            <BusyButton
              className="button-quiet"
              busy={send.busy}
              onClick={() => startChange(last.question.id)}
            >
              <Icon name="back" />
              {t('previousQuestion')}
            </BusyButton>
          </p>
        )}
        {!last && (
          <p>
            <BusyButton className="button-quiet" busy={send.busy} onClick={chooseAgain}>
              <Icon name="back" />
              {t('chooseAgain')}
            </BusyButton>
          </p>
        )}
        <CaseWays view={view} />
      </QuestionRoom>
    </div>
  );
}

/** What is asked now, and the ways beside it; none of it takes the second tap of the one before. */
function QuestionRoom({ children }: { children: React.ReactNode }) {
  return (
    <div
      className={framed ? 'stack question-room' : 'stack question-room question-room-alone'}
      {...useSettling()}
    >
      {children}
    </div>
  );
}
