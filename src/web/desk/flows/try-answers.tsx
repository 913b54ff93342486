import { Button } from '@mantine/core';
import type { AnsweredQuestion, Language, QuestionWords } from '../../../contracts/index.js';
import { translator } from '../../i18n/i18n.js';
import { flowTexts, useFlowTexts } from './texts.js';

interface Props {
  /** Those of the flow, for their numbers: conditions name questions by them. */
  questions: readonly QuestionWords[];
  answered: readonly AnsweredQuestion[];
  /** Of the made-up patient. */
  language: Language;
  changing: string | null;
  onChange: (questionId: string) => void;
}

/** What has been answered so far; each answer can be changed. */
export function TryAnswers({ questions, answered, language, changing, onChange }: Props) {
  const { t } = useFlowTexts();
  return (
    <section className="flows-card" aria-labelledby="answered-title">
      <h2 id="answered-title">{t('answered')}</h2>
      <ol className="flows-answered">
        {answered.map((each) => {
          const question = each.question.text[language];
          return (
            <li key={each.question.id} value={questions.find(({ id }) => id === each.question.id)?.number}>
              <div>
                <p lang={language} className="quiet">
                  {question}
                </p>
                <p lang={language}>
                  <strong>{answerText(each, language)}</strong>
                </p>
              </div>
              {changing !== each.question.id && (
                <Button
                  size="compact-md"
                  variant="default"
                  aria-label={t('changeAnswerTo', { question })}
                  onClick={() => onChange(each.question.id)}
                >
                  {t('changeAnswer')}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function answerText({ question, value }: AnsweredQuestion, language: Language): string {
  const { t } = translator(flowTexts, language);
  if (value === null) return t('skipped');
  if (question.kind === 'image') return t('pictures', { n: Array.isArray(value) ? value.length : 0 });
  if (question.kind === 'yes-no') return t(value === 'yes' ? 'yes' : 'no');
  if (typeof value === 'object' && !Array.isArray(value)) return `${value.amount} ${t(`unit_${value.unit}`)}`;
  if (typeof value === 'number') return `${value} ${question.unit?.[language] ?? ''}`.trim();
  return [value]
    .flat()
    .map((id) => question.options?.find((option) => option.id === id)?.text[language] ?? id)
    .join(' · ');
}
