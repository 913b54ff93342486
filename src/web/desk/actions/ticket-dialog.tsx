import { Text } from '@mantine/core';
import { useState } from 'react';
import { UnseenDangerAlert, useUnseenDanger } from '../conversation/unseen-danger.js';
import { CaseDialog, tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { useCaseWrite, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import type { CaseDialogProps } from './staff-action.js';
import { type UnitAndKind, UnitAndKindFields } from './unit-and-kind.js';

/** Gives the patient the right to book one kind of time. */
export function TicketDialog({ deskCase, entries, onClose }: CaseDialogProps) {
  const { t } = useTexts();
  const { api, commission } = useDesk();
  const [chosen, setChosen] = useState<UnitAndKind | null>(null);
  const danger = useUnseenDanger(entries);
  const id = useWriteId();
  const write = useCaseWrite<UnitAndKind & { upTo: number }>(deskCase.id, (body) =>
    api.call('POST /api/desk/cases/:caseId/tickets', {
      params: { caseId: deskCase.id },
      body: { id: id.of(body), ...body },
    }),
  );
  return (
    <CaseDialog
      title={t('ticketTitle')}
      confirm={t('ticketConfirm')}
      isReady={chosen !== null && danger.entries.length === 0}
      write={write}
      onConfirm={() =>
        chosen &&
        write.mutate(
          { ...chosen, upTo: danger.upTo },
          {
            onSuccess: () => {
              tell(t('ticketDone'));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <UnseenDangerAlert of={danger} />
      <Text>{t('ticketText')}</Text>
      <UnitAndKindFields
        value={chosen}
        onChange={setChosen}
        wished={{ unitId: commission.unit.id, kind: deskCase.result?.bookingKind ?? null }}
      />
    </CaseDialog>
  );
}
