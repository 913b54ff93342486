import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { DeskCase } from '../../../contracts/index.js';
import { ProblemError } from '../../ui/api.js';
import { useDesk } from '../shell/desk-context.js';
import { Failure } from '../shell/failure.js';
import { keys } from '../shell/query.js';
import { useWords } from '../texts.js';
import { OpenCase } from './open-case.js';

interface Props {
  caseId: string;
  /** The consultation that was opened, if one was. */
  consultationId?: string | null;
  /** Whether the heading takes focus when the case is here. */
  takesFocus: boolean;
  onLeave: () => void;
}

/** The case that is shown: fetched, missing, or open. */
export function CaseArea({ caseId, consultationId = null, takesFocus, onLeave }: Props) {
  const { t } = useWords();
  const { api } = useDesk();
  const found = useQuery({
    queryKey: keys.case(caseId),
    queryFn: () => api.get<DeskCase>(`/api/desk/cases/${caseId}`),
    // Each fetch is a reading in the access log: only at opening, and when the case is known to have changed.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    refetchOnReconnect: false,
  });
  if (found.data) {
    return (
      <OpenCase
        key={found.data.relation === 'former' ? 'past' : 'live'}
        deskCase={found.data}
        consultationId={consultationId}
        takesFocus={takesFocus}
        onLeave={onLeave}
      />
    );
  }
  if (!found.isError) return <LoadingCase />;
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

function LoadingCase() {
  const { t } = useWords();
  return (
    <div className="loading-case" aria-busy="true">
      <p className="quiet">{t('loading')}</p>
      <Skeleton className="loading-row" />
      <Skeleton className="loading-block" />
      <Skeleton className="loading-row" />
    </div>
  );
}
