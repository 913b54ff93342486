import { Alert, Skeleton, Text } from '@mantine/core';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BookingView, DeskCase } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { CaseDialog, tell } from '../shared/case-dialog.js';
import { useDesk } from '../shared/desk-context.js';
import { Failure } from '../shared/failure.js';
import { keys } from '../shared/query.js';
import { useCaseWrite, useWriteId } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';
import { TimeChoice } from './time-choice.js';
import { type UnitAndKind, UnitAndKindFields } from './unit-and-kind.js';

interface Props {
  deskCase: DeskCase;
  /** The booking to change; a new time is booked without one. */
  booking?: BookingView;
  onClose: () => void;
}

/** Books a time for the patient at this or another unit, or changes one. */
export function BookingDialog({ deskCase, booking: rebooked, onClose }: Props) {
  const { t, time } = useTexts();
  const { api, commission } = useDesk();
  const client = useQueryClient();
  const [unitAndKind, setUnitAndKind] = useState<UnitAndKind | null>(
    rebooked ? { unitId: rebooked.unit.id, kind: rebooked.kind } : null,
  );
  const [timeId, setTimeId] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const [wasTaken, setWasTaken] = useState(false);
  const times = useQuery({
    queryKey: keys.times(unitAndKind?.unitId ?? '', unitAndKind?.kind ?? ''),
    queryFn: unitAndKind ? () => api.call('GET /api/desk/times', { query: unitAndKind }) : skipToken,
    staleTime: 0,
    refetchInterval: 60_000,
  });
  const id = useWriteId();
  const write = useCaseWrite<string>(deskCase.id, (wanted) =>
    rebooked
      ? api.call('PUT /api/desk/cases/:caseId/bookings/:bookingId', {
          params: { caseId: deskCase.id, bookingId: rebooked.id },
          body: { timeId: wanted },
        })
      : api.call('POST /api/desk/cases/:caseId/bookings', {
          params: { caseId: deskCase.id },
          body: { id: id.of(wanted), timeId: wanted },
        }),
  );
  const chosen = times.data?.find((one) => one.id === timeId) ?? null;
  const chooseUnitAndKind = (value: UnitAndKind) => {
    setUnitAndKind(value);
    setTimeId(null);
    setWasTaken(false);
    write.reset();
  };
  const confirm = () => {
    setAsked(true);
    if (!chosen) return;
    setWasTaken(false);
    write.mutate(chosen.id, {
      onSuccess: () => {
        tell(rebooked ? t('rebooked') : t('booked'));
        void client.invalidateQueries({ queryKey: ['times'] });
        onClose();
      },
      onError: (error) => {
        if (!(error instanceof ProblemError && error.code === 'time-taken')) return;
        setWasTaken(true);
        setTimeId(null);
        setAsked(false);
        write.reset();
        void times.refetch();
      },
    });
  };
  const name = `${deskCase.patient.givenName} ${deskCase.patient.familyName}`;
  return (
    <CaseDialog
      title={rebooked ? t('rebookTitle', { name }) : t('bookTitle', { name })}
      size="var(--desk-dialog-wide)"
      confirm={rebooked ? t('confirmRebook') : t('confirmBook')}
      write={write}
      onConfirm={confirm}
      onClose={onClose}
    >
      {rebooked && <Text>{t('currentTime', { when: time.moment(rebooked.startsAt) })}</Text>}
      <UnitAndKindFields
        value={unitAndKind}
        onChange={chooseUnitAndKind}
        wished={{ unitId: commission.unit.id, kind: deskCase.result?.bookingKind ?? null }}
      />
      {wasTaken && (
        <Alert color="red" role="alert">
          {t('timeTaken')}
        </Alert>
      )}
      {times.isError && <Failure text={t('failedList')} onTry={() => void times.refetch()} />}
      {times.isLoading && <Skeleton className="loading-block" />}
      {times.data?.length === 0 && <Text role="status">{t('noTimes')}</Text>}
      {times.data && times.data.length > 0 && (
        <TimeChoice
          times={times.data}
          chosen={timeId}
          error={asked && !chosen ? t('chooseATime') : undefined}
          onChoose={setTimeId}
        />
      )}
      <p className="chosen-time" role="status">
        {chosen && (
          <>
            <strong>{time.moment(chosen.startsAt)}</strong>,{' '}
            {t('with', { kind: t(`kind_${chosen.kind}`), performer: chosen.performerName })},{' '}
            {chosen.unit.name}
          </>
        )}
      </p>
    </CaseDialog>
  );
}
