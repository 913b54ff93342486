import { Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type ChangeUrgency, URGENCIES, type Urgency } from '../../../contracts/index.js';
import { UnseenDangerAlert, useUnseenDanger } from '../conversation/unseen-danger.js';
import { CaseDialog, tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { UrgencyMark } from '../shared/urgency-mark.js';
import { useCaseWrite, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import type { CaseDialogProps } from './staff-action.js';

const REASON_MAX = 1000;

/** Raises or lowers the urgency; lowering asks for a reason. */
export function UrgencyDialog({ deskCase, entries, onClose }: CaseDialogProps) {
  const { t } = useTexts();
  const { api } = useDesk();
  const now = deskCase.urgency;
  const first = URGENCIES.find((one) => one !== now);
  const [urgency, setUrgency] = useState<Urgency | null>(null);
  const danger = useUnseenDanger(entries);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const id = useWriteId();
  const write = useCaseWrite<Omit<ChangeUrgency, 'id'>>(deskCase.id, (body) =>
    api.call('PUT /api/desk/cases/:caseId/urgency', {
      params: { caseId: deskCase.id },
      body: { id: id.of(body), ...body },
    }),
  );
  const isLowering = urgency !== null && now !== null && urgency > now;
  const lacksReason = isLowering && reason.trim() === '';
  const confirm = () => {
    setAsked(true);
    if (urgency === null || lacksReason) return;
    write.mutate(
      { urgency, reason: reason.trim() || null, upTo: danger.upTo },
      {
        onSuccess: () => {
          tell(t('urgencyDone'));
          onClose();
        },
      },
    );
  };
  const confirmText =
    urgency === null ? t('urgencyTitle') : isLowering ? t('lowerTo', { urgency }) : t('raiseTo', { urgency });
  return (
    <CaseDialog
      title={t('urgencyTitle')}
      confirm={confirmText}
      write={write}
      isReady={danger.entries.length === 0}
      onConfirm={confirm}
      onClose={onClose}
    >
      {/* What was chosen before is no choice of what is known now. */}
      <UnseenDangerAlert of={danger} onRead={() => setUrgency(null)} />
      <Radio.Group
        label={t('urgency')}
        value={urgency === null ? '' : String(urgency)}
        onChange={(value) => setUrgency(Number(value) as Urgency)}
        error={asked && urgency === null ? t('chooseOther') : undefined}
      >
        <Stack gap="xs" className="choices">
          {URGENCIES.map((one) => (
            <Radio.Card
              key={one}
              value={String(one)}
              disabled={one === now}
              className="choice"
              data-autofocus={one === first || undefined}
            >
              <Radio.Indicator />
              <UrgencyMark urgency={one} withWord />
              {one === now && <span className="mark">{t('urgencyNow')}</span>}
            </Radio.Card>
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('reason')}
        description={isLowering ? t('reasonLowering') : t('reasonOptional')}
        withAsterisk={isLowering}
        autosize
        minRows={2}
        maxLength={REASON_MAX}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={asked && lacksReason ? t('reasonNeeded') : undefined}
      />
    </CaseDialog>
  );
}
