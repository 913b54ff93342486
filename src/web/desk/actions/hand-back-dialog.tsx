import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { DeskCase } from '../../../contracts/index.js';
import { EndsCall } from '../call/ends-call.js';
import { CaseDialog, tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { useCaseWrite, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';

const REASON_MAX = 1000;

/** Gives the case back to the queue, where it keeps its place. */
export function HandBackDialog({ deskCase, onClose }: { deskCase: DeskCase; onClose: () => void }) {
  const { t } = useTexts();
  const { api } = useDesk();
  const [reason, setReason] = useState('');
  const id = useWriteId();
  const write = useCaseWrite<string | null>(deskCase.id, (why) =>
    api.call('POST /api/desk/cases/:caseId/hand-back', {
      params: { caseId: deskCase.id },
      body: { id: id.of(why), reason: why },
    }),
  );
  return (
    <CaseDialog
      title={t('handBackTitle')}
      confirm={t('handBackConfirm')}
      write={write}
      onConfirm={() =>
        write.mutate(reason.trim() || null, {
          onSuccess: () => {
            tell(t('handBackDone'));
            onClose();
          },
        })
      }
      onClose={onClose}
    >
      <Text>{t('handBackText')}</Text>
      <EndsCall caseId={deskCase.id} />
      <Textarea
        label={t('handBackReason')}
        autosize
        minRows={2}
        maxLength={REASON_MAX}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </CaseDialog>
  );
}
