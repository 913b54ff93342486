import type { TimelineEntry } from '../../../contracts/index.js';
import { eventText } from '../conversation/event-text.js';
import { Icon } from '../shared/icons.js';
import { useTexts } from '../texts/desk-texts.js';

/** Who took a text for the record, and the text itself, folded. */
export function TakenNote({ entry }: { entry: TimelineEntry<'record-note-taken'> }) {
  const texts = useTexts();
  const { t, time } = texts;
  return (
    <div className="taken-note">
      <p className="event" data-intern={entry.staffOnly}>
        <span className="event-intern" title={t('internText')}>
          <Icon name="lock" />
          {t('intern')}
        </span>
        <span>{eventText(entry, texts)}</span> · <time dateTime={entry.at}>{time.clock(entry.at)}</time>
      </p>
      <details>
        <summary>{t('recordShow')}</summary>
        <p className="note-text" lang="sv">
          {entry.body.text}
        </p>
      </details>
    </div>
  );
}
