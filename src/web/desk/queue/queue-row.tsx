import type { QueueRow as Row } from '../../../contracts/index.js';
import { ageWords, isChild } from '../patient/age.js';
import { useDesk } from '../shell/desk-context.js';
import { Icon } from '../shell/icons.js';
import { caseAddress } from '../shell/use-shown-case.js';
import { useWords } from '../texts.js';
import { TargetBar } from './target-bar.js';
import { UrgencyMark } from './urgency-mark.js';

interface Props {
  row: Row;
  isShown: boolean;
  isNew: boolean;
  isGone: boolean;
  onOpen: () => void;
}

/** One case of the queue, as a link to it. */
export function QueueRow({ row, isShown, isNew, isGone, onOpen }: Props) {
  const words = useWords();
  const { t, text } = words;
  const { patient } = row;
  return (
    <li className="row-place" data-new={isNew} data-gone={isGone}>
      <a
        className="row"
        href={caseAddress(row.caseId)}
        data-case={row.caseId}
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
          <Marks row={row} isNew={isNew} />
          {isGone ? <span className="row-gone">{t('gone')}</span> : <Progress row={row} />}
          <span className="row-foot">
            <Holder row={row} />
            <Whence row={row} />
          </span>
        </span>
      </a>
    </li>
  );
}

/** What is left to the target; once it is held and answered nothing counts down any more. */
function Progress({ row }: { row: Row }) {
  const { t } = useWords();
  if (row.state === 'held' && row.answered) return <span className="row-answered">{t('answeredRow')}</span>;
  return <TargetBar waitingSince={row.waitingSince} dueAt={row.dueAt} />;
}

function Marks({ row, isNew }: { row: Row; isNew: boolean }) {
  const { t } = useWords();
  const { patient } = row;
  return (
    <span className="marks">
      {isNew && (
        <span className="mark" data-kind="new">
          {t('isNew')}
        </span>
      )}
      {row.unplaced && (
        <span className="mark" data-kind="unplaced">
          <Icon name="question" />
          {t('unplacedMark')}
        </span>
      )}
      {row.redFlags > 0 && (
        <span className="mark" data-kind="flag">
          <Icon name="flag" />
          {t('flagCount', { n: row.redFlags })}
        </span>
      )}
      {row.unread > 0 && (
        <span className="mark" data-kind="unread">
          {t('unread', { n: row.unread })}
        </span>
      )}
      {isChild(patient.ageMonths) && <span className="mark">{t('child')}</span>}
      {row.writtenByGuardian && <span className="mark">{t('writesForChild')}</span>}
      {row.reopened && <span className="mark">{t('reopened')}</span>}
      {patient.protectedIdentity && (
        <span className="mark" data-kind="protected">
          <Icon name="shield" />
          {t('protectedMark')}
        </span>
      )}
    </span>
  );
}

/** Where it was moved from last, else where it began. */
function Whence({ row: { movedFrom, origin } }: { row: Row }) {
  const { t } = useWords();
  if (!movedFrom) return <span>{origin}</span>;
  return (
    <span className="row-moved">
      <Icon name="transfer" />
      {t(movedFrom.by === 'staff' ? 'sentFrom' : 'movedFrom', { unit: movedFrom.unit })}
    </span>
  );
}

function Holder({ row }: { row: Row }) {
  const { t } = useWords();
  const { commission } = useDesk();
  if (!row.holder) return null;
  if (row.participating) return <span className="row-mine">{t('withYou')}</span>;
  if (row.holder.commissionId === commission.id) return <span className="row-mine">{t('heldByMe')}</span>;
  return <span>{t('heldBy', { name: row.holder.name })}</span>;
}
