import { Text } from '@mantine/core';
import { UnseenDangerAlert, useUnseenDanger } from '../conversation/unseen-danger.js';
import { CaseDialog, tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { useCaseWrite, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import type { CaseDialogProps } from './staff-action.js';

/** Gives the triage's advice again, shown first as the patient will read it. */
export function AdviceDialog({ deskCase, entries, onClose }: CaseDialogProps) {
  const { t } = useTexts();
  const { api } = useDesk();
  const danger = useUnseenDanger(entries);
  const id = useWriteId();
  const write = useCaseWrite<number>(deskCase.id, (upTo) =>
    api.call('POST /api/desk/cases/:caseId/advice', {
      params: { caseId: deskCase.id },
      body: { id: id.of(upTo), upTo },
    }),
  );
  const { result, language } = deskCase;
  if (!result) return null;
  return (
    <CaseDialog
      title={t('adviceTitle')}
      confirm={t('adviceConfirm')}
      write={write}
      isReady={danger.entries.length === 0}
      onConfirm={() =>
        write.mutate(danger.upTo, {
          onSuccess: () => {
            tell(t('adviceDone'));
            onClose();
          },
        })
      }
      onClose={onClose}
    >
      <UnseenDangerAlert of={danger} />
      <Text>{t('adviceText')}</Text>
      <div className="advice" lang={language}>
        <p>
          <strong>{result.now[language]}</strong>
        </p>
        <ul>
          {result.steps.map((step) => (
            <li key={step.sv}>{step[language]}</li>
          ))}
        </ul>
        {result.watchFor.length > 0 && (
          <>
            <p>{t('watchFor')}</p>
            <ul>
              {result.watchFor.map((sign) => (
                <li key={sign.sv}>{sign[language]}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </CaseDialog>
  );
}
