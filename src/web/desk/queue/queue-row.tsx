import { type Aside, type QueueRow as Row, SPOKEN_LANGUAGE_NAMES } from '../../../contracts/index.js';
import { useDesk } from '../shared/desk-context.js';
import { Icon } from '../shared/icons.js';
import { RowFrame } from '../shared/row-frame.js';
import { TargetBar } from '../shared/target-bar.js';
import { caseAddress } from '../shared/use-shown-case.js';
import { useTexts } from '../texts/desk-texts.js';

interface Props {
  row: Row;
  isShown: boolean;
  isNew: boolean;
  isGone: boolean;
  onOpen: () => void;
}

/** One case of the queue, as a link to it. */
export function QueueRow({ row, isShown, isNew, isGone, onOpen }: Props) {
  const { t, text } = useTexts();
  return (
    <RowFrame
      address={caseAddress(row.caseId)}
      row={row}
      caseId={row.caseId}
      isShown={isShown}
      isNew={isNew}
      isGone={isGone}
      marksBefore={<MarksBefore row={row} isNew={isNew} />}
      marksAfter={
        <>
          {row.byTelephone && (
            <span className="mark">
              <Icon name="phone" />
              {t('byTelephone')}
            </span>
          )}
          {row.writtenByGuardian && (
            <span className="mark">{t(row.byTelephone ? 'rangForChild' : 'writesForChild')}</span>
          )}
          {row.interpreter && (
            <span className="mark">
              {t('interpreterFor', { language: text(SPOKEN_LANGUAGE_NAMES[row.interpreter]) })}
            </span>
          )}
          {row.reopened && <span className="mark">{t('reopened')}</span>}
        </>
      }
      onOpen={onOpen}
    >
      <span className="row-foot">
        {isGone ? <span className="row-gone">{t('gone')}</span> : <Progress row={row} />}
        <Holder row={row} />
        <Whence row={row} />
      </span>
    </RowFrame>
  );
}

/** Time left to the target. Nothing counts down once the case is held and answered. */
function Progress({ row }: { row: Row }) {
  const { t } = useTexts();
  if (row.aside?.until) return <Later of={row.aside} />;
  if (row.state === 'held' && row.answered) return <span className="row-answered">{t('answeredRow')}</span>;
  return <TargetBar waitingSince={row.waitingSince} dueAt={row.dueAt} />;
}

/** Until when it is left. */
function Later({ of: { why, until } }: { of: Aside }) {
  const { t, time } = useTexts();
  return <span className="row-answered">{t(`asideOf_${why}`, { when: time.moment(until ?? '') })}</span>;
}

function MarksBefore({ row, isNew }: { row: Row; isNew: boolean }) {
  const { t } = useTexts();
  return (
    <>
      {isNew && (
        <span className="mark" data-kind="new">
          {t('isNew')}
        </span>
      )}
      {row.alert && (
        <span className="mark" data-kind="flag">
          <Icon name="bolt" />
          {t(`alert_${row.alert.what}`)}
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
    </>
  );
}

/** Where it was moved from last, else where it began; nothing of one's own unit, which every row would say. */
function Whence({ row: { movedFrom, origin } }: { row: Row }) {
  const { t } = useTexts();
  const { commission } = useDesk();
  if (!movedFrom) return origin === commission.unit.name ? null : <span>{origin}</span>;
  return (
    <span className="row-moved">
      <Icon name="transfer" />
      {t(movedFrom.by === 'staff' ? 'sentFrom' : 'movedFrom', { unit: movedFrom.unit })}
    </span>
  );
}

function Holder({ row }: { row: Row }) {
  const { t, time } = useTexts();
  const { commission } = useDesk();
  if (!row.holder) return null;
  if (row.participating) return <span className="row-mine">{t('withYou')}</span>;
  if (row.holder.commissionId === commission.id) return <span className="row-mine">{t('heldByMe')}</span>;
  const { name } = row.holder;
  if (!row.holderGoneSince) return <span>{t('heldBy', { name })}</span>;
  return (
    <span className="row-holder-gone">
      <Icon name="question" />
      {t('holderGone', { name, when: time.clock(row.holderGoneSince) })}
    </span>
  );
}
