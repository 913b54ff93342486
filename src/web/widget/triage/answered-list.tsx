import { type AnsweredQuestion, deniedBy } from '../../../contracts/index.js';
import { triageTexts } from '../texts/triage.js';
import { useTexts, useTime } from '../widget.js';
import { answerText } from './answer-text.js';

interface AnsweredListProps {
  answered: readonly AnsweredQuestion[];
  /** Absent where answers can no longer be changed. */
  change?: (questionId: string) => void;
  /** The one that is open for change elsewhere, and left out here. */
  changing?: string | null;
  /** An answer is being sent: until then none is changed. */
  busy?: boolean;
}

/** The answers so far, as a conversation; each can be tapped to change it. */
export function AnsweredList({ answered, change, changing, busy = false }: AnsweredListProps) {
  const texts = useTexts(triageTexts);
  const time = useTime();
  if (answered.length === 0) return null;
  return (
    <ol className="answered" aria-label={texts.t('answersAbove')}>
      {answered.map((one) => {
        const question = texts.text(one.question.text);
        const answer = answerText(one, texts, time);
        if (one.question.id === changing) return null;
        return (
          <li key={one.question.id}>
            <p className="answered-question">{question}</p>
            {change ? (
              <button
                type="button"
                className="bubble bubble-mine bubble-button"
                aria-disabled={busy}
                onClick={() => busy || change(one.question.id)}
                data-question={one.question.id}
              >
                <span className="written">{answer}</span>
                <span className="bubble-change">
                  {texts.t('change')}
                  <span className="only-read"> – {question}</span>
                </span>
              </button>
            ) : (
              <p className="bubble bubble-mine">
                <span className="only-read">{texts.t('youAnswered')}: </span>
                <span className="written">{answer}</span>
              </p>
            )}
            <Denied answered={one} />
          </li>
        );
      })}
    </ol>
  );
}

/** What "none of these" said no to, for whoever wants to read it again. */
function Denied({ answered }: { answered: AnsweredQuestion }) {
  const { t, text } = useTexts(triageTexts);
  const denied = deniedBy(answered);
  if (denied.length === 0) return null;
  return (
    <details className="denied">
      <summary>{t('denied')}</summary>
      <ul>
        {denied.map((each) => (
          <li key={each.sv}>{text(each)}</li>
        ))}
      </ul>
    </details>
  );
}
