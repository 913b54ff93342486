import { Button, Group } from '@mantine/core';
import { asProblemError } from '../../api/api.js';
import type { OutgoingMessage } from '../../live/outbox.js';
import { Images } from '../shared/images.js';
import { problemText } from '../shared/problem-text.js';
import type { LiveCase } from '../shared/use-case-feed.js';
import { useTexts } from '../texts/desk-texts.js';

interface Props {
  message: OutgoingMessage;
  live: LiveCase;
  onPutBack: (text: string) => void;
}

/** A message that is not yet on the timeline, and what becomes of it. */
export function OutgoingBubble({ message, live, onPutBack }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const { feed } = live;
  const isRefused = message.state === 'refused';
  return (
    <div className="bubble-place" data-side="staff" data-state={message.state}>
      <div className="bubble">
        {message.text && <p className="bubble-text">{message.text}</p>}
        {message.attachmentIds.length > 0 && (
          <Images images={message.attachmentIds.map((id) => ({ id, width: 1, height: 1 }))} />
        )}
      </div>
      <p className="bubble-told" role={isRefused ? 'alert' : undefined}>
        {isRefused
          ? `${t('refused')}. ${message.problem ? problemText(asProblemError(message.problem), texts) : ''}`
          : live.connection === 'live'
            ? t('sending')
            : t('notSent')}
      </p>
      {isRefused && (
        <Group gap="xs" justify="flex-end">
          <Button size="compact-sm" variant="default" onClick={() => feed?.retry(message.id)}>
            {t('sendAgain')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              onPutBack(message.text);
              feed?.discard(message.id);
            }}
          >
            {t('takeBack')}
          </Button>
        </Group>
      )}
    </div>
  );
}
