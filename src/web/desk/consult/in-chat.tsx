import { ActionIcon, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DeskCase } from '../../../contracts/index.js';
import { tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { NotSaved } from '../shared/failure.js';
import { Icon } from '../shared/icons.js';
import { keys } from '../shared/query.js';
import { retryPassing } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';

/** Colleagues in the chat beside the holder. The holder can remove them, and they can leave. */
export function InChat({ deskCase, mayAct }: { deskCase: DeskCase; mayAct: boolean }) {
  const { t } = useTexts();
  const { api, commission } = useDesk();
  const client = useQueryClient();
  const leave = useMutation({
    mutationFn: (commissionId: string) =>
      api.call('DELETE /api/desk/cases/:caseId/participants/:commissionId', {
        params: { caseId: deskCase.id, commissionId },
      }),
    ...retryPassing,
    onSuccess: (_, commissionId) => {
      if (commissionId === commission.id) tell(t('leftChat'));
      void client.invalidateQueries({ queryKey: keys.case(deskCase.id) });
      void client.invalidateQueries({ queryKey: keys.queues });
    },
  });
  const { participants, holder, relation } = deskCase;
  if (participants.length === 0) return null;
  return (
    <div className="in-chat" role="status">
      <Icon name="addPerson" />
      {relation === 'participant' ? (
        <>
          <span>{t('youTakePart', { name: holder?.name ?? '' })}</span>
          <Button
            size="compact-sm"
            variant="default"
            loading={leave.isPending}
            onClick={() => leave.mutate(commission.id)}
          >
            {t('leaveChat')}
          </Button>
        </>
      ) : (
        <>
          <span>{t('inChat')}</span>
          <ul className="in-chat-names">
            {participants.map(({ commissionId, name, role }) => (
              <li key={commissionId}>
                {name}, {t(`role_${role}`)}
                {mayAct && (
                  <ActionIcon
                    variant="subtle"
                    aria-label={t('letGo', { name })}
                    loading={leave.isPending}
                    onClick={() => leave.mutate(commissionId)}
                  >
                    <Icon name="close" />
                  </ActionIcon>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <NotSaved of={leave} />
    </div>
  );
}
