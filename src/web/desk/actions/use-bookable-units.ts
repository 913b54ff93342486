import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../shared/desk-context.js';
import { keys } from '../shared/query.js';

/** Units that let staff book, and what can be booked there. */
export function useBookableUnits() {
  const { api } = useDesk();
  return useQuery({
    queryKey: keys.units,
    queryFn: () => api.call('GET /api/desk/units'),
    staleTime: 5 * 60_000,
  });
}
