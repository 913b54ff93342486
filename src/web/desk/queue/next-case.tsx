import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { BusyButton } from '../shell/busy-button.js';
import { useDesk } from '../shell/desk-context.js';
import { NotSaved } from '../shell/failure.js';
import { Icon } from '../shell/icons.js';
import { KeyHint } from '../shell/key.js';
import { keys } from '../shell/query.js';
import { useShortcut } from '../shell/shortcuts-context.js';
import { retryPassing, useWriteId } from '../shell/use-write.js';
import { useWords } from '../texts.js';

/** Takes the case that is most in need and opens it. */
export function NextCase({ onOpen }: { onOpen: (caseId: string) => void }) {
  const { t } = useWords();
  const { api } = useDesk();
  const client = useQueryClient();
  const id = useWriteId();
  const [none, setNone] = useState(false);
  const next = useMutation({
    mutationFn: () => api.post<{ caseId: string | null }>('/api/desk/claims', { id: id.of('next') }),
    ...retryPassing,
    onSuccess: ({ caseId }) => {
      id.done();
      setNone(caseId === null);
      void client.invalidateQueries({ queryKey: keys.queues });
      if (caseId === null) return;
      void client.invalidateQueries({ queryKey: keys.case(caseId) });
      onOpen(caseId);
    },
  });
  const take = () => {
    if (next.isPending) return;
    setNone(false);
    next.mutate();
  };
  useShortcut('next', take);
  return (
    <div className="next">
      <BusyButton
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
      <NotSaved of={next} />
    </div>
  );
}
