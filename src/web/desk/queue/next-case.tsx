import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { BusyButton } from '../shared/busy-button.js';
import { useDesk } from '../shared/desk-context.js';
import { NotSaved } from '../shared/failure.js';
import { Icon } from '../shared/icons.js';
import { KeyHint } from '../shared/key.js';
import { keys } from '../shared/query.js';
import { useShortcut } from '../shared/shortcuts-context.js';
import { retryPassing, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';

/** Takes the case that is most in need and opens it. */
export function NextCase({ onOpen }: { onOpen: (caseId: string) => void }) {
  const { t } = useTexts();
  const { api } = useDesk();
  const client = useQueryClient();
  const id = useWriteId();
  const [none, setNone] = useState(false);
  const next = useMutation({
    mutationFn: () => api.call('POST /api/desk/claims', { body: { id: id.of('next') } }),
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
