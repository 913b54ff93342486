import { Button, Skeleton } from '@mantine/core';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type Api, ProblemError } from '../../api/api.js';
import { useDesk } from '../shared/desk-context.js';
import { Failure } from '../shared/failure.js';
import { useTexts } from '../texts/desk-texts.js';

/** What is opened at the desk. Each fetch is a reading in the access log: only at opening, and when it is known to have changed. */
export function useOpened<T>(
  queryKey: readonly string[],
  fetchIt: (api: Api) => Promise<T>,
): UseQueryResult<T> {
  const { api } = useDesk();
  return useQuery({
    queryKey,
    queryFn: () => fetchIt(api),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    refetchOnReconnect: false,
  });
}

/** Shown instead of what is opened while that is loading, gone or cannot be fetched. */
export function NotOpened({ of, onLeave }: { of: UseQueryResult; onLeave: () => void }) {
  const { t } = useTexts();
  if (!of.isError) {
    return (
      <div className="loading-case" aria-busy="true">
        <p className="quiet">{t('loading')}</p>
        <Skeleton className="loading-row" />
        <Skeleton className="loading-block" />
        <Skeleton className="loading-row" />
      </div>
    );
  }
  const isGone = of.error instanceof ProblemError && of.error.code === 'not-found';
  return (
    <div className="no-case">
      {isGone ? (
        <>
          <p className="empty-title">{t('notHere')}</p>
          <p>{t('notHereText')}</p>
        </>
      ) : (
        <Failure text={t('failedCase')} onTry={() => void of.refetch()} />
      )}
      <Button variant="default" onClick={onLeave}>
        {t('backToQueue')}
      </Button>
    </div>
  );
}
