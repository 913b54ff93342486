import { Alert, Button, Group, Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { RECORD_NOTE_MAX, type RecordNoteWay } from '../../../contracts/index.js';
import type { CaseDialogProps } from '../actions/staff-action.js';
import { UnseenDangerAlert, useUnseenDanger } from '../conversation/unseen-danger.js';
import { CaseDialog, tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { Icon } from '../shared/icons.js';
import { useCaseWrite, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import { recordNote } from './record-note.rule.js';

interface Taking {
  text: string;
  way: RecordNoteWay;
}

/** The text for the patient's record, to be changed, then copied or printed; what was taken is kept in the case. */
export function RecordNoteDialog({ deskCase, entries, onClose }: CaseDialogProps) {
  const { t } = useTexts();
  const { api, clock, session, commission } = useDesk();
  const [text, setText] = useState(() =>
    recordNote({
      deskCase,
      entries,
      author: { name: session.name, role: commission.role, unit: commission.unit.name },
      now: clock.now(),
    }),
  );
  const [isRefused, setRefused] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const danger = useUnseenDanger(entries);
  const [isPrinting, setPrinting] = useState(false);
  const id = useWriteId();
  const write = useCaseWrite<Taking>(deskCase.id, (taking) =>
    api.call('POST /api/desk/cases/:caseId/record-notes', {
      params: { caseId: deskCase.id },
      body: { id: id.of(taking), ...taking },
    }),
  );
  const tooMany = text.length - RECORD_NOTE_MAX;
  const isEmpty = text.trim() === '';
  const isReady = tooMany <= 0 && !isEmpty;
  const copy = async () => {
    setRefused(false);
    try {
      // Before anything is waited for: browsers allow it at the press only.
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setRefused(true);
      return;
    }
    write.mutate(
      { text, way: 'copied' },
      {
        onSuccess: () => {
          tell(t('recordCopied'));
          onClose();
        },
      },
    );
  };
  const print = () => {
    if (isReady && !write.isPending)
      write.mutate({ text, way: 'printed' }, { onSuccess: () => setPrinting(true) });
  };
  const fault = isEmpty ? t('recordEmpty') : tooMany > 0 ? t('recordTooLong', { n: tooMany }) : undefined;
  return (
    <CaseDialog
      title={t('recordTitle')}
      confirm={t('recordCopy')}
      write={write}
      size="var(--desk-dialog-wide)"
      isReady={isReady}
      onConfirm={() => void copy()}
      onClose={onClose}
    >
      <UnseenDangerAlert of={danger} />
      <Text>{t('recordText')}</Text>
      <Textarea
        label={t('recordField')}
        lang="sv"
        data-autofocus
        autosize
        minRows={12}
        maxRows={22}
        value={text}
        error={fault}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {isRefused && (
        <Alert color="red" role="alert">
          {t('recordCopyRefused')}
        </Alert>
      )}
      {isCopied && write.isError && (
        <Alert color="red" role="alert">
          {t('recordNotKept')}
        </Alert>
      )}
      <Group>
        <Button variant="default" leftSection={<Icon name="print" />} disabled={!isReady} onClick={print}>
          {t('recordPrint')}
        </Button>
      </Group>
      {isPrinting && <Paper text={text} heading={whose(deskCase)} onPrinted={onClose} />}
    </CaseDialog>
  );
}

/** Whose it is, for the paper alone: what is pasted is pasted into a record that says so. */
function whose({ patient }: CaseDialogProps['deskCase']): string {
  return `${patient.givenName} ${patient.familyName}, ${patient.identityNumber}`;
}

/** The sheet, on which nothing else is printed; there for as long as it takes. */
function Paper({ text, heading, onPrinted }: { text: string; heading: string; onPrinted: () => void }) {
  const printed = useRef(onPrinted);
  useEffect(() => {
    const stop = new AbortController();
    // Some browsers print later than they were asked to: the sheet stays until it is done.
    window.addEventListener('afterprint', () => printed.current(), { once: true, signal: stop.signal });
    window.print();
    return () => stop.abort();
  }, []);
  return createPortal(
    <div className="record-paper" lang="sv">
      <h1>{heading}</h1>
      <p>{text}</p>
    </div>,
    document.body,
  );
}
