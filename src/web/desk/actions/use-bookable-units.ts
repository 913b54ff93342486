import { useQuery } from '@tanstack/react-query';
import type { BookingKind, CareUnitName } from '../../../contracts/index.js';
import { useDesk } from '../shared/desk-context.js';
import { keys } from '../shared/query.js';

export type BookableUnit = CareUnitName & { kinds: BookingKind[] };

/** Units that let staff book, and what can be booked there. */
export function useBookableUnits() {
  const { api } = useDesk();
  return useQuery({
    queryKey: keys.units,
    queryFn: () => api.get<BookableUnit[]>('/api/desk/units'),
    staleTime: 5 * 60_000,
  });
}
