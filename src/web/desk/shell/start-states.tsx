import { Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useTexts } from '../texts/desk-texts.js';
import { Calm } from './calm.js';

/** While we ask who is here. */
export function StartLoading() {
  const { t } = useTexts();
  return (
    <Calm>
      <Stack aria-busy="true">
        <Title order={1} size="h3">
          {t('product')}
        </Title>
        <Text c="dimmed">{t('loading')}</Text>
        <Skeleton height="var(--touch)" />
      </Stack>
    </Calm>
  );
}

/** The server does not answer at all. */
export function StartFailed({ onTry }: { onTry: () => void }) {
  const { t } = useTexts();
  return (
    <Calm>
      <Stack role="alert">
        <Title order={1} size="h3">
          {t('failedTitle')}
        </Title>
        <Text>{t('failedStart')}</Text>
        <Button onClick={onTry}>{t('tryAgain')}</Button>
      </Stack>
    </Calm>
  );
}
