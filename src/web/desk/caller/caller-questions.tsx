import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AnswerValue, ResidentCase } from '../../../contracts/index.js';
import { answerText } from '../flows/answer-text.js';
import { TryQuestion } from '../flows/try-question.js';
import { useDesk } from '../shared/desk-context.js';
import { useTexts } from '../texts/desk-texts.js';
import { ReasonChoice } from './caller-reasons.js';
import { useCallerTexts } from './texts.js';
import type { Steps } from './use-caller-case.js';

/** The questions, one at a time, in the words to read out; what was answered stands above and can be changed. */
export function CallerQuestions({ careCase, steps }: { careCase: ResidentCase; steps: Steps }) {
  const { t } = useCallerTexts();
  const { language } = useTexts();
  const { api } = useDesk();
  /** The earlier answer that is being changed. */
  const [changing, setChanging] = useState<string | null>(null);
  const { triage } = careCase;
  if (!triage) return null;
  const params = { caseId: careCase.id };
  const answer = (questionId: string, value: AnswerValue) =>
    steps.mutate(
      () =>
        api.call('PUT /api/desk/cases/:caseId/answers/:questionId', {
          params: { ...params, questionId },
          body: { value },
        }),
      { onSuccess: () => setChanging(null) },
    );
  const changed = triage.answered.find(({ question }) => question.id === changing);
  const asked = changed?.question ?? triage.question;
  const offers = changed ? [] : (triage.offers ?? []);
  return (
    <>
      {triage.answered.length > 0 && (
        <section className="flows-card" aria-labelledby="answered-title">
          <h3 id="answered-title">{t('answered')}</h3>
          <ol className="flows-answered">
            {triage.answered.map((each) => (
              <li key={each.question.id}>
                <div>
                  <p className="quiet">{each.question.text[language]}</p>
                  <p>
                    <strong>{answerText(each, language)}</strong>
                  </p>
                </div>
                {changing !== each.question.id && (
                  <Button
                    size="compact-md"
                    variant="default"
                    aria-label={t('changeTo', { question: each.question.text[language] })}
                    onClick={() => setChanging(each.question.id)}
                  >
                    {t('change')}
                  </Button>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      {offers.length > 0 && (
        <ReasonChoice
          title={t('offers')}
          reasons={offers}
          none={t('offersNone')}
          isBusy={steps.isPending}
          onChoose={(flowId) =>
            steps.mutate(() => api.call('PUT /api/desk/cases/:caseId/reason', { params, body: { flowId } }))
          }
          onNone={() =>
            steps.mutate(() =>
              api.call('PUT /api/desk/cases/:caseId/offers', {
                params,
                body: { declined: offers.map(({ flowId }) => flowId) },
              }),
            )
          }
        />
      )}
      {asked && offers.length === 0 && (
        <TryQuestion
          key={asked.id}
          question={asked}
          before={changed?.value}
          left={changed ? null : triage.aboutLeft}
          language={language}
          isBusy={steps.isPending}
          onAnswer={(value) => answer(asked.id, value)}
          onPicture={null}
          onKeep={changed ? () => setChanging(null) : null}
        />
      )}
    </>
  );
}
