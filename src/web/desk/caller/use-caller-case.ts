import { type UseMutationResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ResidentCase } from '../../../contracts/index.js';
import { useDesk } from '../shared/desk-context.js';
import { keys } from '../shared/query.js';
import { retryPassing } from '../shared/use-write.js';

/** Something that is done with the case, and answers with where it stands then. */
export type Step = () => Promise<ResidentCase>;
export type Steps = UseMutationResult<ResidentCase, Error, Step>;

/** Less often than a call counts as silent, and seldom enough for the access log. */
const IN_CALL_MS = 5 * 60_000;

const keyOf = (caseId: string) => ['caller-case', caseId] as const;

/** A case that was opened for somebody on the telephone: where it stands, and one step at a time. */
export function useCallerCase(caseId: string) {
  const { api } = useDesk();
  const client = useQueryClient();
  const found = useQuery({
    queryKey: keyOf(caseId),
    queryFn: () => api.call('GET /api/desk/cases/:caseId/questions', { params: { caseId } }),
    staleTime: 0,
  });
  const { data, refetch } = found;
  useWhileTouched(data?.state === 'describing' || data?.state === 'triage', refetch);
  const steps: Steps = useMutation<ResidentCase, Error, Step>({
    mutationFn: (step: Step) => step(),
    ...retryPassing,
    onSuccess: (after) => {
      client.setQueryData(keyOf(caseId), after);
      void client.invalidateQueries({ queryKey: keys.queues });
    },
    onError: () => void client.invalidateQueries({ queryKey: keyOf(caseId) }),
  });
  return { found, steps };
}

/** Reading tells that somebody is at work in the call: done now and then, but only where a person did something since. */
function useWhileTouched(isOn: boolean, read: () => unknown): void {
  useEffect(() => {
    if (!isOn) return;
    let isTouched = false;
    const touch = () => {
      isTouched = true;
    };
    const timer = setInterval(() => {
      if (isTouched) read();
      isTouched = false;
    }, IN_CALL_MS);
    window.addEventListener('keydown', touch);
    window.addEventListener('pointerdown', touch);
    return () => {
      clearInterval(timer);
      window.removeEventListener('keydown', touch);
      window.removeEventListener('pointerdown', touch);
    };
  }, [isOn, read]);
}

/** Keeps a case that was just opened, so that it need not be fetched again. */
export function useKeepCallerCase(): (opened: ResidentCase) => void {
  const client = useQueryClient();
  return (opened) => client.setQueryData(keyOf(opened.id), opened);
}
