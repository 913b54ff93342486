import { Button, Radio, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type DeskCase, TELEPHONE_OUTCOMES, type TelephoneOutcome } from '../../../contracts/index.js';
import { CaseDialog, tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { NotSaved } from '../shared/failure.js';
import { Icon } from '../shared/icons.js';
import { retryPassing, useCaseWrite, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';

/** An ordinary telephone call: the number when it is asked for, and how the call went. */
export function TelephoneDialog({ deskCase, onClose }: { deskCase: DeskCase; onClose: () => void }) {
  const { t } = useTexts();
  const { api } = useDesk();
  const [outcome, setOutcome] = useState<TelephoneOutcome | null>(null);
  const [asked, setAsked] = useState(false);
  const id = useWriteId();
  const params = { caseId: deskCase.id };
  const number = useMutation({
    mutationFn: () => api.call('POST /api/desk/cases/:caseId/telephone-number', { params }),
    ...retryPassing,
  });
  const write = useCaseWrite<TelephoneOutcome>(deskCase.id, (chosen) =>
    api.call('POST /api/desk/cases/:caseId/telephone-calls', {
      params,
      body: { id: id.of(chosen), outcome: chosen },
    }),
  );
  const confirm = () => {
    setAsked(true);
    if (!outcome) return;
    write.mutate(outcome, {
      onSuccess: () => {
        tell(t('telephoneDone'));
        onClose();
      },
    });
  };
  const name = deskCase.guardian?.givenName ?? deskCase.patient.givenName;
  return (
    <CaseDialog
      title={t('telephoneTitle', { name })}
      confirm={t('telephoneSave')}
      write={write}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Text>{t('telephoneText')}</Text>
      <div role="status">
        {number.data &&
          (number.data.number ? (
            <>
              <a href={`tel:${number.data.number}`}>{number.data.number}</a>
              <Text className="quiet">
                {t(number.data.isConfirmed ? 'telephoneConfirmed' : 'telephoneSaid')}
              </Text>
            </>
          ) : (
            <Text>{t('telephoneNone')}</Text>
          ))}
      </div>
      {!number.data && (
        <div>
          <Button
            variant="default"
            leftSection={<Icon name="phone" />}
            aria-disabled={number.isPending || undefined}
            onClick={() => number.isPending || number.mutate()}
          >
            {t('telephoneShow')}
          </Button>
          <NotSaved of={number} />
        </div>
      )}
      <Radio.Group
        label={t('telephoneOutcome')}
        value={outcome ?? ''}
        onChange={(value) => setOutcome(value as TelephoneOutcome)}
        error={asked && !outcome ? t('telephoneChoose') : undefined}
      >
        <Stack gap="xs">
          {TELEPHONE_OUTCOMES.map((each) => (
            <Radio key={each} value={each} label={t(`telephone_${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </CaseDialog>
  );
}
