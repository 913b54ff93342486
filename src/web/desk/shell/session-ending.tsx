import { Button, Modal, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useNearEnd } from '../../ui/use-near-end.js';
import { useDesk } from '../shared/desk-context.js';
import { sayInTitle } from '../shared/tab-title.js';
import { useTexts } from '../texts/desk-texts.js';
import { keepPlace, SIGN_IN } from './return-place.js';

/** Warns before the session ends, by its time or because nobody does anything; either can be put off. */
export function SessionEnding({ onOver }: { onOver: () => void }) {
  const { api, session, store, clock } = useDesk();
  const { t, time } = useTexts();
  // What was done before they signed in says nothing of now; each sign-in has an end of its own.
  const acted = {
    get: () => (store.get('acted-until') === session.endsAt ? store.get<number>('acted') : null),
    set: (at: number) => {
      store.set('acted', at);
      store.set('acted-until', session.endsAt);
    },
  };
  // By this computer's own clock, as what is done here is.
  const ahead = clock.now().getTime() - Date.now();
  const { near, stay } = useNearEnd({ endsAt: Date.parse(session.endsAt) - ahead, acted });
  const isQuietOver = near?.why === 'quiet' && near.isOver;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is over
  useEffect(() => {
    // Where the server cannot be told, it ends there by itself, as nothing asks any more.
    if (isQuietOver) api.call('POST /api/staff/sign-out').then(onOver, onOver);
  }, [isQuietOver]);
  const isTold = near !== null && !near.isOver;
  const title = t('endingTitle');
  useEffect(() => {
    if (!isTold) return;
    sayInTitle(title);
    return () => sayInTitle(null);
  }, [isTold, title]);
  if (!isTold) return null;
  const when = time.clock(new Date(near.at + ahead).toISOString());
  if (near.why === 'time') {
    return (
      <div role="status" className="connection" data-state="away">
        {t('endsByTime', { when })}{' '}
        <a href={SIGN_IN} onClick={keepPlace}>
          {t('signInAgain')}
        </a>
      </div>
    );
  }
  return (
    <Modal opened onClose={stay} title={t('stillThereTitle')} withCloseButton={false} centered>
      <Stack>
        <Text>{t('stillThereText', { when })}</Text>
        <Button onClick={stay} data-autofocus>
          {t('stillHere')}
        </Button>
      </Stack>
    </Modal>
  );
}
