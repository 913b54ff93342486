import {
  type UseMutationResult,
  type UseQueryResult,
  useIsMutating,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ClientEvents, ResidentCase } from '../../../contracts/index.js';
import { useDesk } from '../shared/desk-context.js';
import { keys } from '../shared/query.js';
import { retryPassing } from '../shared/use-write.js';

/** Something that is done with the case, and answers with where it stands then. */
export type Step = () => Promise<ResidentCase>;
export type Steps = UseMutationResult<ResidentCase, Error, Step>;

/** Less often than a call counts as silent, and seldom enough for the access log. */
const IN_CALL_MS = 5 * 60_000;

type WatchAnswer = Parameters<Parameters<ClientEvents['case:watch']>[1]>[0];

const keyOf = (caseId: string) => ['caller-case', caseId] as const;

/** Where the case may not be watched, as its patient is protected, it is read now and then once the questions are over. */
const UNWATCHED_MS = 60_000;

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
  useWhatOthersDo(caseId, found);
  return { found, steps };
}

/**
 * Reads the case anew when others have changed it: an alarm in what the patient wrote, a colleague who has taken it, the
 * patient who goes on at home. Each reading is in the access log, so nothing is read for what this page did itself.
 */
function useWhatOthersDo(caseId: string, { data, refetch }: UseQueryResult<ResidentCase>): void {
  const { connection } = useDesk();
  /** What is done here is answered with where the case stands then. */
  const isActing = useIsMutating() > 0;
  /** Up to which entry it has gone on, as was heard last. */
  const [heard, setHeard] = useState({ upTo: 0 });
  const [isUnwatched, setUnwatched] = useState(false);
  const known = data?.lastNumber ?? 0;
  const isThere = data !== undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known when it begins is enough
  useEffect(() => {
    if (!connection || !isThere) return;
    const hear = (entries: readonly { number: number }[]) =>
      setHeard(({ upTo }) => ({ upTo: Math.max(upTo, entries.at(-1)?.number ?? 0) }));
    const stops = [
      connection.onOpen(() => {
        connection.ask<WatchAnswer>('case:watch', { caseId, have: known }).then(
          (answer) => (answer.ok ? hear(answer.entries) : setUnwatched(true)),
          () => undefined, // asked again when the line is there
        );
      }),
      connection.on('timeline:entries', (event) => event.caseId === caseId && hear(event.entries)),
      connection.on('case:lost', (event) => event.caseId === caseId && void refetch()),
    ];
    return () => {
      for (const stop of stops) stop();
      connection.ask('case:leave', { caseId }).catch(() => undefined);
    };
  }, [connection, caseId, isThere]);

  useEffect(() => {
    if (heard.upTo > known && !isActing) void refetch();
  }, [heard, known, isActing, refetch]);

  const isOver = data !== undefined && data.state !== 'describing' && data.state !== 'triage';
  useEffect(() => {
    if (!isUnwatched || !isOver) return;
    const timer = setInterval(() => void refetch(), UNWATCHED_MS);
    return () => clearInterval(timer);
  }, [isUnwatched, isOver, refetch]);
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
