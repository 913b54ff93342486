import { Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type ChangeUrgency, type DeskCase, URGENCIES, type Urgency } from '../../../contracts/index.js';
import { CaseDialog, tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { UrgencyMark } from '../shared/urgency-mark.js';
import { useCaseWrite, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';

const REASON_MAX = 1000;

/** Raises or lowers the urgency; lowering asks for a reason. */
export function UrgencyDialog({ deskCase, onClose }: { deskCase: DeskCase; onClose: () => void }) {
  const { t } = useTexts();
  const { api } = useDesk();
  const now = deskCase.urgency;
  const first = URGENCIES.find((one) => one !== now);
  const [choice, setChoice] = useState<{ urgency: Urgency; shown: Urgency | null } | null>(null);
  // What was chosen of a calmer case is no choice any more.
  const isRaised = choice !== null && now !== null && choice.shown !== null && now < choice.shown;
  const urgency = choice && !isRaised ? choice.urgency : null;
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
      { urgency, reason: reason.trim() || null, shown: now },
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
      onConfirm={confirm}
      onClose={onClose}
    >
      <Radio.Group
        label={t('urgency')}
        value={urgency === null ? '' : String(urgency)}
        onChange={(value) => setChoice({ urgency: Number(value) as Urgency, shown: now })}
        error={isRaised ? t('urgencyRaised') : asked && urgency === null ? t('chooseOther') : undefined}
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
