import { Skeleton, Table } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { StaffDuty, UnitStaff } from '../../../contracts/index.js';
import { BusyButton } from '../shared/busy-button.js';
import { tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { Failure, NotSaved } from '../shared/failure.js';
import { keys } from '../shared/query.js';
import { retryPassing } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import { useManageTexts } from './texts.js';

const POLL_MS = 10_000;

/** Staff on duty who take cases. A manager may pause someone who has left. */
export function StaffPage({ unitId }: { unitId: string }) {
  const { t } = useManageTexts();
  const { api } = useDesk();
  const staff = useQuery({
    queryKey: keys.unitStaff(unitId),
    queryFn: () => api.call('GET /api/desk/units/:unitId/staff', { params: { unitId } }),
    refetchInterval: POLL_MS,
  });
  if (staff.isPending) return <Skeleton className="loading-block" />;
  if (!staff.data) return <Failure text={t('manageFailed')} onTry={() => void staff.refetch()} />;
  return (
    <div className="manage-columns">
      <section className="manage-card" aria-labelledby="people-title">
        <h2 id="people-title">{t('peopleTitle')}</h2>
        <p className="quiet">{t('staffText')}</p>
        {staff.data.staff.length === 0 && <p>{t('noPeople')}</p>}
        <ul className="people">
          {staff.data.staff.map((one) => (
            <Person key={one.commissionId} unitId={unitId} person={one} />
          ))}
        </ul>
      </section>
      <section className="manage-card" aria-labelledby="duty-title">
        <h2 id="duty-title">{t('dutyTitle')}</h2>
        <Duty duty={staff.data.duty} />
      </section>
    </div>
  );
}

function Duty({ duty }: { duty: UnitStaff['duty'] }) {
  const { t } = useManageTexts();
  const texts = useTexts();
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('dutyCompetence')}</Table.Th>
          <Table.Th scope="col">{t('dutyOn')}</Table.Th>
          <Table.Th scope="col">{t('dutyAvailable')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {duty.map(({ competence, onDuty, available }) => (
          <Table.Tr key={competence}>
            <Table.Th scope="row" className="capital">
              {texts.t(`role_${competence}`)}
            </Table.Th>
            <Table.Td>{onDuty}</Table.Td>
            <Table.Td>{available}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Person({ unitId, person }: { unitId: string; person: StaffDuty }) {
  const { t } = useManageTexts();
  const texts = useTexts();
  const { api } = useDesk();
  const client = useQueryClient();
  const { name, available, onDuty, lastSeenAt } = person;
  const set = useMutation({
    mutationFn: (next: boolean) =>
      api.call('PUT /api/desk/units/:unitId/staff/:commissionId/availability', {
        params: { unitId, commissionId: person.commissionId },
        body: {
          available: next,
        },
      }),
    ...retryPassing,
    onSuccess: (after, next) => {
      client.setQueryData(keys.unitStaff(unitId), after);
      tell(t(next ? 'nowResumed' : 'nowPaused', { name }));
    },
  });
  return (
    <li className="person">
      <span className="person-who">
        <strong>{name}</strong>
        <span className="quiet">{texts.t(`role_${person.role}`)}</span>
      </span>
      <span className="person-state">
        <span className="mark" data-kind={onDuty ? 'duty-on' : undefined}>
          {t(onDuty ? 'isOn' : 'isOff')}
        </span>
        {!available && (
          <span className="mark" data-kind="duty-paused">
            {t('isPaused')}
          </span>
        )}
        {!onDuty && lastSeenAt && (
          <span className="quiet">{t('lastSeen', { when: texts.time.moment(lastSeenAt) })}</span>
        )}
      </span>
      <BusyButton
        variant="default"
        isBusy={set.isPending}
        aria-label={t(available ? 'pauseWho' : 'resumeWho', { name })}
        onClick={() => set.mutate(!available)}
      >
        {available ? t('pause') : t('resume')}
      </BusyButton>
      <NotSaved of={set} />
    </li>
  );
}
