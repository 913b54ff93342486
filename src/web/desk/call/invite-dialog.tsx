import { Button, Group, Modal, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { GuestInvitation, GuestKind } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { newId } from '../../api/ids.js';
import { BusyButton } from '../shared/busy-button.js';
import { useDesk } from '../shared/desk-context.js';
import { NotSaved } from '../shared/failure.js';
import { useTexts } from '../texts/desk-texts.js';
import { Invited, invitedKey } from './invited.js';

interface Props {
  caseId: string;
  callId: string;
  onClose: () => void;
}

const MINUTES = [15, 30, 60] as const;
const NAME_MAX = 80;

/** A link for an interpreter or a relative: for whom, how long it can be opened, and then the link itself, once. */
export function InviteDialog({ caseId, callId, onClose }: Props) {
  const { t, time } = useTexts();
  const { api } = useDesk();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [guest, setGuest] = useState<GuestKind>('interpreter');
  const [minutes, setMinutes] = useState<number>(MINUTES[0]);
  const [isMissing, setIsMissing] = useState(false);
  const [isCopied, setIsCopied] = useState(false);
  const write = useMutation<GuestInvitation, Error, void>({
    mutationFn: () =>
      api.call('POST /api/desk/cases/:caseId/calls/:callId/invitations', {
        params: { caseId, callId },
        body: {
          id: newId(),
          name: name.trim(),
          guest,
          minutes,
        },
      }),
    networkMode: 'always',
    onSuccess: () => void client.invalidateQueries({ queryKey: invitedKey(callId) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsMissing(!name.trim());
    if (name.trim() && !write.isPending) write.mutate();
  };
  const isFull = write.error instanceof ProblemError && write.error.code === 'wrong-state';
  const link = write.data ? new URL(write.data.path, window.location.origin).href : null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('inviteTitle')}
      size="var(--desk-dialog)"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {link && write.data ? (
        <Stack>
          <TextInput label={t('inviteLink', { name })} value={link} readOnly data-autofocus />
          <Text>{t('inviteShownOnce', { when: time.moment(write.data.expiresAt) })}</Text>
          <p role="status">{isCopied && t('inviteCopied')}</p>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('close')}
            </Button>
            <Button onClick={() => void navigator.clipboard.writeText(link).then(() => setIsCopied(true))}>
              {t('inviteCopy')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            <Text>{t('inviteText')}</Text>
            <TextInput
              label={t('inviteName')}
              value={name}
              maxLength={NAME_MAX}
              error={isMissing && t('inviteNameNeeded')}
              onChange={(event) => setName(event.currentTarget.value)}
              data-autofocus
            />
            <SegmentedControl
              aria-label={t('inviteKind')}
              value={guest}
              onChange={(chosen) => setGuest(chosen as GuestKind)}
              data={[
                { value: 'interpreter', label: t('inviteInterpreter') },
                { value: 'relative', label: t('inviteRelative') },
              ]}
            />
            <Select
              label={t('inviteMinutes')}
              allowDeselect={false}
              value={String(minutes)}
              onChange={(chosen) => setMinutes(Number(chosen))}
              data={MINUTES.map((n) => ({ value: String(n), label: t('inviteMinutesOf', { n }) }))}
            />
            {isFull ? (
              <p className="call-trouble" role="alert">
                {t('inviteFull')}
              </p>
            ) : (
              <NotSaved of={write} />
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
              <BusyButton type="submit" isBusy={write.isPending}>
                {t('inviteMake')}
              </BusyButton>
            </Group>
          </Stack>
        </form>
      )}
      <Invited caseId={caseId} callId={callId} onWithdrawn={write.reset} />
    </Modal>
  );
}
