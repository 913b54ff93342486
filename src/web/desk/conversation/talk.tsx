import { useEffect } from 'react';
import type { DeskCase } from '../../../contracts/index.js';
import { CallPanel } from '../call/call-panel.js';
import { useWords } from '../texts.js';
import { Composer } from './composer.js';
import type { Draft } from './drafts.js';
import { HoldBanner } from './hold-banner.js';
import { Timeline } from './timeline.js';
import type { LiveCase } from './use-feed.js';

interface Props {
  deskCase: DeskCase;
  live: LiveCase;
  mayAct: boolean;
  draft: Draft;
  changeDraft: (change: Partial<Draft>) => void;
  /** Brings the conversation into view, where it is a tab. */
  onShow: () => void;
  /** Opens the dialog that calls. */
  onCall: () => void;
  onLeave: () => void;
}

/** The conversation: what has happened, and where one writes. */
export function Talk({ deskCase, live, mayAct, draft, changeDraft, onShow, onCall, onLeave }: Props) {
  const { t } = useWords();
  const { feed } = live;
  useEffect(() => {
    if (!mayAct) feed?.typing(false);
  }, [feed, mayAct]);
  return (
    <section className="talk" aria-label={t('conversation')}>
      <CallPanel deskCase={deskCase} live={live} mayAct={mayAct} onCallAgain={onCall} />
      <Timeline
        deskCase={deskCase}
        live={live}
        mayAct={mayAct}
        onPutBack={(reply) => changeDraft({ reply })}
      />
      {mayAct ? (
        <Composer deskCase={deskCase} live={live} draft={draft} changeDraft={changeDraft} onShow={onShow} />
      ) : (
        <HoldBanner deskCase={deskCase} isLost={live.lost} draft={draft} onLeave={onLeave} />
      )}
    </section>
  );
}
