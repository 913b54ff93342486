import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ClientEvents, QueueScope } from '../../../contracts/index.js';
import { useDesk } from '../shared/desk-context.js';
import { keys } from '../shared/query.js';

const POLL_MS = 30_000;
/** Several changes within this are fetched once. */
const GATHER_MS = 250;

/** The queue in one scope; renewed when the server says that it changed, and every 30 s in any case. */
export function useQueue(scope: QueueScope) {
  const { api, clock } = useDesk();
  return useQuery({
    queryKey: keys.queue(scope),
    queryFn: async () => {
      const view = await api.call('GET /api/desk/queue', { query: { scope } });
      clock.sync(view.now);
      return view;
    },
    refetchInterval: POLL_MS,
    refetchIntervalInBackground: true,
  });
}

/** Listens for changes of the queue for as long as the desk is open. */
export function useLiveQueue(): void {
  const client = useQueryClient();
  const { connection } = useDesk();
  useEffect(() => {
    if (!connection) return;
    let gather: ReturnType<typeof setTimeout> | undefined;
    const renew = () => {
      clearTimeout(gather);
      gather = setTimeout(() => void client.invalidateQueries({ queryKey: keys.queues }), GATHER_MS);
    };
    const stopOpen = connection.onOpen(() => {
      // Refused or unheard, the queue is still fetched every 30 s.
      void connection
        .ask<Parameters<Parameters<ClientEvents['queue:watch']>[1]>[0]>('queue:watch', {})
        .catch(() => undefined);
      renew();
    });
    const stopChanged = connection.on('queue:changed', renew);
    return () => {
      clearTimeout(gather);
      stopOpen();
      stopChanged();
    };
  }, [client, connection]);
}
