import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import type { QueueScope } from '../../../contracts/index.js';
import { isSessionOver } from './problem-text.js';

/** Names of what has been fetched. */
export const keys = {
  me: ['me'] as const,
  queues: ['queue'] as const,
  queue: (scope: QueueScope) => ['queue', scope] as const,
  case: (caseId: string) => ['case', caseId] as const,
  reach: (caseId: string) => ['reach', caseId] as const,
  /** Under `queue`, so that it is renewed with the queues. */
  consultations: ['queue', 'consultations'] as const,
  consultation: (consultationId: string) => ['consultation', consultationId] as const,
  colleagues: ['colleagues'] as const,
  units: ['units'] as const,
  simulations: ['simulations'] as const,
  transferTargets: (caseId: string) => ['transfer-targets', caseId] as const,
  times: (unitId: string, kind: string) => ['times', unitId, kind] as const,
  quickReplies: ['quick-replies'] as const,
  managedUnits: ['managed-units'] as const,
  unitHours: (unitId: string) => ['unit-hours', unitId] as const,
  policies: ['policy'] as const,
  policy: (version: number | null) => ['policy', version] as const,
  digitalVisits: (unitId: string) => ['digital-visits', unitId] as const,
  /** Each page of a flow is under it, so that it is renewed with the list. */
  flows: ['flows'] as const,
  flow: (flowId: string, hash: string | null) => ['flows', flowId, hash] as const,
  unitStaff: (unitId: string) => ['unit-staff', unitId] as const,
};

/** Where answers are kept. `onSessionOver` is told when any request says that the session is over. */
export function deskClient(onSessionOver: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isSessionOver(error)) onSessionOver();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // The api itself tries reads again; the browser's guess of being offline is often wrong.
      queries: { retry: false, staleTime: 10_000, networkMode: 'always', refetchOnWindowFocus: false },
      mutations: { networkMode: 'always' },
    },
  });
}
