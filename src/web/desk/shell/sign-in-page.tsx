import { Button, Stack, Text, Title } from '@mantine/core';
import { useTexts } from '../texts/desk-texts.js';
import { Calm } from './calm.js';
import { keepPlace, SIGN_IN } from './return-place.js';

/** Nobody has signed in. */
export function SignInPage() {
  const { t } = useTexts();
  return (
    <Calm>
      <Stack gap="md">
        <Title order={1} size="h2">
          {t('signInTitle')}
        </Title>
        <Text>{t('signInText')}</Text>
        <Button component="a" href={SIGN_IN} size="lg" onClick={keepPlace}>
          {t('signIn')}
        </Button>
      </Stack>
    </Calm>
  );
}
