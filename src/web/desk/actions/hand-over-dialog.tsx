import { NativeSelect, Skeleton, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ColleagueOnDuty, DeskCase } from '../../../contracts/index.js';
import { EndsCall } from '../call/ends-call.js';
import { useColleagues } from '../consult/use-consultations.js';
import { CaseDialog, tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { Failure } from '../shared/failure.js';
import { keys } from '../shared/query.js';
import { retryPassing, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import { takersAt } from './takers.js';

/** Gives the case to a colleague by name, who is on duty at the unit and takes cases of its kind. */
export function HandOverDialog({ deskCase, onClose }: { deskCase: DeskCase; onClose: () => void }) {
  const { t } = useTexts();
  const { api, commission } = useDesk();
  const client = useQueryClient();
  const colleagues = useColleagues();
  const [who, setWho] = useState('');
  const [asked, setAsked] = useState(false);
  const id = useWriteId();
  const renew = () => {
    void client.invalidateQueries({ queryKey: keys.case(deskCase.id) });
    void client.invalidateQueries({ queryKey: keys.queues });
  };
  const write = useMutation<void, Error, ColleagueOnDuty>({
    mutationFn: async ({ commissionId }) => {
      const body = { id: id.of(commissionId), to: commissionId };
      await api.call('POST /api/desk/cases/:caseId/hand-over', { params: { caseId: deskCase.id }, body });
    },
    ...retryPassing,
    networkMode: 'always',
    onSuccess: (_answer, { name }) => {
      tell(t('handOverDone', { name }));
      renew();
      onClose();
    },
    // Who can take it has changed since the list was fetched.
    onError: () => {
      void colleagues.refetch();
      renew();
    },
  });
  const possible = takersAt(colleagues.data ?? [], commission.unit.id, deskCase.competence);
  const chosen = possible.find(({ commissionId }) => commissionId === who);
  return (
    <CaseDialog
      title={t('handOverTitle')}
      confirm={t('handOverConfirm')}
      write={write}
      isReady={possible.length > 0}
      onConfirm={() => {
        setAsked(true);
        if (chosen) write.mutate(chosen);
      }}
      onClose={onClose}
    >
      <Text>{t('handOverText')}</Text>
      <EndsCall caseId={deskCase.id} />
      {colleagues.isError && <Failure text={t('failedList')} onTry={() => void colleagues.refetch()} />}
      {colleagues.isPending && <Skeleton className="loading-row" />}
      {colleagues.data && possible.length === 0 && <Text role="status">{t('handOverNobody')}</Text>}
      {possible.length > 0 && (
        <NativeSelect
          label={t('handOverWho')}
          value={chosen?.commissionId ?? ''}
          data={[
            // A press too quick gives it to nobody.
            { value: '', label: t('handOverChoose'), disabled: true },
            ...possible.map(({ commissionId, name }) => ({ value: commissionId, label: name })),
          ]}
          error={asked && !chosen ? t('handOverNeeded') : undefined}
          onChange={(event) => setWho(event.currentTarget.value)}
          data-autofocus
        />
      )}
    </CaseDialog>
  );
}
