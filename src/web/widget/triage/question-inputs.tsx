import { useId } from 'react';
import type { QuestionView } from '../../../contracts/index.js';
import { DURATION_UNITS, type DurationUnit } from '../../../contracts/index.js';
import { GrowingText } from '../parts/growing-text.js';
import { triageTexts } from '../texts/triage.js';
import { useTexts, useTime, useWidget } from '../widget.js';
import { type Typed, toggled } from './answer-rules.js';

export interface InputProps {
  question: QuestionView;
  typed: Typed;
  change: (typed: Typed) => void;
  /** Answers with this at once: a tap on one of a few choices, or on "none of these". */
  answerNow: (typed: Typed) => void;
  /** Id of the words that say what is wrong. */
  problemId: string;
  invalid: boolean;
}

/** The fields of a question, by its kind; images have their own. */
export function QuestionInputs(props: InputProps) {
  switch (props.question.kind) {
    case 'one':
    case 'yes-no':
      return <OneOf {...props} />;
    case 'several':
      return <SomeOf {...props} />;
    case 'scale':
      return <Scale {...props} />;
    case 'number':
      return <NumberField {...props} />;
    case 'date':
      return <DateField {...props} />;
    case 'duration':
      return <DurationField {...props} />;
    case 'text':
      return <TextField {...props} />;
    case 'image':
      return null;
  }
}

function OneOf({ question, typed, change, answerNow, problemId }: InputProps) {
  const { t, text } = useTexts(triageTexts);
  const options =
    question.kind === 'yes-no'
      ? [
          { id: 'yes', words: t('yes') },
          { id: 'no', words: t('no') },
        ]
      : (question.options ?? []).map((option) => ({ id: option.id, words: text(option.text) }));
  return (
    <div className={question.kind === 'yes-no' ? 'choices choices-row' : 'choices'}>
      {options.map((option) => (
        <label key={option.id} className="choice">
          <input
            type="radio"
            name={question.id}
            value={option.id}
            checked={typed.choice === option.id}
            aria-describedby={problemId}
            onChange={() => change({ ...typed, choice: option.id })}
            // A click by a finger or a mouse counts its presses; one that the keyboard made (arrows, space) has none,
            // and then only the button goes on.
            onClick={(event) => event.detail > 0 && answerNow({ ...typed, choice: option.id })}
          />
          <span>{option.words}</span>
        </label>
      ))}
    </div>
  );
}

function SomeOf({ question, typed, change, answerNow, problemId }: InputProps) {
  const { t, text } = useTexts(triageTexts);
  const options = question.options ?? [];
  return (
    <>
      <p className="quiet">{t('several')}</p>
      <div className="choices">
        {options.map((option) => (
          <label key={option.id} className="choice">
            <input
              type="checkbox"
              name={question.id}
              value={option.id}
              checked={typed.choices.includes(option.id)}
              aria-describedby={problemId}
              onChange={() => change({ ...typed, choices: toggled(options, typed.choices, option.id) })}
              // "None of these" is a whole answer and goes on, as a tap on one of a few does. Not where something was
              // chosen already: a slip of the finger must not take back a sign of danger unseen.
              onClick={({ detail }) =>
                option.exclusive &&
                detail > 0 &&
                typed.choices.length === 0 &&
                answerNow({ ...typed, choices: [option.id] })
              }
            />
            <span>{text(option.text)}</span>
          </label>
        ))}
      </div>
    </>
  );
}

function Scale({ question, typed, change, problemId }: InputProps) {
  const { text } = useTexts(triageTexts);
  const min = question.min ?? 0;
  const steps = Array.from({ length: (question.max ?? 10) - min + 1 }, (_, index) => min + index);
  return (
    <div className="scale">
      {question.low && (
        <p className="quiet" aria-hidden="true">
          {min} = {text(question.low)}
        </p>
      )}
      <div className="scale-steps">
        {steps.map((step) => {
          const end = step === min ? question.low : step === steps.at(-1) ? question.high : undefined;
          return (
            <label key={step} className="choice scale-step">
              <input
                type="radio"
                name={question.id}
                value={step}
                checked={typed.text === String(step)}
                aria-label={end ? `${step}, ${text(end)}` : String(step)}
                aria-describedby={problemId}
                onChange={() => change({ ...typed, text: String(step) })}
              />
              <span>{step}</span>
            </label>
          );
        })}
      </div>
      {question.high && (
        <p className="quiet scale-high" aria-hidden="true">
          {steps.at(-1)} = {text(question.high)}
        </p>
      )}
    </div>
  );
}

function NumberField({ question, typed, change, problemId, invalid }: InputProps) {
  const { t, text } = useTexts(triageTexts);
  return (
    <label className="short-field">
      <span className={question.unit ? undefined : 'only-read'}>
        {question.unit ? text(question.unit) : t('yourAnswer')}
      </span>
      <input
        className="field"
        inputMode="decimal"
        autoComplete="off"
        value={typed.text}
        aria-invalid={invalid}
        aria-describedby={problemId}
        onChange={(event) => change({ ...typed, text: event.target.value })}
      />
    </label>
  );
}

function DateField({ typed, change, answerNow, problemId, invalid }: InputProps) {
  const { t } = useTexts(triageTexts);
  const time = useTime();
  const { clock } = useWidget();
  const now = clock.now();
  const today = time.dayKey(now.toISOString());
  const yesterday = time.dayKey(new Date(now.getTime() - 24 * 3_600_000).toISOString());
  return (
    <div className="row">
      <label className="short-field">
        <span>{t('date')}</span>
        <input
          className="field"
          type="date"
          max={today}
          value={typed.text}
          aria-invalid={invalid}
          aria-describedby={problemId}
          onChange={(event) => change({ ...typed, text: event.target.value })}
        />
      </label>
      <button type="button" className="button" onClick={() => answerNow({ ...typed, text: today })}>
        {t('today')}
      </button>
      <button type="button" className="button" onClick={() => answerNow({ ...typed, text: yesterday })}>
        {t('yesterday')}
      </button>
    </div>
  );
}

function DurationField({ typed, change, problemId, invalid }: InputProps) {
  const { t } = useTexts(triageTexts);
  return (
    <div className="row">
      <label className="short-field">
        <span>{t('howLong')}</span>
        <input
          className="field"
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={typed.text}
          aria-invalid={invalid}
          aria-describedby={problemId}
          onChange={(event) => change({ ...typed, text: event.target.value })}
        />
      </label>
      <label className="short-field">
        <span>{t('unit')}</span>
        <select
          className="field"
          value={typed.unit}
          onChange={(event) => change({ ...typed, unit: event.target.value as DurationUnit })}
        >
          {DURATION_UNITS.map((unit) => (
            <option key={unit} value={unit}>
              {t(unit, { n: 2 })}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function TextField({ typed, change, problemId, invalid }: InputProps) {
  const { t } = useTexts(triageTexts);
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="only-read">
        {t('yourAnswer')}
      </label>
      <GrowingText
        id={id}
        rows={3}
        value={typed.text}
        aria-invalid={invalid}
        aria-describedby={problemId}
        onChange={(event) => change({ ...typed, text: event.target.value })}
      />
    </>
  );
}
