import { Alert, Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { PolicyPreview } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { CaseDialog } from '../shared/case-dialog.js';
import { PreviewTables } from './preview-tables.js';
import { usePolicyTexts } from './texts.js';
import type { PolicyDraft } from './use-policy-draft.js';

const NOTE_MAX = 500;

interface Props {
  preview: PolicyPreview;
  draft: PolicyDraft;
  onClose: () => void;
}

/** Shows what the draft would have done, then asks why it is saved. */
export function PreviewDialog({ preview, draft, onClose }: Props) {
  const { t } = usePolicyTexts();
  const { save } = draft;
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const code = save.error instanceof ProblemError ? save.error.code : null;
  const lacksNote = note.trim() === '';
  const confirm = () => {
    setAsked(true);
    if (!lacksNote) save.mutate(note.trim());
  };
  const own = code === 'conflict' || code === 'not-allowed' || code === 'bad-input';
  return (
    <CaseDialog
      title={t('previewHeading')}
      size="var(--desk-dialog-wide)"
      confirm={t('savePolicy')}
      cancel={t('keepChanging')}
      write={own ? { ...save, error: null } : save}
      onConfirm={confirm}
      onClose={() => {
        save.reset();
        onClose();
      }}
    >
      <PreviewTables preview={preview} />
      <Textarea
        label={t('noteLabel')}
        description={t('noteText')}
        withAsterisk
        autosize
        minRows={2}
        maxLength={NOTE_MAX}
        value={note}
        error={(asked && lacksNote) || code === 'bad-input' ? t('noteNeeded') : undefined}
        onChange={(event) => setNote(event.currentTarget.value)}
        data-autofocus
      />
      {code === 'conflict' && (
        <Alert color="red" role="alert">
          <p>{t('policyTaken')}</p>
          <Button variant="default" onClick={draft.lookAgain}>
            {t('policyFetch')}
          </Button>
        </Alert>
      )}
      {code === 'not-allowed' && (
        <Alert color="red" role="alert">
          {t('policyNotAllowed')}
        </Alert>
      )}
    </CaseDialog>
  );
}
