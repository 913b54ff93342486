import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OpenInvitation } from '../../../contracts/index.js';
import { useDesk } from '../shared/desk-context.js';
import { NotSaved } from '../shared/failure.js';
import { retryPassing } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import styles from './invited.module.css';

interface Props {
  caseId: string;
  callId: string;
  /** A link that is still shown may be of no use any more. */
  onWithdrawn: () => void;
}

export const invitedKey = (callId: string) => ['invited', callId] as const;

/** The guests invited to the call. An invitation can be withdrawn, even when its guest is already in the call. */
export function Invited({ caseId, callId, onWithdrawn }: Props) {
  const { t, time } = useTexts();
  const { api } = useDesk();
  const client = useQueryClient();
  const found = useQuery({
    queryKey: invitedKey(callId),
    queryFn: () =>
      api.call('GET /api/desk/cases/:caseId/calls/:callId/invitations', { params: { caseId, callId } }),
    staleTime: 0,
  });
  const withdraw = useMutation<unknown, Error, OpenInvitation>({
    mutationFn: ({ id }) =>
      api.call('DELETE /api/desk/cases/:caseId/calls/:callId/invitations/:invitationId', {
        params: { caseId, callId, invitationId: id },
      }),
    ...retryPassing,
    onSuccess: () => {
      onWithdrawn();
      void client.invalidateQueries({ queryKey: invitedKey(callId) });
    },
  });
  const invited = found.data ?? [];
  return (
    <>
      <p role="status">{withdraw.isSuccess && t('withdrawn', { name: withdraw.variables.name })}</p>
      {invited.length > 0 && (
        <section className={styles.part} aria-labelledby="invited">
          <h3 id="invited" className="call-title">
            {t('invited')}
          </h3>
          <ul className={styles.list}>
            {invited.map((each) => (
              <li key={each.id} className={styles.guest}>
                <span>
                  {t('guestNamed', { name: each.name, guest: t(`guest_${each.guest}`) })},{' '}
                  {each.opened
                    ? t('invitedOpened')
                    : t('invitedUntil', { when: time.moment(each.expiresAt) })}
                </span>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('withdrawOf', { name: each.name })}
                  loading={withdraw.isPending && withdraw.variables.id === each.id}
                  onClick={() => withdraw.isPending || withdraw.mutate(each)}
                >
                  {t('withdraw')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <NotSaved of={withdraw} />
    </>
  );
}
