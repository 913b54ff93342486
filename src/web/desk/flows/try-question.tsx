import { Button, Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import {
  type AnswerValue,
  DURATION_UNITS,
  type Language,
  type QuestionView,
} from '../../../contracts/index.js';
import { translator } from '../../i18n/i18n.js';
import { BusyButton } from '../shared/busy-button.js';
import { flowTexts, useFlowTexts } from './texts.js';
import { readTyped, type Typed, type TypedFault, ticked, typedFrom } from './typed-answer.js';

interface Props {
  question: QuestionView;
  before: AnswerValue | undefined;
  /** The most questions left; null when an earlier answer is changed. */
  left: number | null;
  /** Of the made-up patient. */
  language: Language;
  isBusy: boolean;
  onAnswer: (value: AnswerValue) => void;
  /** Answers a question for an image as if one was added; null where none can be. */
  onPicture: (() => void) | null;
  onKeep: (() => void) | null;
}

/** One question as the resident is asked it. It takes focus when it appears, so that it is read out. */
export function TryQuestion({
  question,
  before,
  left,
  language,
  isBusy,
  onAnswer,
  onPicture,
  onKeep,
}: Props) {
  const { t } = useFlowTexts();
  const [typed, setTyped] = useState<Typed>(() => typedFrom(before));
  const [fault, setFault] = useState<TypedFault | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const faultId = useId();
  useEffect(() => heading.current?.focus(), []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const read = readTyped(question, typed);
    setFault(read.ok ? null : read.fault);
    if (read.ok) onAnswer(read.value);
  };
  return (
    <form className="flows-card flows-try" onSubmit={send} noValidate>
      {left !== null && <p className="quiet">{t('left', { n: left })}</p>}
      <fieldset aria-describedby={fault ? faultId : undefined}>
        <legend>
          <h2 ref={heading} tabIndex={-1} lang={language}>
            {question.text[language]}
          </h2>
        </legend>
        {question.why && (
          <p className="quiet" lang={language}>
            {question.why[language]}
          </p>
        )}
        <Fields question={question} typed={typed} language={language} onChange={setTyped} />
        {fault && (
          <p id={faultId} role="alert" className="flows-fault">
            {t(fault)}
          </p>
        )}
      </fieldset>
      <div className="flows-tools">
        {question.kind === 'image' ? (
          onPicture && <Button onClick={() => !isBusy && onPicture()}>{t('withPicture')}</Button>
        ) : (
          <BusyButton type="submit" isBusy={isBusy}>
            {t('next')}
          </BusyButton>
        )}
        {question.optional && (
          <Button variant="default" onClick={() => !isBusy && onAnswer(null)}>
            {t('skip')}
          </Button>
        )}
        {onKeep && (
          <Button variant="default" onClick={onKeep}>
            {t('keepAnswer')}
          </Button>
        )}
      </div>
    </form>
  );
}

interface FieldsProps {
  question: QuestionView;
  typed: Typed;
  language: Language;
  onChange: (typed: Typed) => void;
}

/** The fields of a question, by its kind. */
function Fields({ question, typed, language, onChange }: FieldsProps) {
  const { t } = translator(flowTexts, language);
  const written = {
    value: typed.text,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...typed, text: event.currentTarget.value }),
  };
  switch (question.kind) {
    case 'several':
      return (
        <div className="flows-choices" lang={language}>
          {question.options?.map(({ id, text }) => (
            <Checkbox
              key={id}
              label={text[language]}
              checked={typed.chosen.includes(id)}
              onChange={() => onChange({ ...typed, chosen: ticked(question, typed.chosen, id) })}
            />
          ))}
        </div>
      );
    case 'one':
    case 'yes-no':
    case 'scale':
      return (
        <div className="flows-choices" data-scale={question.kind === 'scale'} lang={language}>
          {choicesOf(question, language).map(({ id, label }) => (
            <Radio
              key={id}
              name={question.id}
              label={label}
              checked={typed.chosen[0] === id}
              onChange={() => onChange({ ...typed, chosen: [id] })}
            />
          ))}
        </div>
      );
    case 'number':
      return <TextInput label={question.unit?.[language] ?? t('answer')} inputMode="decimal" {...written} />;
    case 'duration':
      return (
        <div className="flows-fields">
          <TextInput label={t('howLong')} inputMode="numeric" {...written} />
          <NativeSelect
            label={t('unit')}
            value={typed.unit}
            data={DURATION_UNITS.map((unit) => ({ value: unit, label: t(`unit_${unit}`, { n: 2 }) }))}
            onChange={(event) =>
              onChange({
                ...typed,
                unit: DURATION_UNITS.find((unit) => unit === event.currentTarget.value) ?? 'days',
              })
            }
          />
        </div>
      );
    case 'date':
      return <TextInput label={t('answer')} type="date" {...written} />;
    case 'text':
      return <Textarea label={t('answer')} maxLength={2000} autosize minRows={2} {...written} />;
    case 'image':
      return null;
  }
}

/** What there is to choose from, with the words at the ends of a scale. */
function choicesOf(question: QuestionView, language: Language): { id: string; label: string }[] {
  const { t } = translator(flowTexts, language);
  const { kind, options = [], min = 0, max = 10, low, high } = question;
  if (kind === 'yes-no')
    return [
      { id: 'yes', label: t('yes') },
      { id: 'no', label: t('no') },
    ];
  if (kind !== 'scale') return options.map(({ id, text }) => ({ id, label: text[language] }));
  return Array.from({ length: max - min + 1 }, (_, at) => {
    const step = min + at;
    const end = step === min ? low : step === max ? high : undefined;
    return { id: String(step), label: end ? `${step}, ${end[language]}` : String(step) };
  });
}
