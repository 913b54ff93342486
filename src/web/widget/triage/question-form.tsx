import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { AnswerValue, QuestionView } from '../../../contracts/index.js';
import { BusyButton, FieldProblem, Fold } from '../parts/bits.js';
import { ImagePicker, useUploads } from '../parts/image-picker.js';
import { ReadAloud } from '../parts/read-aloud.js';
import { useSettling } from '../parts/settle.js';
import { triageTexts } from '../texts/triage.js';
import { useCommon, useTexts, useTime, useWidget } from '../widget.js';
import { type AnswerProblem, readAnswer, type Typed, typedFrom } from './answer-rules.js';
import { beginAt } from './begin-at.js';
import { QuestionInputs } from './question-inputs.js';

interface QuestionFormProps {
  caseId: string;
  question: QuestionView;
  /** The answer given before, when it is being changed. */
  before: AnswerValue | undefined;
  /** Shown above the question: how many are left, or that an answer is being changed. */
  over: string;
  /** It is being sent: until then the fields show what is sent, and take nothing else. */
  busy: boolean;
  answer: (value: AnswerValue) => void;
  /** Leaves a change undone. */
  cancel?: () => void;
}

/** One question. It takes focus when it appears, so that it is read out. */
export function QuestionForm(props: QuestionFormProps) {
  const { question, before, over, busy, answer, cancel, caseId } = props;
  const { t, text } = useTexts(triageTexts);
  const common = useCommon();
  const { clock, acted } = useWidget();
  const time = useTime();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Typed>(() => typedFrom(before));
  const [problem, setProblem] = useState<AnswerProblem | null>(null);
  const settling = useSettling();
  const { uploads, list } = useUploads();
  const kept = question.kind === 'image' ? typed.images : [];
  const uploading = list.some((upload) => upload.state === 'sending' || upload.state === 'waiting');

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when this question appears
  useEffect(() => {
    if (acted()) beginAt(heading.current);
  }, []);

  const give = (fields: Typed) => {
    if (busy || uploading) return;
    const images = [...kept, ...list.filter((upload) => upload.state === 'ready').map((upload) => upload.id)];
    const read = readAnswer(question, { ...fields, images }, time.dayKey(clock.now().toISOString()));
    if (read.ok) {
      setProblem(null);
      answer(read.value);
      return;
    }
    setProblem(read.problem);
    form.current?.querySelector<HTMLElement>('input:not([hidden]), textarea, .images button')?.focus();
  };

  const change = (fields: Typed) => {
    if (busy) return;
    setTyped(fields);
    setProblem(null);
  };

  return (
    <form
      ref={form}
      className="card stack question"
      {...settling}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        give(typed);
      }}
    >
      <p className="quiet question-over">{over}</p>
      <fieldset className="group" aria-disabled={busy}>
        <legend>
          <h2 ref={heading} tabIndex={-1} className="question-text">
            {text(question.text)}
          </h2>
        </legend>
        {question.optional && <p className="quiet">{t('optional')}</p>}
        <QuestionInputs
          question={question}
          typed={typed}
          change={change}
          answerNow={(fields) => {
            change(fields);
            give(fields);
          }}
          problemId={`${id}-problem`}
          invalid={problem !== null}
        />
        {question.kind === 'image' && (
          <>
            {kept.length > 0 && <p>{t('nImages', { n: kept.length })}</p>}
            <ImagePicker uploads={uploads} list={list} caseId={caseId} busy={busy} />
          </>
        )}
        <FieldProblem id={`${id}-problem`}>{problem && problemText(problem, question, t)}</FieldProblem>
      </fieldset>
      <div className="actions">
        <BusyButton
          type="submit"
          className="button-main"
          busy={busy || uploading}
          busyText={uploading ? common.t('imageUploading') : undefined}
        >
          {cancel ? t('saveAnswer') : common.t('next')}
        </BusyButton>
        {question.optional && (
          <BusyButton busy={busy} onClick={() => answer(null)}>
            {t('skip')}
          </BusyButton>
        )}
        {cancel && (
          <BusyButton busy={busy} onClick={cancel}>
            {t('keepAnswer')}
          </BusyButton>
        )}
        <ReadAloud
          text={[question.text, ...(question.options ?? []).map((each) => each.text)].map(text).join('. ')}
        />
      </div>
      {question.why && (
        <Fold title={t('whyAsk')}>
          <p>{text(question.why)}</p>
        </Fold>
      )}
    </form>
  );
}

type Texts = ReturnType<typeof useTexts<typeof triageTexts>>['t'];

function problemText(problem: AnswerProblem, question: QuestionView, t: Texts): string {
  const { min, max, step } = question;
  if (problem === 'numberStep') return t('numberStep', { step: step ?? 1 });
  if (problem !== 'numberRange') return t(problem);
  if (min !== undefined && max !== undefined) return t('numberBetween', { min, max });
  return min !== undefined ? t('numberFrom', { min }) : t('numberTo', { max: max ?? '' });
}
