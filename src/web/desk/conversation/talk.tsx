import { useEffect } from 'react';
import type { DeskCase } from '../../../contracts/index.js';
import type { LiveCase } from '../shared/use-case-feed.js';
import { useTexts } from '../texts/desk-texts.js';
import { Composer, type Mode } from './composer.js';
import type { Draft } from './drafts.js';
import { HoldBanner } from './hold-banner.js';
import { Timeline } from './timeline.js';

interface Props {
  deskCase: DeskCase;
  live: LiveCase;
  mayAct: boolean;
  /** Holds the case, or is in the chat beside who does. */
  mayWrite: boolean;
  draft: Draft;
  changeDraft: (change: Partial<Draft>) => void;
  mode: Mode;
  changeMode: (mode: Mode) => void;
  /** Brings the conversation into view, where it is a tab. */
  onShow: () => void;
  onLeave: () => void;
}

/** The conversation: what has happened, and where one writes. */
export function Talk({ deskCase, live, mayAct, mayWrite, draft, changeDraft, onLeave, ...rest }: Props) {
  const { t } = useTexts();
  const { feed } = live;
  useEffect(() => {
    if (!mayWrite) feed?.typing(false);
  }, [feed, mayWrite]);
  return (
    <section className="talk" aria-label={t('conversation')}>
      <Timeline
        deskCase={deskCase}
        live={live}
        mayAct={mayAct}
        onPutBack={(reply) => changeDraft({ reply })}
      />
      {mayWrite ? (
        <Composer deskCase={deskCase} live={live} draft={draft} changeDraft={changeDraft} {...rest} />
      ) : (
        <HoldBanner deskCase={deskCase} isLost={live.lost} draft={draft} onLeave={onLeave} />
      )}
    </section>
  );
}
