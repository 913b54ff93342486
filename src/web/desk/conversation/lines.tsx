import type { TimelineEntry } from '../../../contracts/index.js';
import { TakenNote } from '../record/taken-note.js';
import { Icon } from '../shared/icons.js';
import { useTexts } from '../texts/desk-texts.js';
import { actorName } from './actor-name.js';
import { type EventEntry, eventText } from './event-text.js';

/** The date, where it changes. */
export function DayLine({ at }: { at: string }) {
  const { time } = useTexts();
  return (
    <p className="day">
      <span>{time.day(at)}</span>
    </p>
  );
}

/** Something that happened, quiet between what people say; marked when the patient does not see it. */
export function EventLine({ entry }: { entry: EventEntry }) {
  const texts = useTexts();
  if (entry.kind === 'record-note-taken') return <TakenNote entry={entry} />;
  return (
    <p className="event" data-intern={entry.staffOnly} data-alarm={isLoud(entry)}>
      {isLoud(entry) && <Icon name="flag" />}
      {entry.staffOnly && (
        <span className="event-intern" title={texts.t('internText')}>
          <Icon name="lock" />
          {texts.t('intern')}
        </span>
      )}
      <span>{eventText(entry, texts)}</span> · <time dateTime={entry.at}>{texts.time.clock(entry.at)}</time>
    </p>
  );
}

/** What became known while somebody waits or talks, and must not be passed over. */
function isLoud({ kind }: EventEntry): boolean {
  return (
    kind === 'alarm-found' ||
    kind === 'check-in-unanswered' ||
    kind === 'urgency-raised' ||
    kind === 'cut-off'
  );
}

/** Answers given in a row, folded. */
export function AnswersLine({ entries }: { entries: readonly TimelineEntry<'answer'>[] }) {
  const { t, text } = useTexts();
  // Written down by staff for somebody on the telephone; the patient may have gone on by themselves.
  const said = entries.filter(({ actor }) => actor.kind === 'staff').length;
  return (
    <details className="answers-line">
      <summary>
        {said > 0 && t('answeredByTelephone', { n: said })}
        {said > 0 && said < entries.length && ', '}
        {said < entries.length && t('answered', { n: entries.length - said })}
      </summary>
      <dl>
        {entries.map((entry) => (
          <div key={entry.number}>
            <dt>{text(entry.body.question)}</dt>
            <dd>{text(entry.body.shown)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** A note among staff: of another colour and shape than what the patient sees, with an icon and the word. */
export function NoteCard({ entry }: { entry: TimelineEntry<'note'> }) {
  const texts = useTexts();
  const { t, time } = texts;
  return (
    <div className="note">
      <p className="note-head">
        <Icon name="lock" />
        <strong>{t('intern')}</strong>
        <span>{t('internText')}</span>
      </p>
      <p className="note-text">{entry.body.text}</p>
      <p className="note-foot">
        {actorName(entry.actor, texts)} <time dateTime={entry.at}>{time.clock(entry.at)}</time>
      </p>
    </div>
  );
}
