import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { HeldCases } from '../../../contracts/index.js';
import { newId } from '../../api/ids.js';
import { allTo, commonTaker, possibleTakers, stillThere, type Takers } from '../actions/takers.js';
import { hasUnsent } from '../conversation/drafts.js';
import { BusyButton } from '../shared/busy-button.js';
import { useDesk } from '../shared/desk-context.js';
import { NotSaved, type WriteProgress } from '../shared/failure.js';
import { retryPassing } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';

type Held = HeldCases['cases'];

/**
 * Signs out everywhere, after asking where that would lose something typed or leave cases behind. Returns what asks, and
 * its dialog.
 */
export function useSignOut(onForget: () => void) {
  const { api, store, isLeaving } = useDesk();
  const [held, setHeld] = useState<Held | null>(null);
  const [takers, setTakers] = useState<Takers>({});
  /** One for each case and taker, so that a retry asks for the same. */
  const ids = useRef<Record<string, string>>({});
  const look = async () => (await api.call('GET /api/desk/held')).cases;
  const signOut = useMutation({
    mutationFn: async () => {
      for (const [caseId, to] of Object.entries(takers)) {
        const key = `${caseId} ${to}`;
        const id = ids.current[key] ?? newId();
        ids.current[key] = id;
        const body = { id, to };
        await api.call('POST /api/desk/cases/:caseId/hand-over', { params: { caseId }, body });
        // Had back and given to the same colleague again, it is another thing.
        const { [key]: _sent, ...others } = ids.current;
        ids.current = others;
        setTakers(({ [caseId]: _done, ...rest }) => rest);
      }
      isLeaving.current = true;
      return api.call('POST /api/staff/sign-out');
    },
    ...retryPassing,
    onSuccess: () => {
      onForget();
      window.location.replace('/desk/');
    },
    onError: async () => {
      isLeaving.current = false;
      const now = await look().catch(() => held ?? []);
      setHeld(now);
      setTakers((before) => stillThere(before, now));
    },
  });
  const asking = useMutation({
    // Where the list cannot be had, signing out gives the cases back all the same.
    mutationFn: () => look().catch(() => []),
    onSuccess: (cases) => {
      if (cases.length > 0 || hasUnsent(store)) setHeld(cases);
      else signOut.mutate();
    },
  });
  const ask = () => {
    if (!asking.isPending && !signOut.isPending) asking.mutate();
  };
  const dialog = held && (
    <SignOutDialog
      hasUnsent={hasUnsent(store)}
      held={held}
      takers={takers}
      onChoose={setTakers}
      write={signOut}
      onConfirm={() => signOut.mutate()}
      onClose={() => {
        setHeld(null);
        setTakers({});
        signOut.reset();
      }}
    />
  );
  return { ask, dialog };
}

interface Props {
  hasUnsent: boolean;
  held: Held;
  takers: Takers;
  onChoose: (takers: Takers) => void;
  write: WriteProgress;
  onConfirm: () => void;
  onClose: () => void;
}

function SignOutDialog({ hasUnsent, held, takers, onChoose, write, onConfirm, onClose }: Props) {
  const { t, text } = useTexts();
  const leaves = held.length > 0;
  const possible = possibleTakers(held);
  const chooseFor = (caseId: string, to: string) => {
    const { [caseId]: _before, ...rest } = takers;
    onChoose(to ? { ...rest, [caseId]: to } : rest);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        leaves
          ? t('signOutHeldTitle', { n: held.length })
          : hasUnsent
            ? t('signOutUnsentTitle')
            : t('signOut')
      }
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        {leaves && <Text>{t('signOutHeldText')}</Text>}
        {held.length > 1 && possible.length > 0 && (
          <NativeSelect
            label={t('signOutAll')}
            value={commonTaker(held, takers) ?? ''}
            onChange={(event) => onChoose(allTo(held, event.currentTarget.value))}
            data={[
              { value: '', label: t('signOutEach') },
              ...possible.map(({ commissionId, name }) => ({ value: commissionId, label: name })),
            ]}
          />
        )}
        {held.map(({ caseId, reason, patientName, colleagues }) => (
          <NativeSelect
            key={caseId}
            label={t('signOutTo', {
              reason: text(reason),
              patient: patientName || t('protectedIdentity'),
            })}
            value={takers[caseId] ?? ''}
            onChange={(event) => chooseFor(caseId, event.currentTarget.value)}
            data={[
              { value: '', label: t('signOutToQueue') },
              ...colleagues.map(({ commissionId, name }) => ({ value: commissionId, label: name })),
            ]}
          />
        ))}
        {hasUnsent && (
          <div>
            {leaves && <Text fw="bold">{t('signOutUnsentTitle')}</Text>}
            <Text>{t('signOutUnsentText')}</Text>
          </div>
        )}
        <NotSaved of={write} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('cancel')}
          </Button>
          <BusyButton color={hasUnsent ? 'red' : undefined} isBusy={write.isPending} onClick={onConfirm}>
            {hasUnsent ? t('signOutAnyway') : leaves ? t('signOutReturn') : t('signOut')}
          </BusyButton>
        </Group>
      </Stack>
    </Modal>
  );
}
