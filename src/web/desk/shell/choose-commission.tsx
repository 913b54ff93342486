import { Alert, Button, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Commission, StaffSession } from '../../../contracts/index.js';
import type { Api } from '../../api/api.js';
import { problemText } from '../shared/problem-text.js';
import { keys } from '../shared/query.js';
import { retryPassing } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import { commissionKey } from '../texts/domain.js';
import { Calm } from './calm.js';

interface Props {
  api: Api;
  session: StaffSession;
  /** Goes back without choosing, where one is chosen already. */
  onStay?: () => void;
}

/** One role at one unit for the whole session. */
export function ChooseCommission({ api, session, onStay }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const client = useQueryClient();
  const choose = useMutation({
    mutationFn: (commission: Commission) =>
      api.call('PUT /api/staff/commission', { body: { commissionId: commission.id } }),
    ...retryPassing,
    onSuccess: (after) => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.me[0] });
      client.setQueryData(keys.me, after);
      onStay?.();
    },
  });
  return (
    <Calm>
      <Stack gap="md">
        <Title order={1} size="h2">
          {t('chooseTitle')}
        </Title>
        <Text>{t('chooseText', { name: session.name })}</Text>
        {session.commissions.length === 0 && <Alert>{t('chooseNone')}</Alert>}
        {choose.isError && (
          <Alert color="red" role="alert" title={t('notSaved')}>
            {problemText(choose.error, texts)}
          </Alert>
        )}
        <ul className="commissions">
          {session.commissions.map((commission) => (
            <li key={commission.id}>
              <UnstyledButton
                className="commission"
                disabled={choose.isPending}
                aria-current={commission.id === session.commission?.id || undefined}
                onClick={() => choose.mutate(commission)}
              >
                <span className="commission-role">{t(commissionKey(commission))}</span>
                <span className="commission-unit">{commission.unit.name}</span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
        {onStay && (
          <Group>
            <Button variant="default" onClick={onStay}>
              {t('cancel')}
            </Button>
          </Group>
        )}
      </Stack>
    </Calm>
  );
}
