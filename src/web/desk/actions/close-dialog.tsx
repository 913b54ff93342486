import { Alert, Radio, SimpleGrid, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type CloseCase, RESULT_CODES, type ResultCode } from '../../../contracts/index.js';
import { EndsCall } from '../call/ends-call.js';
import { isEmptyDraft } from '../conversation/drafts.js';
import { UnseenDangerAlert, useUnseenDanger } from '../conversation/unseen-danger.js';
import { isToCome } from '../patient/future-bookings.js';
import { CaseDialog, tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { useCaseWrite, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import type { CaseDialogProps } from './staff-action.js';

const NOTE_MAX = 1000;

/** Closes the case with how it ended; warns of what has not been sent and of times that still stand. */
export function CloseDialog(props: CaseDialogProps) {
  const { deskCase, entries, draft, outbox, onForgetDraft, onClose } = props;
  const { t, time } = useTexts();
  const { api, clock } = useDesk();
  const [result, setResult] = useState<ResultCode | null>(null);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const danger = useUnseenDanger(entries);
  const id = useWriteId();
  const write = useCaseWrite<Omit<CloseCase, 'id'>>(deskCase.id, (body) =>
    api.call('POST /api/desk/cases/:caseId/closing', {
      params: { caseId: deskCase.id },
      body: { id: id.of(body), ...body },
    }),
  );
  const toCome = deskCase.bookings.filter((booking) => isToCome(booking, clock.now()));
  const hasUnsent = !isEmptyDraft(draft) || outbox.some((message) => message.state !== 'sent');
  const confirm = () => {
    setAsked(true);
    if (!result) return;
    write.mutate(
      { result, note: note.trim() || null, upTo: danger.upTo },
      {
        onSuccess: () => {
          onForgetDraft();
          tell(t('closeDone'));
          onClose();
        },
      },
    );
  };
  return (
    <CaseDialog
      title={t('closeTitle')}
      confirm={t('closeConfirm')}
      write={write}
      isReady={danger.entries.length === 0}
      onConfirm={confirm}
      onClose={onClose}
    >
      <UnseenDangerAlert of={danger} />
      <EndsCall caseId={deskCase.id} />
      {hasUnsent && <Alert role="status">{t('closeUnsent')}</Alert>}
      {toCome.length > 0 && (
        <div>
          <Text>{t('closeBookings')}</Text>
          <ul>
            {toCome.map((booking) => (
              <li key={booking.id}>
                {time.moment(booking.startsAt)},{' '}
                {t('with', { kind: t(`kind_${booking.kind}`), performer: booking.performerName })}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Radio.Group
        label={t('closeResult')}
        value={result ?? ''}
        onChange={(value) => setResult(value as ResultCode)}
        error={asked && !result ? t('closeResultNeeded') : undefined}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" className="choices">
          {RESULT_CODES.map((code, index) => (
            <Radio.Card key={code} value={code} className="choice" data-autofocus={index === 0 || undefined}>
              <Radio.Indicator />
              <span>{t(`result_${code}`)}</span>
            </Radio.Card>
          ))}
        </SimpleGrid>
      </Radio.Group>
      <Textarea
        label={t('closeNote')}
        description={t('closeNoteText')}
        autosize
        minRows={2}
        maxLength={NOTE_MAX}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </CaseDialog>
  );
}
