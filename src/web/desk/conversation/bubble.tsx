import type { Language, TimelineEntry } from '../../../contracts/index.js';
import { Linked } from '../../ui/linked.js';
import { Images } from '../shared/images.js';
import { useTexts } from '../texts/desk-texts.js';
import { actorName } from './actor-name.js';

interface Props {
  entry: TimelineEntry<'message' | 'started' | 'images-added'>;
  /** Goes on from the same person's last one. */
  follows: boolean;
  /** "Seen" or "Sent", under the one it is said of. */
  told: string | null;
  /** The resident's language. */
  language: Language;
}

/** What a person said: the resident's to the left, staff's to the right. */
export function Bubble({ entry, follows, told, language }: Props) {
  const texts = useTexts();
  const { t, time } = texts;
  const side = entry.actor.kind === 'staff' ? 'staff' : 'resident';
  const text = entry.kind === 'started' ? entry.body.words : entry.kind === 'message' ? entry.body.text : '';
  const images = entry.kind === 'started' ? [] : entry.body.attachments;
  return (
    <div className="bubble-place" data-side={side} data-follows={follows}>
      {!follows && (
        <p className="bubble-who">
          <strong>{actorName(entry.actor, texts)}</strong>
          {entry.actor.kind === 'staff' && <span>{t(`role_${entry.actor.role}`)}</span>}
          {entry.kind === 'started' && (
            <span>
              {t(entry.body.telephone ? 'ev_startedByTelephone' : 'ev_started', {
                origin: entry.body.origin,
              })}
              {entry.body.named && t('ev_startedNamed', { name: entry.body.named })}
            </span>
          )}
        </p>
      )}
      <div className="bubble">
        {text && (
          <p className="bubble-text" lang={language}>
            {side === 'staff' ? <Linked text={text} /> : text}
          </p>
        )}
        {images.length > 0 && <Images images={images} />}
        <time className="bubble-time" dateTime={entry.at}>
          {time.clock(entry.at)}
        </time>
      </div>
      {told && <p className="bubble-told">{told}</p>}
    </div>
  );
}
