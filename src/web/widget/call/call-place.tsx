import { useEffect, useRef, useState } from 'react';
import type { ResidentCase } from '../../../contracts/index.js';
import { useCallState, useCallTexts } from '../../call/call-hooks.js';
import { LocalMedia } from '../../call/call-media.js';
import type { OpenCall } from '../../call/call-open.js';
import { CallSession } from '../../call/call-session.js';
import { CallStage } from '../../call/call-stage.js';
import { LiveText } from '../../call/live-text.js';
import type { CaseFeed } from '../../live/case-feed.js';
import type { LiveConnection } from '../../live/live-connection.js';
import type { BesideCall } from '../talk/beside.js';
import { useTexts, useWidget } from '../widget.js';
import { ComeBack } from './come-back.js';
import { Incoming } from './incoming.js';
import { TextSwitch, TheirText } from './text-beside.js';
import { ringTexts } from './texts.js';

interface Props {
  view: ResidentCase;
  open: OpenCall | null;
  connection: LiveConnection;
  /** Of the chat beside the call. */
  feed: CaseFeed;
  onBeside: (beside: BesideCall | null) => void;
}

/** Under this key the browser knows that it is the one that answered, also after the page was loaded anew. */
const ANSWERED = 'call';

/** The call's part of the chat: asks about it, shows it, and says how it ended. */
export function CallPlace({ view, open, connection, feed, onBeside }: Props) {
  const { store } = useWidget();
  const [session, setSession] = useState<CallSession | null>(null);
  const [text, setText] = useState<LiveText | null>(null);
  const held = useRef<CallSession | null>(null);
  held.current = session;
  // The page is left: the seat is kept for a while, should it come back.
  useEffect(() => () => held.current?.close(), []);

  const enter = (callId: string, media: LocalMedia) => {
    store.set(ANSWERED, callId);
    held.current?.close();
    const entered = new CallSession({ connection, callId, media });
    setSession(entered);
    setText(new LiveText({ connection, session: entered, store }));
  };
  const comeBack = (callId: string, withCamera: boolean) => {
    const media = new LocalMedia();
    void media.open({ microphone: true, camera: withCamera }).then(() => enter(callId, media));
  };

  useEffect(() => {
    if (!text) return;
    const { edit, sent } = text;
    const end = <TheirText text={text} feed={feed} />;
    onBeside({ edit, sent, composer: <TextSwitch text={text} />, end });
    return () => onBeside(null);
  }, [text, feed, onBeside]);

  const mine = session && (!open || session.callId === open.callId) ? session : null;
  if (mine)
    return (
      <InCall
        key={mine.callId}
        session={mine}
        name={open?.caller.name ?? view.holder?.name ?? ''}
        say={(text) => feed.send(text)}
        onClose={() => setSession(null)}
        onHere={() => comeBack(mine.callId, false)}
      />
    );
  if (open?.state === 'ringing') {
    return (
      <Incoming
        key={open.callId}
        caseId={view.id}
        call={open}
        onAnswered={(media) => enter(open.callId, media)}
      />
    );
  }
  if (open) {
    const wasHere = store.get<string>(ANSWERED) === open.callId;
    return (
      <ComeBack
        key={open.callId}
        call={open}
        atOnce={wasHere}
        onBack={(camera) => comeBack(open.callId, camera)}
      />
    );
  }
  return null;
}

interface InCallProps {
  session: CallSession;
  name: string;
  say: (text: string) => void;
  onClose: () => void;
  onHere: () => void;
}

/** The call, and how it ended. */
function InCall({ session, name: current, say, onClose, onHere }: InCallProps) {
  const { language } = useWidget();
  const { t } = useTexts(ringTexts);
  const texts = useCallTexts(language);
  const { phase, call } = useCallState(session);
  const [name] = useState(current);
  if (phase === 'joining' || phase === 'in') {
    return <CallStage session={session} texts={texts} otherName={name} />;
  }
  return (
    <section className="call-card" aria-label={texts.t('region')}>
      <p role="status">
        {phase === 'elsewhere' && texts.t('elsewhere')}
        {phase === 'lost' && texts.t('lost')}
        {phase === 'over' && call?.why === 'case-left' && texts.t('overCase')}
        {phase === 'over' && call?.why !== 'case-left' && `${texts.t('over')} ${texts.t('overChat')}`}
      </p>
      <div className="call-buttons">
        {phase === 'elsewhere' && (
          <button type="button" className="call-button call-main" onClick={onHere}>
            {texts.t('elsewhereHere')}
          </button>
        )}
        {phase === 'lost' && (
          <button
            type="button"
            className="call-button call-main"
            onClick={() => {
              say(t('askAgainMessage'));
              onClose();
            }}
          >
            {t('askAgain', { name })}
          </button>
        )}
        <button type="button" className="call-button" onClick={onClose}>
          {texts.t('close')}
        </button>
      </div>
    </section>
  );
}
