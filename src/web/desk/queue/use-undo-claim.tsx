import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '../shared/desk-context.js';
import { keys } from '../shared/query.js';
import { useShortcut } from '../shared/shortcuts-context.js';
import { retryPassing, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';

/** How long a claim can be undone. Afterwards handing the case back does the same, but for the record. */
const UNDO_MS = 10_000;
const TOAST = 'undo-claim';

interface Claim {
  caseId: string;
  claimId: string;
}

/** Offers to undo a claim that was just made, by a button beside the page and by a key. Returns how to offer it. */
export function useUndoClaim(onUndone: (caseId: string) => void): (claim: Claim) => void {
  const { t } = useTexts();
  const { api } = useDesk();
  const client = useQueryClient();
  const id = useWriteId();
  const [last, setLast] = useState<Claim | null>(null);
  const undo = useMutation({
    mutationFn: ({ caseId, claimId }: Claim) =>
      api.call('POST /api/desk/cases/:caseId/claim-undoing', {
        params: { caseId },
        body: { id: id.of(claimId), claimId },
      }),
    ...retryPassing,
    onSuccess: (_nothing, { caseId }) => {
      onUndone(caseId);
      notifications.show({ message: t('claimUndone'), withCloseButton: false });
    },
    onError: () => notifications.show({ color: 'red', message: t('claimNotUndone') }),
    onSettled: (_nothing, _error, { caseId }) => {
      void client.invalidateQueries({ queryKey: keys.queues });
      void client.invalidateQueries({ queryKey: keys.case(caseId) });
    },
  });
  const { mutate } = undo;
  const take = useCallback(
    (claim: Claim) => {
      notifications.hide(TOAST);
      setLast(null);
      mutate(claim);
    },
    [mutate],
  );
  useShortcut('undo', () => last && take(last));
  useEffect(() => {
    if (!last) return;
    notifications.show({
      id: TOAST,
      autoClose: UNDO_MS,
      withCloseButton: false,
      message: (
        <span className="undo-line">
          {t('claimTaken')}
          <Button size="sm" variant="default" aria-keyshortcuts="Z" onClick={() => take(last)}>
            {t('claimUndo')}
          </Button>
        </span>
      ),
    });
    const over = setTimeout(() => setLast(null), UNDO_MS);
    return () => {
      clearTimeout(over);
      notifications.hide(TOAST);
    };
  }, [last, t, take]);
  return setLast;
}
