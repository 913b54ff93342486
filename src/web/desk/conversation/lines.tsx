import type { TimelineEntry } from '../../../contracts/index.js';
import { Icon } from '../shared/icons.js';
import { useWords } from '../texts/desk-texts.js';
import { actorName } from './actor-name.js';
import { type EventEntry, eventWords } from './event-words.js';

/** The date, where it changes. */
export function DayLine({ at }: { at: string }) {
  const { time } = useWords();
  return (
    <p className="day">
      <span>{time.day(at)}</span>
    </p>
  );
}

/** Something that happened, quiet between what people say; marked when the patient does not see it. */
export function EventLine({ entry }: { entry: EventEntry }) {
  const words = useWords();
  return (
    <p className="event" data-intern={entry.staffOnly}>
      {entry.staffOnly && (
        <span className="event-intern" title={words.t('internText')}>
          <Icon name="lock" />
          {words.t('intern')}
        </span>
      )}
      <span>{eventWords(entry, words)}</span> · <time dateTime={entry.at}>{words.time.clock(entry.at)}</time>
    </p>
  );
}

/** Answers given in a row, folded. */
export function AnswersLine({ entries }: { entries: readonly TimelineEntry<'answer'>[] }) {
  const { t, text } = useWords();
  return (
    <details className="answers-line">
      <summary>{t('answered', { n: entries.length })}</summary>
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
  const words = useWords();
  const { t, time } = words;
  return (
    <div className="note">
      <p className="note-head">
        <Icon name="lock" />
        <strong>{t('intern')}</strong>
        <span>{t('internText')}</span>
      </p>
      <p className="note-text">{entry.body.text}</p>
      <p className="note-foot">
        {actorName(entry.actor, words)} <time dateTime={entry.at}>{time.clock(entry.at)}</time>
      </p>
    </div>
  );
}
