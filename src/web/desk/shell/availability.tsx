import { Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { StaffSession } from '../../../contracts/index.js';
import { useDesk } from '../shared/desk-context.js';
import { problemText } from '../shared/problem-text.js';
import { keys } from '../shared/query.js';
import { retryPassing } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';

/** Whether one takes new cases. What one holds stays; the next sign-in sets it back. */
export function Availability() {
  const texts = useTexts();
  const { t } = texts;
  const { api, commission } = useDesk();
  const client = useQueryClient();
  const set = useMutation({
    mutationFn: (available: boolean) => api.call('PUT /api/staff/availability', { body: { available } }),
    ...retryPassing,
    onSuccess: ({ available }) => {
      client.setQueryData<StaffSession | null>(keys.me, (me) =>
        me?.commission ? { ...me, commission: { ...me.commission, available } } : me,
      );
      notifications.show({
        message: available ? t('takesCasesOn') : t('takesCasesOff'),
        withCloseButton: false,
      });
    },
    onError: (error) =>
      notifications.show({ color: 'red', title: t('notSaved'), message: problemText(error, texts) }),
  });
  const isAvailable = set.isPending ? set.variables : commission.available;
  return (
    <div className="availability" data-paused={!isAvailable}>
      <Switch
        label={t('takesCases')}
        aria-label={t('takesCases')}
        checked={isAvailable}
        onChange={(event) => !set.isPending && set.mutate(event.currentTarget.checked)}
      />
    </div>
  );
}
