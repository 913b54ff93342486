import { Tabs } from '@mantine/core';
import type { DeskCase } from '../../../contracts/index.js';
import { CallPanel } from '../call/call-panel.js';
import type { Mode } from '../conversation/composer.js';
import type { Draft } from '../conversation/drafts.js';
import { Talk } from '../conversation/talk.js';
import { useDesk } from '../shared/desk-context.js';
import { Icon } from '../shared/icons.js';
import type { LiveCase } from '../shared/use-case-feed.js';
import { useTexts } from '../texts/desk-texts.js';
import { turnText } from './consultation-row.js';
import { InChat } from './in-chat.js';
import { openForMe } from './open-for-me.js';
import { talkedWith } from './talk-sides.js';
import { Thread } from './thread.js';

interface Props {
  deskCase: DeskCase;
  /** The tab in front: a consultation, or else the chat. */
  chosen: string | null;
  choose: (chosen: string | null) => void;
  live: LiveCase;
  mayAct: boolean;
  draft: Draft;
  changeDraft: (change: Partial<Draft>) => void;
  mode: Mode;
  changeMode: (mode: Mode) => void;
  onShow: () => void;
  onCall: () => void;
  onTelephone: () => void;
  onLeave: () => void;
}

/** The chat with the resident, and beside it each consultation as a tab of its own. */
export function Talks({ deskCase, chosen, choose, onCall, onTelephone, ...rest }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const { commission } = useDesk();
  const { consultations, relation } = deskCase;
  const shown = consultations.some(({ id }) => id === chosen) ? chosen : 'talk';
  const mayWrite =
    (rest.mayAct || relation === 'participant') && deskCase.state === 'held' && !rest.live.lost;
  const talk = (
    <>
      <InChat deskCase={deskCase} mayAct={rest.mayAct} />
      <Talk {...rest} deskCase={deskCase} mayWrite={mayWrite} />
    </>
  );
  // Over chat and consultations alike: a call goes on whichever of them is in front.
  const call = (
    <CallPanel
      deskCase={deskCase}
      live={rest.live}
      mayAct={rest.mayAct}
      onCallAgain={onCall}
      onTelephone={onTelephone}
    />
  );
  if (consultations.length === 0) {
    return (
      <div className="talks">
        {call}
        {talk}
      </div>
    );
  }
  const name = deskCase.guardian?.givenName ?? deskCase.patient.givenName;
  return (
    <Tabs value={shown} onChange={choose} keepMounted={false} className="talks">
      {call}
      <Tabs.List aria-label={t('talksOfCase')}>
        <Tabs.Tab value="talk">
          {t('withPatient', { name })}
          <Unread of={deskCase} live={rest.live} isShown={shown === 'talk'} />
        </Tabs.Tab>
        {consultations.map((each) => (
          <Tabs.Tab
            key={each.id}
            value={each.id}
            className="thread-tab"
            leftSection={<Icon name="consult" />}
          >
            {talkedWith(each, commission)} <span className="quiet">{turnText(each, commission, texts)}</span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="talk">{talk}</Tabs.Panel>
      {consultations.map((each) => (
        <Tabs.Panel key={each.id} value={each.id}>
          <Thread deskCase={deskCase} consultation={each} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

/** What the resident has written that the holder has not seen, while a consultation is in front. */
function Unread({ of, live, isShown }: { of: DeskCase; live: LiveCase; isShown: boolean }) {
  const { t } = useTexts();
  if (isShown || !of.mine) return null;
  const unread = live.entries.filter(
    (entry) => entry.kind === 'message' && entry.actor.kind === 'resident' && entry.number > live.seenByStaff,
  ).length;
  return unread > 0 ? <span className="count">{t('unread', { n: unread })}</span> : null;
}

/** Where one begins: at the consultation that was opened, or that one is to answer; else in the chat. */
export function beginAt(deskCase: DeskCase, consultationId: string | null): string {
  if (consultationId) return consultationId;
  const asked = deskCase.relation === 'consulted' ? openForMe(deskCase) : undefined;
  return asked?.id ?? 'talk';
}
