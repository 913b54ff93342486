import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ProblemError } from '../../api/api.js';
import { BusyButton } from '../shared/busy-button.js';
import { CaseDialog } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { NotSaved } from '../shared/failure.js';
import { Icon } from '../shared/icons.js';
import { KeyHint } from '../shared/key.js';
import { keys } from '../shared/query.js';
import { useShortcut } from '../shared/shortcuts-context.js';
import { retryPassing, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import { useQueue } from './use-queue.js';
import { useUndoClaim } from './use-undo-claim.js';

interface Props {
  onOpen: (caseId: string) => void;
  /** The claim of a case was undone. */
  onUndone: (caseId: string) => void;
}

/** Takes the case that is most in need and opens it; asks first beyond the number of cases that one works with. */
export function NextCase({ onOpen, onUndone }: Props) {
  const { t } = useTexts();
  const { api } = useDesk();
  const client = useQueryClient();
  const queue = useQueue('queue');
  const button = useRef<HTMLButtonElement>(null);
  const id = useWriteId();
  const [none, setNone] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const offerUndo = useUndoClaim((caseId) => {
    onUndone(caseId);
    button.current?.focus();
  });
  const next = useMutation({
    mutationFn: async (beyond: boolean) => {
      const claimId = id.of('next');
      const { caseId } = await api.call('POST /api/desk/claims', { body: { id: claimId, beyond } });
      return { caseId, claimId };
    },
    ...retryPassing,
    onSuccess: ({ caseId, claimId }) => {
      id.done();
      setIsAsking(false);
      setNone(caseId === null);
      void client.invalidateQueries({ queryKey: keys.queues });
      if (caseId === null) return;
      void client.invalidateQueries({ queryKey: keys.case(caseId) });
      onOpen(caseId);
      offerUndo({ caseId, claimId });
    },
    onError: async (error) => {
      if (!isEnough(error)) return;
      // The dialog says how many there are now.
      await queue.refetch();
      setIsAsking(true);
    },
  });
  const take = () => {
    if (next.isPending || isAsking) return;
    setNone(false);
    next.mutate(false);
  };
  useShortcut('next', take);
  const progress = { ...next, error: isEnough(next.error) ? null : next.error };
  return (
    <div className="next">
      <BusyButton
        ref={button}
        fullWidth
        size="lg"
        onClick={take}
        isBusy={next.isPending}
        aria-keyshortcuts="N"
        leftSection={<Icon name="arrowRight" />}
        rightSection={<KeyHint of="next" />}
      >
        {t('nextCase')}
      </BusyButton>
      <div role="status">{none && <p className="next-none">{t('nextNone')}</p>}</div>
      {isAsking ? (
        <CaseDialog
          title={t('beyondTitle')}
          confirm={t('beyondConfirm')}
          write={progress}
          onConfirm={() => next.mutate(true)}
          onClose={() => {
            setIsAsking(false);
            next.reset();
          }}
        >
          <Text>
            {t('beyondText', { n: queue.data?.holding ?? 0 })}{' '}
            {t('beyondPolicy', { n: queue.data?.casesAtOnce ?? 0 })}
          </Text>
        </CaseDialog>
      ) : (
        <NotSaved of={progress} />
      )}
    </div>
  );
}

/** One has as many cases as one works with at a time. */
function isEnough(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'enough-cases';
}
