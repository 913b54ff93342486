import { Alert, Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type AnswerValue,
  type FlowPage,
  LANGUAGES,
  type Language,
  SEXES,
  type Sex,
  type TriageView,
} from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { newId } from '../../api/ids.js';
import { useDesk } from '../shared/desk-context.js';
import { flowAddress } from '../shared/use-flow-address.js';
import { useFlowTexts } from './texts.js';
import { TryAnswers } from './try-answers.js';
import { TryQuestion } from './try-question.js';
import { TryResult } from './try-result.js';
import { ageInMonths } from './typed-answer.js';

interface Patient {
  ageMonths: number;
  sex: Sex | null;
}

interface Tried {
  patient: Patient;
  answers: ReadonlyMap<string, AnswerValue>;
}

/** Goes through a flow as a made-up patient. The answers stay in this page; the server stores nothing. */
export default function TryOut({ page }: { page: FlowPage }) {
  const { t } = useFlowTexts();
  const { api } = useDesk();
  const { hash, current, version } = page.shown;
  const flowId = page.words.id;
  const [language, setLanguage] = useState<Language>('sv');
  const [tried, setTried] = useState<Tried | null>(null);
  const [view, setView] = useState<TriageView | null>(null);
  /** The earlier answer that is being changed. */
  const [changing, setChanging] = useState<string | null>(null);
  const step = useMutation({
    mutationFn: ({ patient, answers }: Tried) =>
      api.call('POST /api/desk/flows/:flowId/try-out', {
        params: { flowId },
        body: {
          hash,
          ...patient,
          answers: [...answers].map(([questionId, value]) => ({ questionId, value })),
        },
      }),
    onSuccess: ({ view: next }, asked) => {
      // What no longer applies is gone at the end, as it is for residents.
      const left = next.result
        ? new Map(next.answered.map(({ question, value }) => [question.id, value]))
        : asked.answers;
      setTried({ ...asked, answers: left });
      setView(next);
      setChanging(null);
    },
  });
  const answer = (questionId: string, value: AnswerValue) => {
    if (tried) step.mutate({ ...tried, answers: new Map(tried.answers).set(questionId, value) });
  };
  const begin = (patient: Patient) => {
    setView(null);
    setChanging(null);
    step.mutate({ patient, answers: new Map() });
  };
  const changed = view?.answered.find(({ question }) => question.id === changing);
  const asked = changed?.question ?? view?.question;
  return (
    <>
      <div className="flows-tools">
        <a href={flowAddress()}>{t('back')}</a>
        <a href={flowAddress({ flowId, hash: current ? null : hash })}>{t('toReading')}</a>
      </div>
      <p>
        <strong>{t('versionNumber', { version })}.</strong> {t('tryText')}
      </p>
      <PatientForm
        hasBegun={view !== null}
        isBusy={step.isPending}
        language={language}
        onLanguage={setLanguage}
        onBegin={begin}
      />
      {step.error && (
        <Alert color="red" role="alert" title={t('tryFailed')}>
          <TryFault error={step.error} language={language} />
        </Alert>
      )}
      {view && view.answered.length > 0 && (
        <TryAnswers
          questions={page.words.questions}
          answered={view.answered}
          language={language}
          changing={changing}
          onChange={setChanging}
        />
      )}
      {asked && (
        <TryQuestion
          key={asked.id}
          question={asked}
          before={changed?.value ?? tried?.answers.get(asked.id)}
          left={changed ? null : (view?.aboutLeft ?? 0)}
          language={language}
          isBusy={step.isPending}
          onAnswer={(value) => answer(asked.id, value)}
          onPicture={() => answer(asked.id, [newId()])}
          onKeep={changed ? () => setChanging(null) : null}
        />
      )}
      {view?.result && !changed && <TryResult page={page} result={view.result} language={language} />}
    </>
  );
}

function TryFault({ error, language }: { error: unknown; language: Language }) {
  const { t } = useFlowTexts();
  if (!(error instanceof ProblemError)) return null;
  if (error.code === 'wrong-state') return <p>{t('notForPatient')}</p>;
  const { detail, errors = [] } = error.problem;
  return <p>{t('wrongAnswer', { why: (language === 'en' && errors[0]?.message) || detail })}</p>;
}

interface PatientFormProps {
  hasBegun: boolean;
  isBusy: boolean;
  language: Language;
  onLanguage: (language: Language) => void;
  onBegin: (patient: Patient) => void;
}

function PatientForm({ hasBegun, isBusy, language, onLanguage, onBegin }: PatientFormProps) {
  const { t } = useFlowTexts();
  const [years, setYears] = useState('');
  const [months, setMonths] = useState('');
  const [sex, setSex] = useState<Sex | null>(null);
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      className="flows-card"
      aria-labelledby="patient-title"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const ageMonths = ageInMonths(years, months);
        setWrong(ageMonths === null);
        if (ageMonths !== null && !isBusy) onBegin({ ageMonths, sex });
      }}
    >
      <h2 id="patient-title">{t('tryPatient')}</h2>
      <div className="flows-fields">
        <TextInput
          label={t('years')}
          inputMode="numeric"
          value={years}
          error={isWrong && t('fault_age')}
          onChange={(event) => setYears(event.currentTarget.value)}
        />
        <TextInput
          label={t('months')}
          inputMode="numeric"
          value={months}
          onChange={(event) => setMonths(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('sex')}
          value={sex ?? 'unknown'}
          data={(['unknown', ...SEXES] as const).map((each) => ({ value: each, label: t(`sex_${each}`) }))}
          onChange={(event) => setSex(SEXES.find((each) => each === event.currentTarget.value) ?? null)}
        />
        <NativeSelect
          label={t('tryLanguage')}
          value={language}
          data={LANGUAGES.map((each) => ({ value: each, label: t(`readIn_${each}`) }))}
          onChange={(event) =>
            onLanguage(LANGUAGES.find((each) => each === event.currentTarget.value) ?? 'sv')
          }
        />
      </div>
      <Button type="submit" variant={hasBegun ? 'default' : 'filled'}>
        {hasBegun ? t('startOver') : t('start')}
      </Button>
    </form>
  );
}
