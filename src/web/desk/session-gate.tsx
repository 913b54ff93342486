import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { createApi, ProblemError } from '../api/api.js';
import type { ServerClock } from '../api/server-clock.js';
import { browserStore } from '../api/storage.js';
import { CallKeeperProvider } from './call/call-keeper.js';
import { DeskView } from './desk-view.js';
import { type Desk, DeskContext } from './shared/desk-context.js';
import { personAtDesk } from './shared/person.js';
import { isSessionOver } from './shared/problem-text.js';
import { keys } from './shared/query.js';
import { useSettings } from './shared/settings.js';
import { ShortcutsProvider } from './shared/shortcuts-context.js';
import { ChooseCommission } from './shell/choose-commission.js';
import { SessionEnding } from './shell/session-ending.js';
import { SignInPage } from './shell/sign-in-page.js';
import { forgetStaff, staffStore } from './shell/staff-store.js';
import { StartFailed, StartLoading } from './shell/start-states.js';
import { useConnection } from './shell/use-connection.js';

const store = browserStore();

interface Props {
  clock: ServerClock;
  isLeaving: { current: boolean };
  onOver: () => void;
}

/** Shows sign-in, the choice of commission or the desk, by who is signed in. */
export function SessionGate({ clock, isLeaving, onOver }: Props) {
  const client = useQueryClient();
  const csrf = useRef('');
  const api = useMemo(
    () =>
      createApi({
        credentials: 'same-origin',
        authorise: (method): Record<string, string> => ({
          ...personAtDesk.header(),
          ...(method === 'GET' ? {} : { 'x-csrf-token': csrf.current }),
        }),
      }),
    [],
  );
  const me = useQuery({
    queryKey: keys.me,
    queryFn: async () => {
      try {
        const [session, region] = await Promise.all([
          api.call('GET /api/staff/me'),
          api.call('GET /api/region'),
        ]);
        clock.sync(region.now);
        return session;
      } catch (error) {
        // Before anyone has signed in, that nobody has is no error.
        if (isSessionOver(error) && !client.getQueryData(keys.me)) return null;
        throw error;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    // A manager may have paused one meanwhile.
    refetchInterval: (query) => (query.state.status === 'error' ? 5000 : query.state.data ? 60_000 : false),
  });
  csrf.current = me.data?.csrfToken ?? '';
  const staffId = me.data?.id;
  const own = useMemo(() => (staffId ? staffStore(store, staffId) : null), [staffId]);
  useEffect(() => {
    if (staffId) forgetStaff(store, staffId);
  }, [staffId]);

  // A token of an older session: the new one is fetched, and the write can be asked for again.
  useEffect(
    () =>
      client.getMutationCache().subscribe(({ mutation }) => {
        const error = mutation?.state.error;
        if (error instanceof ProblemError && error.code === 'wrong-csrf-token')
          void client.invalidateQueries({ queryKey: keys.me });
      }),
    [client],
  );

  if (me.data === undefined)
    return me.isError ? <StartFailed onTry={() => void me.refetch()} /> : <StartLoading />;
  if (me.data === null || !own) return <SignInPage />;
  if (!me.data.commission) return <ChooseCommission api={api} session={me.data} />;
  return (
    <SignedIn
      key={`${me.data.id}.${me.data.commission.id}`}
      desk={{ api, session: me.data, commission: me.data.commission, store: own, clock, isLeaving }}
      onOver={onOver}
    />
  );
}

type Ground = Omit<Desk, 'connection' | 'settings' | 'changeSettings'>;

function SignedIn({ desk, onOver }: { desk: Ground; onOver: () => void }) {
  const connection = useConnection(onOver);
  const [settings, changeSettings] = useSettings();
  const [choosing, setChoosing] = useState(false);
  const { api, session, commission, store: own, clock, isLeaving } = desk;
  const whole = useMemo<Desk>(
    () => ({ api, session, commission, store: own, clock, isLeaving, connection, settings, changeSettings }),
    [api, session, commission, own, clock, isLeaving, connection, settings, changeSettings],
  );
  if (choosing) return <ChooseCommission api={api} session={session} onStay={() => setChoosing(false)} />;
  return (
    <DeskContext value={whole}>
      <ShortcutsProvider on={settings.keys}>
        <CallKeeperProvider>
          <SessionEnding onOver={onOver} />
          <DeskView onChangeCommission={() => setChoosing(true)} onForget={() => forgetStaff(store, null)} />
        </CallKeeperProvider>
      </ShortcutsProvider>
    </DeskContext>
  );
}
