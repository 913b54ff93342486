import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { DeskCase } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { newId } from '../../api/ids.js';
import { backoffMs } from '../../api/keep-trying.js';
import { keys } from './query.js';

const TRIES = 3;

/**
 * An id for what a person asks for. It stays the same while the content does, so that a second press or a retry asks
 * for the same thing; content that has been changed, or asked for anew after it was done, is another thing.
 */
export function useWriteId(): { of(content: unknown): string; done(): void } {
  const kept = useRef<{ content: string; id: string } | null>(null);
  const of = useCallback((content: unknown) => {
    const text = JSON.stringify(content);
    if (kept.current?.content !== text) kept.current = { content: text, id: newId() };
    return kept.current.id;
  }, []);
  const done = useCallback(() => {
    kept.current = null;
  }, []);
  return { of, done };
}

/** Faults that may pass are tried again a few times; a repeat is safe since each write has an id of its own. */
export const retryPassing = {
  retry: (count: number, error: unknown) => error instanceof ProblemError && error.passing && count < TRIES,
  retryDelay: (count: number) => backoffMs(count),
};

/** A write to a case that answers with the case as it is afterwards; after a refusal the case is fetched anew. */
export function useCaseWrite<Body>(
  caseId: string,
  write: (body: Body) => Promise<DeskCase>,
): UseMutationResult<DeskCase, Error, Body> {
  const client = useQueryClient();
  return useMutation<DeskCase, Error, Body>({
    mutationFn: write,
    ...retryPassing,
    networkMode: 'always',
    onSuccess: (after) => {
      client.setQueryData(keys.case(caseId), after);
      void client.invalidateQueries({ queryKey: keys.queues });
    },
    onError: (error) => {
      if (error instanceof ProblemError && error.passing) return;
      void client.invalidateQueries({ queryKey: keys.case(caseId) });
      void client.invalidateQueries({ queryKey: keys.queues });
    },
  });
}
