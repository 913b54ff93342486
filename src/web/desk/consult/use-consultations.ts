import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../shared/desk-context.js';
import { keys } from '../shared/query.js';

const POLL_MS = 30_000;

/** The consultations of the own unit and of the own cases; renewed with the queue, and every 30 s in any case. */
export function useConsultations() {
  const { api } = useDesk();
  return useQuery({
    queryKey: keys.consultations,
    queryFn: () => api.call('GET /api/desk/consultations'),
    refetchInterval: POLL_MS,
    refetchIntervalInBackground: true,
  });
}

/** Units and who is on duty there, fetched when asked for: open desks change by the minute. */
export function useColleagues() {
  const { api } = useDesk();
  return useQuery({
    queryKey: keys.colleagues,
    queryFn: () => api.call('GET /api/desk/colleagues'),
    staleTime: 0,
    gcTime: 0,
  });
}
