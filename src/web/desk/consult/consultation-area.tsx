import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ConsultationRecord } from '../../../contracts/index.js';
import { ProblemError } from '../../ui/api.js';
import { CaseArea } from '../conversation/case-area.js';
import { useDesk } from '../shell/desk-context.js';
import { Failure } from '../shell/failure.js';
import { keys } from '../shell/query.js';
import { useWords } from '../texts.js';
import { RecordView } from './record-view.js';

interface Props {
  consultationId: string;
  takesFocus: boolean;
  onLeave: () => void;
}

/** A consultation: with its case for as long as that may be seen, afterwards what was said in it. */
export function ConsultationArea({ consultationId, takesFocus, onLeave }: Props) {
  const { t } = useWords();
  const { api, connection } = useDesk();
  const client = useQueryClient();
  const found = useQuery({
    queryKey: keys.consultation(consultationId),
    queryFn: () => api.get<ConsultationRecord>(`/api/desk/consultations/${consultationId}`),
    // Each fetch is a reading in the access log.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    refetchOnReconnect: false,
  });
  const caseId = found.data?.caseId;
  useEffect(() => {
    if (!connection || !caseId) return;
    return connection.on('case:lost', (event: { caseId: string }) => {
      if (event.caseId !== caseId) return;
      void client.invalidateQueries({ queryKey: keys.consultation(consultationId) });
    });
  }, [connection, client, caseId, consultationId]);

  if (found.data && !(found.error instanceof ProblemError)) {
    return found.data.seesCase ? (
      <CaseArea
        caseId={found.data.caseId}
        consultationId={consultationId}
        takesFocus={takesFocus}
        onLeave={onLeave}
      />
    ) : (
      <RecordView record={found.data} takesFocus={takesFocus} onLeave={onLeave} />
    );
  }
  if (found.isPending) return <p className="no-case quiet">{t('loading')}</p>;
  const isGone = found.error instanceof ProblemError && found.error.code === 'not-found';
  return (
    <div className="no-case">
      {isGone ? (
        <>
          <p className="empty-title">{t('notHere')}</p>
          <p>{t('notHereText')}</p>
        </>
      ) : (
        <Failure text={t('failedCase')} onTry={() => void found.refetch()} />
      )}
      <Button variant="default" onClick={onLeave}>
        {t('backToQueue')}
      </Button>
    </div>
  );
}
