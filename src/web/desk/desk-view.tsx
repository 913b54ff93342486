import { Skeleton } from '@mantine/core';
import { Suspense, useEffect, useRef, useState } from 'react';
import { late } from '../ui/late.js';
import { OldPageLine } from '../ui/old-page-line.js';
import { CallElsewhere } from './call/call-elsewhere.js';
import { CaseArea } from './case/case-area.js';
import { ConsultationArea } from './case/consultation-area.js';
import { NoCase } from './case/no-case.js';
import { QueueColumn } from './queue/queue-column.js';
import type { Searched } from './search/search-view.js';
import { useDesk } from './shared/desk-context.js';
import { SafeView } from './shared/safe-view.js';
import { allowSound } from './shared/sound.js';
import { useManagePage } from './shared/use-manage-page.js';
import { type Shown, useShownCase } from './shared/use-shown-case.js';
import { ConnectionLine } from './shell/connection-line.js';
import { restorePlace } from './shell/return-place.js';
import { TopBar } from './shell/top-bar.js';
import { useTexts } from './texts/desk-texts.js';

interface Props {
  onChangeCommission: () => void;
  onForget: () => void;
}

/** The first page of managers, who see no patients or cases. */
const HOURS = { page: 'hours', unitId: null } as const;
/** Comes when a manager asks for it. */
const ManageView = late(() => import('./manage-view.js').then((module) => module.default));
/** Comes when a clinical editor asks for it; they see no patients or cases either. */
const FlowsView = late(() => import('./flows/flows-view.js').then((module) => module.default));
/** Comes when somebody rings. */
const CallerView = late(() => import('./caller/caller-view.js').then((module) => module.default));

/** Comes when a case is searched for. */
const SearchView = late(() => import('./search/search-view.js').then((module) => module.default));

/** Queue, conversation, patient; or one of the managers' pages. */
export function DeskView({ onChangeCommission, onForget }: Props) {
  const { t, language } = useTexts();
  const { commission } = useDesk();
  const address = useManagePage();
  const isEditor = commission.manages === 'flows';
  const managing = commission.manages ? (address ?? HOURS) : null;
  const [shown, show] = useShownCase();
  /** The case's heading takes focus when a person opened it here, not when the page was reloaded. */
  const [opened, setOpened] = useState<string | null>(null);
  const searched = useRef<Searched | null>(null);
  useEffect(restorePlace, []);
  useEffect(() => {
    const options = { once: true, capture: true };
    window.addEventListener('pointerdown', allowSound, options);
    window.addEventListener('keydown', allowSound, options);
    return () => {
      window.removeEventListener('pointerdown', allowSound, options);
      window.removeEventListener('keydown', allowSound, options);
    };
  }, []);
  const open = (next: Shown | null) => {
    setOpened(next?.id ?? null);
    show(next);
  };
  const isOpened = shown !== null && opened === shown.id;
  const place = shown && `${shown.kind} ${shown.id}`;

  return (
    <div className="desk" data-shown={shown !== null}>
      {managing ? (
        <Skip to="page">{t('skipToPage')}</Skip>
      ) : (
        <>
          <Skip to="queue">{t('skipToQueue')}</Skip>
          <Skip to="case">{t('skipToCase')}</Skip>
        </>
      )}
      <TopBar onChangeCommission={onChangeCommission} onForget={onForget} />
      <ConnectionLine />
      <OldPageLine language={language} />
      <CallElsewhere shown={managing ? null : shown} onOpen={(id) => open({ kind: 'case', id })} />
      {managing ? (
        <main id="page" className="page-place" tabIndex={-1}>
          <SafeView>
            <Suspense fallback={<Loading />}>
              {isEditor ? (
                <FlowsView />
              ) : (
                <ManageView page={managing.page} unitId={managing.unitId ?? commission.unit.id} />
              )}
            </Suspense>
          </SafeView>
        </main>
      ) : (
        <div className="columns">
          <SafeView>
            <QueueColumn shown={shown} onOpen={open} />
          </SafeView>
          <main id="case" className="case-place" tabIndex={-1}>
            {shown ? (
              <SafeView key={shown.kind === 'caller' ? shown.kind : place}>
                {shown.kind === 'search' ? (
                  <Suspense fallback={<Loading />}>
                    <SearchView kept={searched} onShow={open} />
                  </Suspense>
                ) : shown.kind === 'caller' ? (
                  <Suspense fallback={<Loading />}>
                    <CallerView caseId={shown.id} onShow={open} />
                  </Suspense>
                ) : shown.kind === 'case' ? (
                  <CaseArea caseId={shown.id} takesFocus={isOpened} onLeave={() => open(null)} />
                ) : (
                  <ConsultationArea
                    consultationId={shown.id}
                    takesFocus={isOpened}
                    onLeave={() => open(null)}
                  />
                )}
              </SafeView>
            ) : (
              <NoCase />
            )}
          </main>
        </div>
      )}
    </div>
  );
}

function Skip({ to, children }: { to: string; children: string }) {
  return (
    <button type="button" className="skip" onClick={() => document.getElementById(to)?.focus()}>
      {children}
    </button>
  );
}

function Loading() {
  const { t } = useTexts();
  return (
    <div className="page-loading" aria-busy="true">
      <p className="quiet">{t('loading')}</p>
      <Skeleton className="loading-block" />
    </div>
  );
}
