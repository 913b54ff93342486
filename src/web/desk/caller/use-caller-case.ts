import { type UseMutationResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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
    // Reading tells that somebody has the call on their screen, also behind the window they write in.
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'describing' || data?.state === 'triage' ? IN_CALL_MS : false,
    refetchIntervalInBackground: true,
  });
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

/** Keeps a case that was just opened, so that it need not be fetched again. */
export function useKeepCallerCase(): (opened: ResidentCase) => void {
  const client = useQueryClient();
  return (opened) => client.setQueryData(keyOf(opened.id), opened);
}
