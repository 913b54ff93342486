import { NativeSelect, Skeleton, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { DeskCase, ReferPatient, TimelineEntry } from '../../../contracts/index.js';
import { UnseenDangerAlert, useUnseenDanger } from '../conversation/unseen-danger.js';
import { ageText } from '../shared/age.js';
import { CaseDialog, tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { Failure } from '../shared/failure.js';
import { useCaseWrite, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import { useColleagues } from './use-consultations.js';

const TEXT_MAX = 4_000;

interface Props {
  deskCase: DeskCase;
  entries: readonly TimelineEntry[];
  onClose: () => void;
}

/** Sends the patient to an emergency department with a text to show there. */
export function ReferDialog({ deskCase, entries, onClose }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const { api, session, commission } = useDesk();
  const colleagues = useColleagues();
  const departments = (colleagues.data ?? []).filter(({ unit }) => unit.kind === 'emergency-department');
  const [unitId, setUnitId] = useState<string | null>(null);
  const { patient } = deskCase;
  const [text, setText] = useState(() =>
    t('referDraft', {
      patient: `${patient.givenName} ${patient.familyName}`,
      age: ageText(patient.ageMonths, texts),
      reason: deskCase.reason ? texts.text(deskCase.reason) : t('noReason'),
      name: session.name,
      role: t(`role_${commission.role}`),
      unit: commission.unit.name,
    }),
  );
  const [asked, setAsked] = useState(false);
  const danger = useUnseenDanger(entries);
  const id = useWriteId();
  const write = useCaseWrite<Omit<ReferPatient, 'id'>>(deskCase.id, (body) =>
    api.call('POST /api/desk/cases/:caseId/referral', {
      params: { caseId: deskCase.id },
      body: { id: id.of(body), ...body },
    }),
  );
  const chosen = departments.find(({ unit }) => unit.id === unitId) ?? departments[0];
  const isEmpty = text.trim() === '';
  const confirm = () => {
    setAsked(true);
    if (!chosen || isEmpty) return;
    write.mutate(
      { unitId: chosen.unit.id, text: text.trim(), upTo: danger.upTo },
      {
        onSuccess: () => {
          id.done();
          tell(t('referDone'));
          onClose();
        },
      },
    );
  };
  return (
    <CaseDialog
      title={t('referTitle')}
      confirm={t('referConfirm')}
      write={write}
      isReady={chosen !== undefined && danger.entries.length === 0}
      onConfirm={confirm}
      onClose={onClose}
    >
      <UnseenDangerAlert of={danger} />
      <Text>{t('referText', { name: deskCase.guardian?.givenName ?? patient.givenName })}</Text>
      {colleagues.isError && <Failure text={t('failedList')} onTry={() => void colleagues.refetch()} />}
      {colleagues.isPending && <Skeleton className="loading-row" />}
      {chosen && (
        <NativeSelect
          label={t('referWhere')}
          value={chosen.unit.id}
          data={departments.map(({ unit, address }) => ({
            value: unit.id,
            label: t('referAt', { unit: unit.name, address }),
          }))}
          onChange={(event) => setUnitId(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={t('referLabel')}
        autosize
        minRows={4}
        maxLength={TEXT_MAX}
        value={text}
        error={asked && isEmpty ? t('referNeeded') : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
    </CaseDialog>
  );
}
