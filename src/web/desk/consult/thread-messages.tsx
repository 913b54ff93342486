import { Button, Group } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import type { ConsultationMessage, ConsultationSide } from '../../../contracts/index.js';
import { asProblemError } from '../../api/api.js';
import type { ConnectionState } from '../../live/live-connection.js';
import type { OutgoingMessage } from '../../live/outbox.js';
import { actorName } from '../conversation/actor-name.js';
import { Images } from '../shared/images.js';
import { problemText } from '../shared/problem-text.js';
import { useTexts } from '../texts/desk-texts.js';
import type { ThreadFeed } from './thread-feed.js';

interface Props {
  messages: readonly ConsultationMessage[];
  /** The reader's: what that side wrote stands to the right. */
  side: ConsultationSide;
  outbox: readonly OutgoingMessage[];
  connection: ConnectionState;
  feed: ThreadFeed | null;
}

/** What colleagues said to each other, oldest first, kept at its end. */
export function ThreadMessages({ messages, side, outbox, connection, feed }: Props) {
  const texts = useTexts();
  const { t, time } = texts;
  const area = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: moves when what is shown has grown
  useLayoutEffect(() => {
    const box = area.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, [messages.length, outbox.length]);
  return (
    <div
      ref={area}
      className="timeline"
      role="log"
      aria-label={t('threadTalk')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {messages.map(({ number, at, actor, side: from, body }) => (
        <div key={number} className="bubble-place" data-side={from === side ? 'staff' : 'resident'}>
          <p className="bubble-who">
            <strong>{actorName(actor, texts)}</strong>
            {actor.kind === 'staff' && (
              <span>{t('askedOf', { role: t(`role_${actor.role}`), unit: actor.unit })}</span>
            )}
          </p>
          <div className="bubble">
            {body.text && <p className="bubble-text">{body.text}</p>}
            {body.attachments.length > 0 && <Images images={body.attachments} />}
            <time className="bubble-time" dateTime={at}>
              {time.clock(at)}
            </time>
          </div>
        </div>
      ))}
      {outbox.map((message) => (
        <div key={message.id} className="bubble-place" data-side="staff" data-state={message.state}>
          <div className="bubble">{message.text && <p className="bubble-text">{message.text}</p>}</div>
          <p className="bubble-told" role={message.state === 'refused' ? 'alert' : undefined}>
            {message.state === 'refused'
              ? `${t('refused')}. ${message.problem ? problemText(asProblemError(message.problem), texts) : ''}`
              : t(connection === 'live' ? 'sending' : 'notSent')}
          </p>
          {message.state === 'refused' && (
            <Group gap="xs" justify="flex-end">
              <Button size="compact-sm" variant="default" onClick={() => feed?.retry(message.id)}>
                {t('sendAgain')}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => feed?.discard(message.id)}>
                {t('threadDiscard')}
              </Button>
            </Group>
          )}
        </div>
      ))}
    </div>
  );
}
