import type { FlowInWords } from '../../../contracts/index.js';
import { useTexts } from '../texts/desk-texts.js';
import { QuestionList } from './flow-questions.js';
import { useFlowTexts } from './texts.js';
import type { ReadIn } from './words.js';

/** What those who wait are asked again: when, what, where the answers lead, and what follows without an answer. */
export function FlowCheckIns({
  words: { checkIns, answerWithin },
  readIn,
}: {
  words: Pick<FlowInWords, 'checkIns' | 'answerWithin'>;
  readIn: ReadIn;
}) {
  const { t } = useFlowTexts();
  const desk = useTexts();
  const long = (minutes: number) =>
    minutes % 60 === 0 ? t('checkInHours', { n: minutes / 60 }) : t('checkInMinutes', { n: minutes });
  return (
    <section className="flows-card" aria-labelledby="check-ins-title">
      <h2 id="check-ins-title">{t('checkIns')}</h2>
      {checkIns.length === 0 ? (
        <p className="quiet">{t('checkInsNone')}</p>
      ) : (
        <>
          <p className="quiet">{t('checkInsText')}</p>
          {checkIns.map(({ afterMinutes, questions }) => (
            <div key={afterMinutes} className="flows-ending">
              <h3>{t('checkInAfter', { long: long(afterMinutes) })}</h3>
              <QuestionList questions={questions} readIn={readIn} Heading="h4" />
            </div>
          ))}
          <h3>{t('checkInLeads')}</h3>
          <p>{t('checkInLeadsText')}</p>
          <h3>{t('checkInUnanswered')}</h3>
          <p>{t('checkInUnansweredText')}</p>
          <ul>
            {answerWithin.map(({ urgency, minutes }) => (
              <li key={urgency}>
                {t('checkInUnansweredAt', {
                  urgency,
                  word: desk.t(`urgency_${urgency}`),
                  long: long(minutes),
                })}
              </li>
            ))}
          </ul>
          <p>{t('checkInUnansweredElse')}</p>
        </>
      )}
    </section>
  );
}
