import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { hasUnsent } from '../conversation/drafts.js';
import { BusyButton } from '../shared/busy-button.js';
import { useDesk } from '../shared/desk-context.js';
import { NotSaved, type WriteProgress } from '../shared/failure.js';
import { retryPassing } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';

/** Signs out everywhere, after asking where that would lose something typed. Returns what asks, and its dialog. */
export function useSignOut(onForget: () => void) {
  const { api, store, isLeaving } = useDesk();
  const [isAsking, setIsAsking] = useState(false);
  const signOut = useMutation({
    mutationFn: () => {
      isLeaving.current = true;
      return api.call('POST /api/staff/sign-out');
    },
    ...retryPassing,
    onSuccess: () => {
      onForget();
      window.location.replace('/desk/');
    },
    onError: () => {
      isLeaving.current = false;
      setIsAsking(true);
    },
  });
  const ask = () => (hasUnsent(store) ? setIsAsking(true) : signOut.mutate());
  const dialog = isAsking && (
    <SignOutDialog
      hasUnsent={hasUnsent(store)}
      write={signOut}
      onConfirm={() => signOut.mutate()}
      onClose={() => {
        setIsAsking(false);
        signOut.reset();
      }}
    />
  );
  return { ask, dialog };
}

interface Props {
  hasUnsent: boolean;
  write: WriteProgress;
  onConfirm: () => void;
  onClose: () => void;
}

function SignOutDialog({ hasUnsent, write, onConfirm, onClose }: Props) {
  const { t } = useTexts();
  return (
    <Modal
      opened
      onClose={onClose}
      title={hasUnsent ? t('signOutUnsentTitle') : t('signOut')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        {hasUnsent && <Text>{t('signOutUnsentText')}</Text>}
        <NotSaved of={write} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('cancel')}
          </Button>
          <BusyButton color={hasUnsent ? 'red' : undefined} isBusy={write.isPending} onClick={onConfirm}>
            {hasUnsent ? t('signOutAnyway') : t('signOut')}
          </BusyButton>
        </Group>
      </Stack>
    </Modal>
  );
}
