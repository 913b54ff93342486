import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Language, RegionView, ResidentCase } from '../../contracts/index.js';
import { keepTrying } from '../api/keep-trying.js';
import type { ServerClock } from '../api/server-clock.js';
import type { Store } from '../api/storage.js';
import type { DraftLanguage } from '../i18n/draft-language.js';
import { late, loadLate } from '../ui/late.js';
import { OldPageLine } from '../ui/old-page-line.js';
import type { CaseCalls } from './case-calls.js';
import { reportHeight } from './frame.js';
import { SETTINGS } from './left-behind.js';
import { Arrive } from './parts/arrive.js';
import { Notice, SafePart } from './parts/bits.js';
import { ConnectionLine } from './parts/connection-line.js';
import { Header } from './parts/header.js';
import { SessionNotice } from './parts/session-notice.js';
import type { SessionKeeper } from './session.js';
import { createSignal } from './signal.js';
import { StartView } from './start/start-view.js';
import { createTrouble } from './trouble.js';
import { type Place, useCommon, useSession, useWidget, type Widget, WidgetContext } from './widget.js';

const CaseView = late(() => import('./case-view.js').then((module) => module.CaseView));
const RingWatch = late(() => import('./call/ring-watch.js').then((module) => module.RingWatch));
const SignedInNotices = late(() =>
  import('./parts/signed-in-notices.js').then((module) => module.SignedInNotices),
);
const OwnPages = late(() => import('./own-pages.js').then((module) => module.OwnPages));

interface AppProps {
  calls: CaseCalls;
  session: SessionKeeper;
  store: Store;
  clock: ServerClock;
  unit: string | null;
  /** Where a link led, as one in a mail does; kept like any other place. */
  linked: Place | null;
  /** From the page around, if the resident has not chosen. */
  language: Language;
}

export function App({ calls, session, store, clock, unit, linked, language: first }: AppProps) {
  const [trouble] = useState(createTrouble);
  const [stale] = useState(createSignal);
  const [language, setLanguageState] = useState<Language>(() => store.get<Language>('language') ?? first);
  const [draft, setDraft] = useState<DraftLanguage | null>(null);
  const [place, setPlace] = useState<Place>(() => {
    if (linked) store.set('place', linked);
    return linked ?? store.get<Place>('place') ?? { name: 'start' };
  });
  const [region, setRegion] = useState<RegionView | null>(null);
  const freshCase = useRef<ResidentCase | null>(null);
  const acted = useActed();

  const go = useCallback(
    (next: Place) => {
      store.set('place', next);
      setPlace(next);
    },
    [store],
  );
  const setLanguage = useCallback(
    (next: Language) => {
      store.set('language', next);
      setLanguageState(next);
    },
    [store],
  );

  useEffect(() => {
    const stop = new AbortController();
    let over: (() => void) | null = null;
    const waiting = {
      signal: stop.signal,
      onWaiting: () => {
        over ??= trouble.begin();
      },
    };
    keepTrying(() => calls.region(unit), waiting)
      // A unit that the region does not know: its own page is then the region's.
      .catch(() => keepTrying(() => calls.region(null), waiting))
      .then(
        (found) => {
          clock.sync(found.now);
          setRegion(found);
        },
        (error: unknown) => stop.signal.aborted || console.error(error),
      )
      .finally(() => over?.());
    return () => stop.abort();
  }, [calls, clock, trouble, unit]);

  useEffect(() => {
    if (store.get('reading'))
      loadLate(() => import('./reading/reading.js')).then(
        (reading) => reading.apply(store, setDraft),
        console.error,
      );
  }, [store]);

  const placeName = place.name;
  useEffect(() => {
    if (
      placeName === 'start' ||
      placeName === 'about' ||
      placeName === 'reading' ||
      session.getState().status !== 'none'
    )
      return;
    keepTrying(() => session.open()).catch(console.error);
  }, [placeName, session]);

  const widget = useMemo<Widget>(
    () => ({
      calls,
      session,
      store,
      clock,
      trouble,
      stale,
      region,
      unit,
      language,
      setLanguage,
      draft,
      setDraft,
      place,
      go,
      acted,
      fresh: (view) => {
        freshCase.current = view;
      },
    }),
    [
      calls,
      session,
      store,
      clock,
      trouble,
      stale,
      region,
      unit,
      language,
      setLanguage,
      draft,
      place,
      go,
      acted,
    ],
  );

  return (
    <WidgetContext value={widget}>
      <Shell first={freshCase} />
    </WidgetContext>
  );
}

function Shell({ first }: { first: React.RefObject<ResidentCase | null> }) {
  const { place, language, draft } = useWidget();
  const { t } = useCommon();
  const { signedOut, times } = useSignedOut();
  const { person, status, wasSignedIn } = useSession();
  const [full, setFull] = useState(false);
  const shell = useRef<HTMLDivElement>(null);

  useEffect(() => {
    document.documentElement.lang = draft?.code ?? language;
    document.documentElement.dir = draft?.direction ?? 'ltr';
    document.title = t('title');
  }, [language, draft, t]);
  useEffect(() => {
    if (!shell.current) return;
    return reportHeight(shell.current, () => document.querySelector('.talk') !== null);
  }, []);

  return (
    <div ref={shell} className={full ? 'shell shell-full' : 'shell'}>
      {!full && <Header />}
      <ConnectionLine />
      <OldPageLine language={language} />
      {person && (
        <SafePart optional>
          <RingWatch />
        </SafePart>
      )}
      <main className="main">
        {signedOut && place.name === 'start' && <Notice>{t('signedOut')}</Notice>}
        {draft && <Notice>{draft.draft}</Notice>}
        <SessionNotice />
        {person && (
          <SafePart optional>
            <SignedInNotices />
          </SafePart>
        )}
        {/* Nothing of theirs stays on the screen of somebody who was signed out by time. */}
        {!(status === 'ended' && wasSignedIn) && (
          <SafePart of={place.name} key={times}>
            {place.name === 'start' && <StartView />}
            {place.name === 'case' && (
              <CaseView key={place.caseId} caseId={place.caseId} first={first.current} fullView={setFull} />
            )}
            {place.name !== 'start' && place.name !== 'case' && <OwnPages place={place} />}
            <Arrive of={place.name === 'about' ? place.page : place.name} />
          </SafePart>
        )}
      </main>
    </div>
  );
}

/**
 * When someone signs out, here or in another tab, nothing of theirs stays in this browser and every tab goes to the
 * start, where nothing is shown of theirs either. Tells whether that has just happened, and how many times it has.
 */
function useSignedOut(): { signedOut: boolean; times: number } {
  const { store, go } = useWidget();
  const { status } = useSession();
  const before = useRef(status);
  const [signedOut, setSignedOut] = useState(false);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (before.current === 'open' && status === 'none') {
      for (const key of store.keys()) if (!SETTINGS.has(key)) store.remove(key);
      setSignedOut(true);
      setTimes((before) => before + 1);
      go({ name: 'start' });
    } else if (status === 'open') {
      setSignedOut(false);
    }
    before.current = status;
  }, [status, store, go]);
  return { signedOut, times };
}

/** Whether anything has been pressed since the page opened. */
function useActed(): () => boolean {
  const acted = useRef(false);
  useEffect(() => {
    const note = () => {
      acted.current = true;
    };
    window.addEventListener('pointerdown', note, true);
    window.addEventListener('keydown', note, true);
    return () => {
      window.removeEventListener('pointerdown', note, true);
      window.removeEventListener('keydown', note, true);
    };
  }, []);
  return useCallback(() => acted.current, []);
}
