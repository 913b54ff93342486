import { Modal, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ColleagueUnit } from '../../../contracts/index.js';
import { useDesk } from '../shared/desk-context.js';
import { Failure } from '../shared/failure.js';
import { keys } from '../shared/query.js';
import { useTexts } from '../texts/desk-texts.js';

const POLL_MS = 20_000;

/** Who is on duty now, at one's own unit and elsewhere, and who of them takes new cases. */
export function DutyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const { api, commission } = useDesk();
  const colleagues = useQuery({
    queryKey: keys.colleagues,
    queryFn: () => api.call('GET /api/desk/colleagues'),
    staleTime: 0,
    refetchInterval: POLL_MS,
  });
  const own = colleagues.data?.find(({ unit }) => unit.id === commission.unit.id);
  const others = (colleagues.data ?? []).filter((each) => each !== own && each.onDuty.length > 0);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('onDutyTitle')}
      size="var(--desk-dialog)"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text>{t('onDutyText')}</Text>
        {colleagues.isError && <Failure text={t('failedList')} onTry={() => void colleagues.refetch()} />}
        {colleagues.isPending && <Skeleton className="loading-block" />}
        {own && (
          <section>
            <Title order={3} size="h5">
              {own.unit.name}
            </Title>
            {own.onDuty.length === 0 ? <Text c="dimmed">{t('onDutyAlone')}</Text> : <People of={own} />}
          </section>
        )}
        {others.map((each) => (
          <details key={each.unit.id}>
            <summary>
              {each.unit.name} <span className="quiet">{t('onDutyCount', { n: each.onDuty.length })}</span>
            </summary>
            <People of={each} />
          </details>
        ))}
      </Stack>
    </Modal>
  );
}

function People({ of }: { of: ColleagueUnit }) {
  const { t } = useTexts();
  return (
    <ul className="on-duty">
      {of.onDuty.map(({ commissionId, name, role, available }) => (
        <li key={commissionId}>
          <strong>{name}</strong>, {t(`role_${role}`)}{' '}
          <span className="quiet">{t(available ? 'onDutyTakes' : 'onDutyPaused')}</span>
        </li>
      ))}
    </ul>
  );
}
