import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ResidentCase } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { TimeChoice } from '../actions/time-choice.js';
import { BusyButton } from '../shared/busy-button.js';
import { useDesk } from '../shared/desk-context.js';
import { Failure } from '../shared/failure.js';
import { useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import { useCallerTexts } from './texts.js';
import type { Steps } from './use-caller-case.js';

/** The times that the case has a ticket for, to be read out and booked for the caller. */
export function CallerTimes({ careCase, steps }: { careCase: ResidentCase; steps: Steps }) {
  const { t } = useCallerTexts();
  const texts = useTexts();
  const { api } = useDesk();
  const id = useWriteId();
  const [timeId, setTimeId] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const params = { caseId: careCase.id };
  const times = useQuery({
    queryKey: ['caller-times', careCase.id],
    queryFn: () => api.call('GET /api/desk/cases/:caseId/ticket-times', { params }),
    staleTime: 0,
    refetchInterval: 60_000,
  });
  const chosen = times.data?.find((one) => one.id === timeId) ?? null;
  const book = () => {
    setAsked(true);
    if (!chosen) return;
    const body = { id: id.of(chosen.id), timeId: chosen.id };
    steps.mutate(() => api.call('POST /api/desk/cases/:caseId/ticket-booking', { params, body }), {
      onError: (error) => {
        if (!(error instanceof ProblemError && error.code === 'time-taken')) return;
        setTimeId(null);
        setAsked(false);
        void times.refetch();
      },
    });
  };
  return (
    <>
      {times.isError && <Failure text={texts.t('failedList')} onTry={() => void times.refetch()} />}
      {times.isLoading && <Skeleton className="loading-block" />}
      {times.data?.length === 0 && <Text role="status">{texts.t('noTimes')}</Text>}
      {times.data && times.data.length > 0 && (
        <>
          <TimeChoice
            times={times.data}
            chosen={timeId}
            error={asked && !chosen ? texts.t('chooseATime') : undefined}
            onChoose={setTimeId}
          />
          <div className="flows-tools">
            <BusyButton isBusy={steps.isPending} onClick={book}>
              {t('bookIt')}
            </BusyButton>
          </div>
        </>
      )}
      {careCase.ticket && (
        <p className="quiet">
          {t('bookThemselves', { when: texts.time.moment(careCase.ticket.validUntil) })}
        </p>
      )}
    </>
  );
}
