import { Alert, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeskCase, TakeOverCase } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { CaseDialog, tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { keys } from '../shared/query.js';
import { caseAddress } from '../shared/use-shown-case.js';
import { useCaseWrite, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import { openForMe } from './open-for-me.js';

/** Takes over the case that the reader was consulted about. The second of two is told who already has it. */
export function TakeOverDialog({ deskCase, onClose }: { deskCase: DeskCase; onClose: () => void }) {
  const { t } = useTexts();
  const { api, commission } = useDesk();
  /** As it was when the dialog was opened: what was decided then is not done to another state of things. */
  const [{ consultation, holder }] = useState(() => ({
    consultation: openForMe(deskCase),
    holder: deskCase.holder,
  }));
  const id = useWriteId();
  const write = useCaseWrite<Omit<TakeOverCase, 'id'>>(deskCase.id, (body) =>
    api.call('POST /api/desk/consultations/:consultationId/take-over', {
      params: { consultationId: consultation?.id ?? '' },
      body: { id: id.of(body), ...body },
    }),
  );
  const isTooLate = write.error instanceof ProblemError && write.error.code === 'conflict';
  const now = useQuery({
    queryKey: keys.consultation(consultation?.id ?? ''),
    queryFn: () =>
      api.call('GET /api/desk/consultations/:consultationId', {
        params: { consultationId: consultation?.id ?? '' },
      }),
    enabled: isTooLate && consultation !== undefined,
    staleTime: 0,
  });
  const hasMoved = deskCase.holder?.commissionId !== holder?.commissionId;
  const isLate = isTooLate || (hasMoved && !write.isSuccess);
  const winner = hasMoved ? deskCase.holder : now.data?.holder;
  const resident = deskCase.guardian?.givenName ?? deskCase.patient.givenName;
  const confirm = () =>
    write.mutate(
      { from: holder?.commissionId ?? null },
      {
        onSuccess: () => {
          id.done();
          tell(t('takeOverDone'));
          onClose();
          // The reader holds it from now on, so it is shown at the address of the case.
          window.location.hash = caseAddress(deskCase.id);
          document.getElementById('case')?.focus();
        },
      },
    );
  return (
    <CaseDialog
      title={t('takeOverTitle')}
      confirm={t('takeOverConfirm')}
      write={isTooLate ? { ...write, error: null } : write}
      isReady={consultation !== undefined && !isLate}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Text>
        {t('takeOverText', { unit: commission.unit.name, resident })}{' '}
        {holder && t('takeOverFrom', { holder: holder.name })}
      </Text>
      <Text>{t('takeOverKeeps')}</Text>
      {isLate && (
        <Alert color="red" role="alert" title={t('notSaved')}>
          {winner
            ? t('takeOverLate', { name: winner.name, role: t(`role_${winner.role}`), unit: winner.unit })
            : t('problemConflict')}
        </Alert>
      )}
    </CaseDialog>
  );
}
