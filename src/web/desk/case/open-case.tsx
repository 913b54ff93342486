import { Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { BookingView, DeskCase } from '../../../contracts/index.js';
import { openCall } from '../../call/call-open.js';
import { ActionBar } from '../actions/action-bar.js';
import { mayOn } from '../actions/may.js';
import { CaseDialogs, type OpenDialog } from '../actions/open-dialog.js';
import { beginAt, Talks } from '../consult/talks.js';
import { beginIn } from '../conversation/composer.js';
import { isAnswered } from '../conversation/timeline-items.js';
import { useDraft } from '../conversation/use-draft.js';
import { PatientColumn } from '../patient/patient-column.js';
import { useFeed } from '../shared/use-case-feed.js';
import { useTexts } from '../texts/desk-texts.js';
import { AsideLine } from './aside-line.js';
import { CaseHeader } from './case-header.js';

interface Props {
  deskCase: DeskCase;
  consultationId: string | null;
  takesFocus: boolean;
  onLeave: () => void;
}

/** The columns of an open case; under 80 em the patient is a tab beside the conversation. */
export function OpenCase({ deskCase, consultationId, takesFocus, onLeave }: Props) {
  const { t } = useTexts();
  const isPrinting = useIsPrinting();
  // On paper both are there, one after the other.
  const isWide =
    useMediaQuery('(min-width: 80em), print', true, { getInitialValueInEffect: false }) || isPrinting;
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [tab, setTab] = useState<string | null>('talk');
  const [draft, changeDraft] = useDraft(deskCase.id);
  // Kept here, as the talk is made anew when the columns change, also for paper: what was begun as a note, or to a
  // colleague, must not go on as a reply to the patient.
  const [chosen, choose] = useState<string | null>(() => beginAt(deskCase, consultationId));
  const [mode, changeMode] = useState(() => beginIn(draft));
  const live = useFeed(deskCase);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const rebook = useCallback((booking: BookingView) => setDialog({ onBooking: 'rebook', booking }), []);
  const cancel = useCallback((booking: BookingView) => setDialog({ onBooking: 'cancel', booking }), []);
  const may = mayOn(deskCase, live.lost);
  const mayAct = deskCase.mine && deskCase.state === 'held' && !live.lost;

  const talk = (
    <Talks
      deskCase={deskCase}
      chosen={chosen}
      choose={choose}
      live={live}
      mayAct={mayAct}
      draft={draft}
      changeDraft={changeDraft}
      mode={mode}
      changeMode={changeMode}
      onShow={() => setTab('talk')}
      onCall={() => setDialog({ action: 'call' })}
      onTelephone={() => setDialog({ action: 'telephone' })}
      onLeave={onLeave}
    />
  );
  const patient = <PatientColumn deskCase={deskCase} mayAct={mayAct} onRebook={rebook} onCancel={cancel} />;
  return (
    <article className="case" data-wide={isWide} aria-labelledby="case-title">
      <div className="case-head">
        <CaseHeader
          deskCase={deskCase}
          isAnswered={isAnswered(live.entries, deskCase.waitingSince)}
          heading={heading}
          onLeave={onLeave}
        />
        <AsideLine deskCase={deskCase} />
        <ActionBar
          deskCase={deskCase}
          may={may}
          isCalling={openCall(live.entries) !== null}
          onAct={(action) => setDialog({ action })}
        />
      </div>
      {isWide ? (
        <>
          {talk}
          {patient}
        </>
      ) : (
        <Tabs value={tab} onChange={setTab} className="case-tabs">
          <Tabs.List aria-label={t('tabsOfCase')} grow>
            <Tabs.Tab value="talk">{t('conversation')}</Tabs.Tab>
            <Tabs.Tab value="patient">
              {t('patient')}
              {deskCase.redFlags.length > 0 && (
                <span className="count" data-kind="flag">
                  {t('flagCount', { n: deskCase.redFlags.length })}
                </span>
              )}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="talk">{talk}</Tabs.Panel>
          <Tabs.Panel value="patient">{patient}</Tabs.Panel>
        </Tabs>
      )}
      {dialog && (
        <CaseDialogs
          dialog={dialog}
          deskCase={deskCase}
          entries={live.entries}
          draft={draft}
          outbox={live.outbox}
          onForgetDraft={() => changeDraft({ reply: '', note: '', images: [] })}
          onLeave={onLeave}
          onClose={() => setDialog(null)}
        />
      )}
    </article>
  );
}

/** Known before the browser lays the pages out: a media query is heard too late to be on them. */
function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('beforeprint', () => flushSync(() => setPrinting(true)), { signal });
    window.addEventListener('afterprint', () => setPrinting(false), { signal });
    return () => stop.abort();
  }, []);
  return isPrinting;
}
