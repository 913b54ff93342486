import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { ResidentCase } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { ageText } from '../shared/age.js';
import { CaseDialog } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { Failure, NotSaved } from '../shared/failure.js';
import { Icon } from '../shared/icons.js';
import type { Shown } from '../shared/use-shown-case.js';
import { useTexts } from '../texts/desk-texts.js';
import { CallerAlarm } from './caller-alarm.js';
import { CallerEnd, Taken } from './caller-end.js';
import { CallerNumber } from './caller-number.js';
import { CallerQuestions } from './caller-questions.js';
import { CallerReasons } from './caller-reasons.js';
import { useCallerTexts } from './texts.js';
import { type Steps, useCallerCase } from './use-caller-case.js';

interface Props {
  caseId: string;
  onShow: (shown: Shown | null) => void;
}

/** A case that was opened for somebody on the telephone, from what they said to where it ends. */
export function CallerCase({ caseId, onShow }: Props) {
  const { t } = useCallerTexts();
  const { found, steps } = useCallerCase(caseId);
  if (!found.data)
    return found.isError ? (
      <Failure text={t('failedCase')} onTry={() => void found.refetch()} />
    ) : (
      <Skeleton className="loading-block" />
    );
  if (found.isError && isTaken(found.error)) return <Taken onShow={onShow} />;
  const careCase = found.data;
  const { alarm, state } = careCase;
  // Their call was cut off amid the questions, and somebody has rung back.
  const isCutOff = state === 'waiting' && careCase.reasons !== null;
  const isOpen = state === 'describing' || state === 'triage' || state === 'advised' || state === 'to-book';
  return (
    <>
      <About careCase={careCase} isOpen={isOpen} isCutOff={isCutOff} />
      {(state === 'describing' || isCutOff) && alarm && !alarm.answer ? (
        <CallerAlarm key={alarm.number} caseId={caseId} alarm={alarm} steps={steps} />
      ) : state === 'describing' || (isCutOff && !careCase.triage) ? (
        <CallerReasons careCase={careCase} steps={steps} />
      ) : (
        <>
          {state !== 'triage' && !isCutOff && <CallerEnd careCase={careCase} steps={steps} onShow={onShow} />}
          {careCase.triage && (isOpen || isCutOff) && <CallerQuestions careCase={careCase} steps={steps} />}
        </>
      )}
      <NotSaved of={steps} />
      {isOpen && <Withdraw careCase={careCase} steps={steps} />}
    </>
  );
}

/** A colleague has the case since, and it is shown here no more. */
function isTaken(error: unknown): boolean {
  return error instanceof ProblemError && (error.code === 'not-found' || error.code === 'wrong-state');
}

interface AboutProps {
  careCase: ResidentCase;
  isOpen: boolean;
  isCutOff: boolean;
}

function About({ careCase, isOpen, isCutOff }: AboutProps) {
  const { t } = useCallerTexts();
  const texts = useTexts();
  const { patient, patientAgeMonths, reason } = { reason: careCase.triage?.reason, ...careCase };
  const name = patient ? `${patient.givenName} ${patient.familyName}` : t('someProtected');
  return (
    <section className="flows-card" aria-labelledby="about-title">
      <h3 id="about-title">{t('forWhom', { who: `${name}, ${ageText(patientAgeMonths, texts)}` })}</h3>
      {!patient && (
        <p className="caller-note" data-kind="protected">
          <Icon name="shield" />
          {t('protected')}
        </p>
      )}
      {reason && <p>{texts.text(reason)}</p>}
      <p className="quiet" lang={careCase.language}>
        {t('saidWords', { words: careCase.words })}
      </p>
      {isCutOff && <p className="caller-note">{t('cutOff')}</p>}
      {(isOpen || isCutOff) && <CallerNumber key={careCase.id} caseId={careCase.id} />}
    </section>
  );
}

function Withdraw({ careCase, steps }: { careCase: ResidentCase; steps: Steps }) {
  const { t } = useCallerTexts();
  const { api } = useDesk();
  /** What was shown when it was begun; what comes while it is open has to be read first. */
  const [upTo, setUpTo] = useState<number | null>(null);
  const close = () => setUpTo(null);
  return (
    <div className="flows-tools">
      <Button variant="default" onClick={() => setUpTo(careCase.lastNumber)}>
        {t('withdraw')}
      </Button>
      {upTo !== null && (
        <CaseDialog
          title={t('withdrawTitle')}
          confirm={t('withdraw')}
          isEnding
          write={steps}
          onConfirm={() =>
            steps.mutate(
              () =>
                api.call('POST /api/desk/cases/:caseId/withdrawal', {
                  params: { caseId: careCase.id },
                  body: { upTo },
                }),
              { onSuccess: close },
            )
          }
          onClose={close}
        >
          <p>{t('withdrawText')}</p>
        </CaseDialog>
      )}
    </div>
  );
}
