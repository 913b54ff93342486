import { Button } from '@mantine/core';
import type { AnsweredQuestion, Language, QuestionWords } from '../../../contracts/index.js';
import { answerText } from './answer-text.js';
import { useFlowTexts } from './texts.js';

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
