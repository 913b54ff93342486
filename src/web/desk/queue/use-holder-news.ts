import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DeskCase, QueueRow } from '../../../contracts/index.js';
import { keys } from '../shared/query.js';

/** That a holder is gone or back is no event of the case: when the queue shows so, the case that is shown is fetched anew. */
export function useHolderNews(rows: readonly QueueRow[] | undefined, shownId: string | null): void {
  const client = useQueryClient();
  const row = rows?.find(({ caseId }) => caseId === shownId);
  const isGone = row ? row.holderGoneSince !== null : null;
  useEffect(() => {
    if (isGone === null || !shownId) return;
    const shown = client.getQueryData<DeskCase>(keys.case(shownId));
    if (shown && (shown.holderGoneSince !== null) !== isGone)
      void client.invalidateQueries({ queryKey: keys.case(shownId) });
  }, [client, isGone, shownId]);
}
