import { Alert, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { FoundCaller } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { BusyButton } from '../shared/busy-button.js';
import { useDesk } from '../shared/desk-context.js';
import { NotSaved } from '../shared/failure.js';
import type { Shown } from '../shared/use-shown-case.js';
import { retryPassing } from '../shared/use-write.js';
import { OpenForm } from './open-form.js';
import { useCallerTexts } from './texts.js';

/** Looks up who rings by identity number; then the case is opened. */
export function FindCaller({ onShow }: { onShow: (shown: Shown | null) => void }) {
  const { t } = useCallerTexts();
  const { api } = useDesk();
  const [number, setNumber] = useState('');
  const [meanwhile, setMeanwhile] = useState(false);
  const [isEmpty, setIsEmpty] = useState(false);
  // Kept beside the request, so that what is being written stands while they are looked up again.
  const [found, setFound] = useState<FoundCaller | null>(null);
  const find = useMutation({
    mutationFn: (identityNumber: string): Promise<FoundCaller> =>
      api.call('POST /api/desk/callers', { body: { identityNumber } }),
    ...retryPassing,
    onSuccess: setFound,
  });
  const isWrong = isEmpty || (find.error instanceof ProblemError && find.error.code === 'bad-input');
  const look = (event: FormEvent) => {
    event.preventDefault();
    const written = number.trim();
    setMeanwhile(false);
    setIsEmpty(written === '');
    if (written !== '' && !find.isPending) find.mutate(written);
  };
  const lookAgain = (identityNumber: string) => {
    setMeanwhile(true);
    find.mutate(identityNumber);
  };
  return (
    <>
      <form className="flows-card" onSubmit={look} noValidate aria-labelledby="find-title">
        <h3 id="find-title">{t('findTitle')}</h3>
        <div className="caller-find">
          <TextInput
            label={t('number')}
            description={t('numberHint')}
            inputMode="text"
            autoComplete="off"
            maxLength={20}
            value={number}
            error={isWrong && t('wrongNumber')}
            onChange={(event) => {
              setNumber(event.currentTarget.value);
              setIsEmpty(false);
              // What was found is of another number.
              if (find.isPending) return;
              find.reset();
              setFound(null);
            }}
          />
          <BusyButton type="submit" variant={found ? 'default' : 'filled'} isBusy={find.isPending}>
            {t('find')}
          </BusyButton>
        </div>
        <NotSaved of={{ ...find, error: isWrong ? null : find.error }} />
      </form>
      {meanwhile && find.isSuccess && (
        <Alert color="yellow" role="alert">
          {t('openedMeanwhile')}
        </Alert>
      )}
      {found && (
        <OpenForm
          key={found.identityNumber}
          found={found}
          onShow={onShow}
          onLookAgain={() => lookAgain(found.identityNumber)}
        />
      )}
    </>
  );
}
