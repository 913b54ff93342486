import type { QuestionWords, RedFlagWords } from '../../../contracts/index.js';
import { Icon } from '../shared/icons.js';
import { useTexts } from '../texts/desk-texts.js';
import { useFlowTexts } from './texts.js';
import { Condition, type ReadIn, Say } from './words.js';

/** The questions in their order, with the answers that are red flags. */
export function FlowQuestions({
  questions,
  readIn,
}: {
  questions: readonly QuestionWords[];
  readIn: ReadIn;
}) {
  const { t } = useFlowTexts();
  return (
    <section className="flows-card" aria-labelledby="questions-title">
      <h2 id="questions-title">{t('questions')}</h2>
      <p className="quiet">{t('questionsText')}</p>
      <QuestionList questions={questions} readIn={readIn} Heading="h3" />
    </section>
  );
}

/** Questions with their numbers, which conditions name them by. */
export function QuestionList({
  questions,
  readIn,
  Heading,
}: {
  questions: readonly QuestionWords[];
  readIn: ReadIn;
  Heading: 'h3' | 'h4';
}) {
  return (
    <ol className="flows-questions" start={questions[0]?.number}>
      {questions.map((question) => (
        <li key={question.id}>
          <Question question={question} readIn={readIn} Heading={Heading} />
        </li>
      ))}
    </ol>
  );
}

function Question({
  question,
  readIn,
  Heading,
}: {
  question: QuestionWords;
  readIn: ReadIn;
  Heading: 'h3' | 'h4';
}) {
  const { t } = useFlowTexts();
  const { text, why, when, optional, answers } = question;
  return (
    <>
      <Heading>
        <Say of={text} readIn={readIn} />
      </Heading>
      {optional && <p className="quiet">{t('optional')}</p>}
      {when && (
        <div className="flows-when">
          {t('askedWhen')}: <Condition of={when} readIn={readIn} />
        </div>
      )}
      {why && (
        <p className="quiet">
          {t('whyAsk')}: <Say of={why} readIn={readIn} />
        </p>
      )}
      <ul className="flows-answers">
        {answers.map((answer) => (
          <li key={answer.text.sv}>
            <Say of={answer.text} readIn={readIn} />
            {answer.redFlags.map((flag, at) => (
              <Flag
                // biome-ignore lint/suspicious/noArrayIndexKey: the flags of an answer never change place
                key={at}
                flag={flag}
                readIn={readIn}
              />
            ))}
            {answer.offers.length > 0 && (
              <p className="quiet">{t('offersFlows', { flows: answer.offers.join(', ') })}</p>
            )}
            {answer.signs.length > 0 && (
              <p className="quiet">
                {t('carriesSigns')}: <span lang="en">{answer.signs.join(', ')}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Flag({ flag, readIn }: { flag: RedFlagWords; readIn: ReadIn }) {
  const { t } = useFlowTexts();
  const texts = useTexts();
  return (
    <div className="flows-flag">
      <span className="mark" data-kind="flag">
        <Icon name="flag" />
        {t('redFlag')} {flag.urgency},{' '}
        {flag.department ? t('department') : texts.t(`urgency_${flag.urgency}`)}
      </span>{' '}
      {flag.answer && (
        <>
          <Say of={flag.answer} readIn={readIn} />{' '}
        </>
      )}
      {flag.if && (
        <>
          {t('redFlagIf')} <Condition of={flag.if} readIn={readIn} />
        </>
      )}
    </div>
  );
}
