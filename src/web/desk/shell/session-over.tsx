import { Button, Modal, Stack, Text } from '@mantine/core';
import { useTexts } from '../texts/desk-texts.js';
import { keepPlace, SIGN_IN } from './return-place.js';

/** Signed out here, in another tab, or by time: says so calmly, and what became of what was typed. */
export function SessionOver() {
  const { t } = useTexts();
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t('sessionOverTitle')}
      centered
    >
      <Stack>
        <Text>{t('sessionOverText')}</Text>
        <Button component="a" href={SIGN_IN} onClick={keepPlace} data-autofocus>
          {t('signInAgain')}
        </Button>
      </Stack>
    </Modal>
  );
}
