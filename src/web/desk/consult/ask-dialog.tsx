import { NativeSelect, Skeleton, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { AskConsultation, ColleagueUnit, Competence, DeskCase } from '../../../contracts/index.js';
import { CaseDialog, tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { Failure } from '../shared/failure.js';
import { useCaseWrite, useWriteId } from '../shared/use-write.js';
import { type DeskTexts, useTexts } from '../texts/desk-texts.js';
import { type Askable, askables, openWith } from './askables.js';
import { useColleagues } from './use-consultations.js';

const QUESTION_MAX = 4_000;

/** Asks a competence at a unit, or a colleague on duty, while one keeps the case. */
export function AskDialog({ deskCase, onClose }: { deskCase: DeskCase; onClose: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const { api, commission } = useDesk();
  const colleagues = useColleagues();
  // One's own unit first: whoever is asked elsewhere gets to read the case.
  const units = (colleagues.data ?? []).toSorted(
    (a, b) => Number(b.unit.id === commission.unit.id) - Number(a.unit.id === commission.unit.id),
  );
  const [unitId, setUnitId] = useState<string | null>(null);
  const [who, setWho] = useState<string | null>(null);
  const [question, setQuestion] = useState('');
  const [asked, setAsked] = useState(false);
  const id = useWriteId();
  const write = useCaseWrite<Omit<AskConsultation, 'id'>>(deskCase.id, (body) =>
    api.call('POST /api/desk/cases/:caseId/consultations', {
      params: { caseId: deskCase.id },
      body: { id: id.of(body), ...body },
    }),
  );
  const unit = units.find((each) => each.unit.id === unitId);
  const choices = unit ? askables(unit, commission) : [];
  const chosen = choices.find(({ value }) => value === who) ?? choices[0];
  const isClosed = unit !== undefined && chosen !== undefined && !chosen.commissionId && !unit.isOpen;
  const lacksQuestion = question.trim() === '';
  const confirm = () => {
    setAsked(true);
    if (!unit || !chosen || isClosed || lacksQuestion) return;
    const { competence, commissionId } = chosen;
    const body = { question: question.trim(), unitId: unit.unit.id, competence, commissionId };
    write.mutate(body, {
      onSuccess: () => {
        id.done();
        tell(t('askDone'));
        onClose();
      },
      // The colleagues with an open desk have changed since the list was fetched.
      onError: () => void colleagues.refetch(),
    });
  };
  return (
    <CaseDialog
      title={t('askTitle')}
      confirm={t('askConfirm')}
      write={write}
      isReady={units.length > 0}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Text>{t('askText')}</Text>
      {colleagues.isError && <Failure text={t('failedList')} onTry={() => void colleagues.refetch()} />}
      {colleagues.isPending && <Skeleton className="loading-row" />}
      {units.length > 0 && (
        <div className="pair">
          <NativeSelect
            label={t('unit')}
            value={unit?.unit.id ?? ''}
            data={[
              { value: '', label: t('askUnit'), disabled: true },
              ...units.map((each) => ({ value: each.unit.id, label: unitLabel(each, texts) })),
            ]}
            error={asked && !unit ? t('askUnitNeeded') : undefined}
            onChange={(event) => {
              setUnitId(event.currentTarget.value);
              setWho(null);
            }}
            data-autofocus
          />
          <NativeSelect
            label={t('askWho')}
            value={chosen?.value ?? ''}
            data={choices.map((each) => ({ value: each.value, label: askableLabel(each, texts) }))}
            onChange={(event) => setWho(event.currentTarget.value)}
            disabled={!unit}
            error={unit && isClosed && chosen ? closedText(unit, units, chosen.competence, texts) : undefined}
          />
        </div>
      )}
      <Textarea
        label={t('question')}
        autosize
        minRows={3}
        maxLength={QUESTION_MAX}
        value={question}
        error={asked && lacksQuestion ? t('questionNeeded') : undefined}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
    </CaseDialog>
  );
}

function unitLabel({ unit, isOpen, opensAt }: ColleagueUnit, { t, time }: DeskTexts): string {
  if (isOpen) return unit.name;
  return opensAt
    ? t('closedUntil', { unit: unit.name, when: time.moment(opensAt) })
    : t('closedUnit', { unit: unit.name });
}

function askableLabel({ competence, name }: Askable, { t }: DeskTexts): string {
  const role = t(`role_${competence}`);
  return name ? `${name}, ${role}` : t('anyWith', { role });
}

function closedText(
  unit: ColleagueUnit,
  units: readonly ColleagueUnit[],
  competence: Competence,
  { t }: DeskTexts,
): string {
  const open = openWith(units, competence);
  return open.length > 0
    ? t('askClosed', { unit: unit.unit.name, open: open.join(', ') })
    : t('askNobody', { unit: unit.unit.name });
}
