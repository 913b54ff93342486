import type { ConsultationRow as Row } from '../../../contracts/index.js';
import { ageWords, isChild } from '../patient/age.js';
import { UrgencyMark } from '../queue/urgency-mark.js';
import { Icon } from '../shell/icons.js';
import { useNow } from '../shell/use-now.js';
import { consultationAddress } from '../shell/use-shown-case.js';
import { type DeskWords, useWords } from '../texts.js';
import { partyName } from './colleague-words.js';

interface Props {
  row: Row;
  isShown: boolean;
  onOpen: () => void;
}

/** One consultation, as a link to it: marked as one, with the urgency of its case. */
export function ConsultationRow({ row, isShown, onOpen }: Props) {
  const words = useWords();
  const { t, text } = words;
  const now = useNow();
  const { patient } = row;
  const isOver = row.endedAt !== null;
  const isLate = row.state === 'asked' && Date.parse(row.dueAt) <= now.getTime();
  return (
    <li className="row-place">
      <a
        className="row"
        data-consult="true"
        href={consultationAddress(row.id)}
        aria-current={isShown ? 'true' : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onOpen();
        }}
      >
        <UrgencyMark urgency={row.urgency} />
        <span className="row-body">
          <span className="row-head">
            <span className="row-reason">{text(row.reason)}</span>
            <span className="row-word" data-urgency={row.urgency}>
              {t(`urgency_${row.urgency}`)}
            </span>
          </span>
          <span className="row-who">
            {patient.name || t('protectedIdentity')}, {ageWords(patient.ageMonths, words)}
          </span>
          <span className="marks">
            <span className="mark" data-kind="consult">
              <Icon name="consult" />
              {t('consultation')}
            </span>
            {row.unread > 0 && (
              <span className="mark" data-kind="unread">
                {t('unread', { n: row.unread })}
              </span>
            )}
            {isChild(patient.ageMonths) && <span className="mark">{t('child')}</span>}
          </span>
          <span className="consult-question">{row.question}</span>
          <span className="row-foot">
            <span>
              {row.side === 'consulted'
                ? t('askedByName', { name: row.askedBy.name, unit: row.askedBy.unit })
                : partyName(row.to, words)}
            </span>
            <span>{turnWords(row, words)}</span>
          </span>
          {!isOver && row.state === 'asked' && (
            <span className="consult-due" data-late={isLate}>
              {t(isLate ? 'answerLate' : 'answerBy', { when: words.time.moment(row.dueAt) })}
            </span>
          )}
        </span>
      </a>
    </li>
  );
}

/** Whose turn it is, or how it ended. */
export function turnWords({ state, side }: Pick<Row, 'state' | 'side'>, { t }: Pick<DeskWords, 't'>): string {
  switch (state) {
    case 'asked':
      return t(side === 'consulted' ? 'turnUs' : 'turnThem');
    case 'answered':
      return t('turnAnswered');
    case 'ended':
      return t('stateEnded');
    case 'taken-over':
      return t('stateTakenOver');
  }
}
