import { NativeSelect, Skeleton, Text } from '@mantine/core';
import { useState } from 'react';
import type { DeskCase, StaffName } from '../../../contracts/index.js';
import { CaseDialog, tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { Failure } from '../shared/failure.js';
import { useCaseWrite, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import { useColleagues } from './use-consultations.js';

/** Brings a colleague into the chat, where the resident sees them. */
export function JoinInDialog({ deskCase, onClose }: { deskCase: DeskCase; onClose: () => void }) {
  const { t } = useTexts();
  const { api, commission } = useDesk();
  const colleagues = useColleagues();
  const [who, setWho] = useState<string | null>(null);
  const id = useWriteId();
  const write = useCaseWrite<string>(deskCase.id, (commissionId) =>
    api.call('POST /api/desk/cases/:caseId/participants', {
      params: { caseId: deskCase.id },
      body: { id: id.of(commissionId), commissionId },
    }),
  );
  const consulted = deskCase.consultations
    .filter(({ endedAt }) => endedAt === null)
    .map(({ to }) => to.unit.id);
  const possible: StaffName[] = (colleagues.data ?? [])
    .filter(({ unit }) => unit.id === commission.unit.id || consulted.includes(unit.id))
    .flatMap(({ onDuty }) => onDuty)
    .filter(({ commissionId }) => deskCase.participants.every((each) => each.commissionId !== commissionId));
  const chosen = possible.find(({ commissionId }) => commissionId === who) ?? possible[0];
  const confirm = () => {
    if (!chosen) return;
    write.mutate(chosen.commissionId, {
      onSuccess: () => {
        id.done();
        tell(t('joinInDone', { name: chosen.name }));
        onClose();
      },
      onError: () => void colleagues.refetch(),
    });
  };
  return (
    <CaseDialog
      title={t('joinInTitle')}
      confirm={t('joinInConfirm')}
      write={write}
      isReady={chosen !== undefined}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Text>{t('joinInText', { name: deskCase.guardian?.givenName ?? deskCase.patient.givenName })}</Text>
      {colleagues.isError && <Failure text={t('failedList')} onTry={() => void colleagues.refetch()} />}
      {colleagues.isPending && <Skeleton className="loading-row" />}
      {colleagues.data && !chosen && <Text role="status">{t('joinInNobody')}</Text>}
      {chosen && (
        <NativeSelect
          label={t('joinInWho')}
          value={chosen.commissionId}
          data={possible.map(({ commissionId, name, role, unit }) => ({
            value: commissionId,
            label: t('askedOfName', { name, role: t(`role_${role}`), unit }),
          }))}
          onChange={(event) => setWho(event.currentTarget.value)}
          data-autofocus
        />
      )}
    </CaseDialog>
  );
}
