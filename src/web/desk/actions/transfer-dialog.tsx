import { Alert, Radio, Skeleton, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeskCase, TransferCase, Transferred, TransferTarget } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { EndsCall } from '../call/ends-call.js';
import { type Draft, isEmptyDraft } from '../conversation/drafts.js';
import { CaseDialog, tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { Failure } from '../shared/failure.js';
import { keys } from '../shared/query.js';
import { retryPassing, useWriteId } from '../shared/use-write.js';
import { waitText } from '../shared/wait-text.js';
import { useTexts } from '../texts/desk-texts.js';
import { findTargets, targetKey } from './find-targets.js';

const REASON_MAX = 1000;
/** A longer list can be searched. */
const SEARCHED_FROM = 8;

interface Props {
  deskCase: DeskCase;
  draft: Draft;
  onForgetDraft: () => void;
  onLeave: () => void;
  onClose: () => void;
}

/** Sends the case to another queue, with a reason, and goes back to the reader's own queue. */
export function TransferDialog({ deskCase, draft, onForgetDraft, onLeave, onClose }: Props) {
  const { t } = useTexts();
  const { api } = useDesk();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<TransferTarget | null>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const id = useWriteId();
  const targets = useQuery({
    queryKey: keys.transferTargets(deskCase.id),
    queryFn: () =>
      api.call('GET /api/desk/cases/:caseId/transfer-targets', { params: { caseId: deskCase.id } }),
    staleTime: 0,
    gcTime: 0,
  });
  const write = useMutation<Transferred, Error, Omit<TransferCase, 'id'>>({
    mutationFn: (body) =>
      api.call('POST /api/desk/cases/:caseId/transfer', {
        params: { caseId: deskCase.id },
        body: { id: id.of(body), ...body },
      }),
    ...retryPassing,
    onError: (error) => {
      if (error instanceof ProblemError && error.passing) return;
      void targets.refetch();
      void client.invalidateQueries({ queryKey: keys.case(deskCase.id) });
      void client.invalidateQueries({ queryKey: keys.queues });
    },
    onSuccess: ({ to, competence }) => {
      onForgetDraft();
      onClose();
      onLeave();
      document.getElementById('queue')?.focus();
      client.removeQueries({ queryKey: keys.case(deskCase.id) });
      void client.invalidateQueries({ queryKey: keys.queues });
      tell(t('transferDone', { unit: to.name, role: t(`role_${competence}`) }));
    },
  });
  const faults = faultsOf(write.error);
  const lacksReason = reason.trim() === '';
  const confirm = () => {
    setAsked(true);
    if (!chosen || lacksReason) return;
    write.mutate({ unitId: chosen.unit.id, competence: chosen.competence, reason: reason.trim() });
  };
  const choose = (target: TransferTarget) => {
    setChosen(target);
    if (faults.target) write.reset();
  };
  const targetFault = faults.target
    ? t('transferRefused', { unit: chosen?.unit.name ?? '' })
    : asked && !chosen
      ? t('transferNeeded')
      : undefined;
  return (
    <CaseDialog
      title={t('transferTitle')}
      confirm={t('transferConfirm')}
      write={faults.target || faults.reason ? { ...write, error: null } : write}
      isReady={targets.data?.length !== 0}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Text>{t('transferText')}</Text>
      <EndsCall caseId={deskCase.id} />
      {!isEmptyDraft(draft) && <Alert role="status">{t('transferUnsent')}</Alert>}
      {targets.isError && <Failure text={t('failedList')} onTry={() => void targets.refetch()} />}
      {targets.isPending && <Skeleton className="loading-block" />}
      {targets.data && (
        <Targets targets={targets.data} chosen={chosen} fault={targetFault} onChoose={choose} />
      )}
      <Textarea
        label={t('transferReason')}
        description={t('transferReasonText')}
        withAsterisk
        autosize
        minRows={2}
        maxLength={REASON_MAX}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={
          faults.reason
            ? t('transferReasonWrong')
            : asked && lacksReason
              ? t('transferReasonNeeded')
              : undefined
        }
      />
    </CaseDialog>
  );
}

interface TargetsProps {
  targets: readonly TransferTarget[];
  chosen: TransferTarget | null;
  fault: string | undefined;
  onChoose: (target: TransferTarget) => void;
}

/** The queues that may take it, the soonest first. */
function Targets({ targets, chosen, fault, onChoose }: TargetsProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  if (targets.length === 0) return <p role="status">{t('transferNone')}</p>;
  const isLong = targets.length > SEARCHED_FROM;
  const found = isLong ? findTargets(targets, typed, (competence) => t(`role_${competence}`)) : targets;
  return (
    <>
      {isLong && (
        <div>
          <TextInput
            type="search"
            label={t('transferSearch')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            data-autofocus
          />
          <p role="status" className="quiet">
            {found.length === 0 ? t('transferNoHit') : t('transferHits', { n: found.length })}
          </p>
        </div>
      )}
      <Radio.Group
        label={t('transferTo')}
        withAsterisk
        value={chosen ? targetKey(chosen) : ''}
        onChange={(key) => {
          const target = targets.find((each) => targetKey(each) === key);
          if (target) onChoose(target);
        }}
        error={fault}
      >
        <Stack gap="xs" className="choices transfer-targets">
          {found.map((target, index) => (
            <Radio.Card
              key={targetKey(target)}
              value={targetKey(target)}
              className="choice"
              data-autofocus={(!isLong && index === 0) || undefined}
            >
              <Radio.Indicator />
              <TargetText target={target} />
            </Radio.Card>
          ))}
        </Stack>
      </Radio.Group>
    </>
  );
}

function TargetText({ target: { unit, competence, open, opensAt, wait } }: { target: TransferTarget }) {
  const texts = useTexts();
  const { t, time } = texts;
  const soon = wait ? t('transferWait', { range: waitText(wait, texts) }) : t('transferNobody');
  return (
    <span className="transfer-target">
      <span>
        <strong>{unit.name}</strong>, {t(`role_${competence}`)}
      </span>
      <span className="quiet">
        {open || !opensAt
          ? `${t('transferOpen')}, ${soon}`
          : t('transferOpens', { when: time.moment(opensAt) })}
      </span>
    </span>
  );
}

/** Which of the dialog's fields the server refused. */
function faultsOf(error: Error | null): { target: boolean; reason: boolean } {
  const fields = error instanceof ProblemError && error.code === 'bad-input' ? error.problem.errors : [];
  const has = (...names: string[]) => fields?.some(({ field }) => names.includes(field)) === true;
  return { target: has('unitId', 'competence'), reason: has('reason') };
}
