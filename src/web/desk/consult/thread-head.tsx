import type { ReactNode } from 'react';
import type { ConsultationView } from '../../../contracts/index.js';
import { Icon } from '../shell/icons.js';
import { useNow } from '../shell/use-now.js';
import { useWords } from '../texts.js';
import { partyName } from './colleague-words.js';
import { turnWords } from './consultation-row.js';

/** What this is, whom it asks, and by when an answer is wanted: never to be taken for the chat with the patient. */
export function ThreadHead({
  consultation,
  children,
}: {
  consultation: ConsultationView;
  children?: ReactNode;
}) {
  const words = useWords();
  const { t, time } = words;
  const now = useNow();
  const { state, dueAt, askedBy, to } = consultation;
  const isLate = state === 'asked' && Date.parse(dueAt) <= now.getTime();
  return (
    <div className="thread-head">
      <p className="thread-what">
        <Icon name="consult" />
        <strong>{t('consultation')}</strong>
        <span>{t('consultationIntern')}</span>
      </p>
      <p className="thread-facts">
        <span>{t('askedByName', { name: askedBy.name, unit: askedBy.unit })}</span>
        <span>{partyName(to, words)}</span>
        <span>{turnWords(consultation, words)}</span>
        {state === 'asked' && (
          <span className="consult-due" data-late={isLate}>
            {t(isLate ? 'answerLate' : 'answerBy', { when: time.moment(dueAt) })}
          </span>
        )}
      </p>
      {children}
    </div>
  );
}
