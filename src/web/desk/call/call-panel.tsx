import { useEffect, useState } from 'react';
import type { DeskCase } from '../../../contracts/index.js';
import { type CallTexts, useCallState, useCallTexts } from '../../call/call-hooks.js';
import { openCall } from '../../call/call-open.js';
import type { CallSession } from '../../call/call-session.js';
import { CallStage } from '../../call/call-stage.js';
import { useDesk } from '../shared/desk-context.js';
import type { LiveCase } from '../shared/use-case-feed.js';
import { useTexts } from '../texts/desk-texts.js';
import { useCallKeeper } from './call-keeper.js';
import { InviteDialog } from './invite-dialog.js';

interface Props {
  deskCase: DeskCase;
  live: LiveCase;
  /** The reader may call the resident again. */
  mayAct: boolean;
  onCallAgain: () => void;
  /** Whoever does not answer here may answer an ordinary telephone. */
  onTelephone: () => void;
}

/** Name of the resident in a case: the guardian's, if one writes. */
export function residentName({ guardian, patient }: DeskCase): string {
  const { givenName, familyName } = guardian ?? patient;
  return `${givenName} ${familyName}`;
}

/** The call of a case in its conversation. A page that was loaded anew comes back into it by itself. */
export function CallPanel({ deskCase, live, mayAct, onCallAgain, onTelephone }: Props) {
  const { commission } = useDesk();
  const keeper = useCallKeeper();
  const open = openCall(live.entries);
  const name = residentName(deskCase);
  const mine = open?.caller.commissionId === commission.id ? open : null;
  const { kept, enter } = keeper;
  const isIn = mine !== null && kept?.session.callId === mine.callId;
  const caseId = deskCase.id;
  const callId = mine?.callId;
  const camera = mine?.media === 'video';
  useEffect(() => {
    if (callId && !isIn && mayAct) enter({ callId, caseId, name, camera });
  }, [callId, isIn, mayAct, caseId, name, camera, enter]);

  if (!kept || kept.caseId !== caseId) return null;
  return (
    <CallOfCase
      key={kept.session.callId}
      session={kept.session}
      caseId={caseId}
      name={name}
      entries={live.entries}
      onClose={keeper.forget}
      onCallAgain={mayAct ? onCallAgain : null}
      onTelephone={mayAct ? onTelephone : null}
    />
  );
}

interface CallOfCaseProps {
  session: CallSession;
  caseId: string;
  name: string;
  entries: LiveCase['entries'];
  onClose: () => void;
  onCallAgain: (() => void) | null;
  onTelephone: (() => void) | null;
}

function CallOfCase({ session, caseId, name, entries, onClose, ...ways }: CallOfCaseProps) {
  const { language, t } = useTexts();
  const texts = useCallTexts(language);
  const { phase, call } = useCallState(session);
  const [inviting, setInviting] = useState(false);
  if (phase === 'joining' || phase === 'in') {
    return (
      <>
        <CallStage session={session} texts={texts} otherName={name}>
          <button type="button" className="call-button" onClick={() => setInviting(true)}>
            {t('inviteOpen')}
          </button>
        </CallStage>
        {inviting && (
          <InviteDialog caseId={caseId} callId={session.callId} onClose={() => setInviting(false)} />
        )}
      </>
    );
  }
  const ending = endingOf(entries, session.callId) ?? call?.state;
  const afterClosing = (then: () => void) => () => {
    onClose();
    then();
  };
  const mayRepeat = phase === 'lost' || ending === 'declined' || ending === 'missed';
  return (
    <section className="call-card" aria-label={texts.t('region')}>
      <p role="status">
        {phase === 'elsewhere' && texts.t('elsewhere')}
        {phase === 'lost' && texts.t('lost')}
        {phase === 'over' && overText(ending, call?.why === 'case-left', name, texts)}
      </p>
      <div className="call-buttons">
        {mayRepeat && ways.onCallAgain && (
          <button type="button" className="call-button call-main" onClick={afterClosing(ways.onCallAgain)}>
            {texts.t('callAgain')}
          </button>
        )}
        {mayRepeat && ways.onTelephone && (
          <button type="button" className="call-button" onClick={afterClosing(ways.onTelephone)}>
            {t('telephoneInstead')}
          </button>
        )}
        <button type="button" className="call-button" onClick={onClose}>
          {texts.t('close')}
        </button>
      </div>
    </section>
  );
}

/** How the timeline says that a call ended, as it may be heard before the call itself is. */
function endingOf(entries: LiveCase['entries'], callId: string): 'declined' | 'missed' | null {
  for (const entry of entries) {
    if (entry.kind === 'call-declined' && entry.body.callId === callId) return 'declined';
    if (entry.kind === 'call-missed' && entry.body.callId === callId) return 'missed';
  }
  return null;
}

function overText(ending: string | undefined, caseLeft: boolean, name: string, { t }: CallTexts): string {
  if (ending === 'declined') return t('declined', { name });
  if (ending === 'missed') return t('missed', { name });
  return t(caseLeft ? 'overCase' : 'over');
}
