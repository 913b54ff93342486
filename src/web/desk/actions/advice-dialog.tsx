import { Text } from '@mantine/core';
import type { DeskCase } from '../../../contracts/index.js';
import { CaseDialog, tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { useCaseWrite, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';

/** Gives the triage's advice again, shown first as the patient will read it. */
export function AdviceDialog({ deskCase, onClose }: { deskCase: DeskCase; onClose: () => void }) {
  const { t } = useTexts();
  const { api } = useDesk();
  const id = useWriteId();
  const write = useCaseWrite<void>(deskCase.id, () =>
    api.call('POST /api/desk/cases/:caseId/advice', {
      params: { caseId: deskCase.id },
      body: { id: id.of(deskCase.id) },
    }),
  );
  const { result, language } = deskCase;
  if (!result) return null;
  return (
    <CaseDialog
      title={t('adviceTitle')}
      confirm={t('adviceConfirm')}
      write={write}
      onConfirm={() =>
        write.mutate(undefined, {
          onSuccess: () => {
            tell(t('adviceDone'));
            onClose();
          },
        })
      }
      onClose={onClose}
    >
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
