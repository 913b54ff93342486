import { Alert, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ConsultationRecord, DeskCase, TakeOverCase } from '../../../contracts/index.js';
import { ProblemError } from '../../ui/api.js';
import { CaseDialog, tell } from '../actions/case-dialog.js';
import { useDesk } from '../shell/desk-context.js';
import { keys } from '../shell/query.js';
import { caseAddress } from '../shell/use-shown-case.js';
import { useCaseWrite, useWriteId } from '../shell/use-write.js';
import { useWords } from '../texts.js';
import { openForMe } from './open-for-me.js';

/** Makes the case that one was consulted about one's own; who comes second is told who has it. */
export function TakeOverDialog({ deskCase, onClose }: { deskCase: DeskCase; onClose: () => void }) {
  const { t } = useWords();
  const { api, commission } = useDesk();
  const consultation = openForMe(deskCase);
  const id = useWriteId();
  const write = useCaseWrite<Omit<TakeOverCase, 'id'>>(deskCase.id, (body) =>
    api.post(`/api/desk/consultations/${consultation?.id}/take-over`, { id: id.of(body), ...body }),
  );
  const isTooLate = write.error instanceof ProblemError && write.error.code === 'conflict';
  const now = useQuery({
    queryKey: keys.consultation(consultation?.id ?? ''),
    queryFn: () => api.get<ConsultationRecord>(`/api/desk/consultations/${consultation?.id}`),
    enabled: isTooLate && consultation !== undefined,
    staleTime: 0,
  });
  const winner = now.data?.holder;
  const resident = deskCase.guardian?.givenName ?? deskCase.patient.givenName;
  const confirm = () =>
    write.mutate(
      { from: deskCase.holder?.commissionId ?? null },
      {
        onSuccess: () => {
          id.done();
          tell(t('takeOverDone'));
          onClose();
          // From here on it is a case of one's own, at the address of the case.
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
      isReady={consultation !== undefined}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Text>
        {t('takeOverText', {
          unit: commission.unit.name,
          resident,
          holder: deskCase.holder?.name ?? t('takeOverNobody'),
        })}
      </Text>
      <Text>{t('takeOverKeeps')}</Text>
      {isTooLate && (
        <Alert color="red" role="alert" title={t('notSaved')}>
          {winner
            ? t('takeOverLate', { name: winner.name, role: t(`role_${winner.role}`), unit: winner.unit })
            : t('problemConflict')}
        </Alert>
      )}
    </CaseDialog>
  );
}
