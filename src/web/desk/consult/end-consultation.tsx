import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConsultationView, DeskCase } from '../../../contracts/index.js';
import { CaseDialog, tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { Icon } from '../shared/icons.js';
import { keys } from '../shared/query.js';
import { retryPassing, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';

/** Ends a consultation, after one more question. */
export function EndConsultation({
  deskCase,
  consultation,
}: {
  deskCase: DeskCase;
  consultation: ConsultationView;
}) {
  const { t } = useTexts();
  const { api } = useDesk();
  const client = useQueryClient();
  const [isAsking, ask] = useState(false);
  const id = useWriteId();
  const end = useMutation({
    mutationFn: () =>
      api.call('POST /api/desk/consultations/:consultationId/ending', {
        params: { consultationId: consultation.id },
        body: {
          id: id.of(consultation.id),
        },
      }),
    ...retryPassing,
    onSuccess: (record) => {
      client.setQueryData(keys.consultation(consultation.id), record);
      if (record.seesCase) void client.invalidateQueries({ queryKey: keys.case(deskCase.id) });
      void client.invalidateQueries({ queryKey: keys.queues });
      tell(t('endDone'));
    },
  });
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Icon name="check" />}
        onClick={() => ask(true)}
      >
        {t('endConsultation')}
      </Button>
      {isAsking && (
        <CaseDialog
          title={t('endTitle')}
          confirm={t('endConsultation')}
          write={end}
          onConfirm={() => end.mutate()}
          onClose={() => ask(false)}
        >
          <Text>{t('endText', { unit: consultation.to.unit.name })}</Text>
        </CaseDialog>
      )}
    </>
  );
}
