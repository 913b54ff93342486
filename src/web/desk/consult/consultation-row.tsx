import type { Commission, ConsultationRow as Row } from '../../../contracts/index.js';
import { partyName } from '../conversation/colleague-text.js';
import { useDesk } from '../shared/desk-context.js';
import { Icon } from '../shared/icons.js';
import { RowFrame } from '../shared/row-frame.js';
import { useNow } from '../shared/use-now.js';
import { consultationAddress } from '../shared/use-shown-case.js';
import { type DeskTexts, useTexts } from '../texts/desk-texts.js';
import { concernsMe } from './consult-news.js';
import { ownSide } from './talk-sides.js';

interface Props {
  row: Row;
  isShown: boolean;
  onOpen: () => void;
}

/** One consultation, as a link to it: marked as one, with the urgency of its case. */
export function ConsultationRow({ row, isShown, onOpen }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const { commission } = useDesk();
  return (
    <RowFrame
      address={consultationAddress(row.id)}
      row={row}
      isShown={isShown}
      isConsultation
      marksBefore={
        <span className="mark" data-kind="consult">
          <Icon name="consult" />
          {t('consultation')}
        </span>
      }
      onOpen={onOpen}
    >
      <span className="consult-question">{row.question}</span>
      <span className="row-foot">
        <span>
          {ownSide(row, commission) === 'consulted'
            ? t('askedByName', { name: row.askedBy.name, unit: row.askedBy.unit })
            : t('askedTo', { whom: partyName(row.to, texts) })}
        </span>
        <span>{turnText(row, commission, texts)}</span>
      </span>
      <AnswerBy consultation={row} />
    </RowFrame>
  );
}

/** By when an answer is wanted, while one is. */
export function AnswerBy({ consultation: { state, dueAt } }: { consultation: Pick<Row, 'state' | 'dueAt'> }) {
  const { t, time } = useTexts();
  const now = useNow();
  if (state !== 'asked') return null;
  const isLate = Date.parse(dueAt) <= now.getTime();
  return (
    <span className="consult-due" data-late={isLate}>
      {t(isLate ? 'answerLate' : 'answerBy', { when: time.moment(dueAt) })}
    </span>
  );
}

/** Whose turn it is, or how it ended. */
export function turnText(
  { state, side, to }: Pick<Row, 'state' | 'side' | 'to'>,
  own: Pick<Commission, 'id' | 'role'>,
  texts: DeskTexts,
): string {
  const { t } = texts;
  switch (state) {
    case 'asked':
      if (side !== 'consulted') return t('turnThem');
      return concernsMe({ to }, own) ? t('turnUs') : t('turnOther', { whom: partyName(to, texts) });
    case 'answered':
      return t('turnAnswered');
    case 'ended':
      return t('stateEnded');
    case 'taken-over':
      return t('stateTakenOver');
  }
}
