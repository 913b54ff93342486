import { useEffect, useRef, useState } from 'react';
import type { GuestPass, Language } from '../../contracts/index.js';
import { DeviceTest } from '../call/call-device-test.js';
import { type CallTexts, useCallState, useCallTexts, useLocalMedia } from '../call/call-hooks.js';
import { LocalMedia } from '../call/call-media.js';
import { CallSession } from '../call/call-session.js';
import { CallStage } from '../call/call-stage.js';
import type { Translator } from '../i18n/i18n.js';
import { LiveConnection } from '../live/live-connection.js';
import { openSocket } from '../live/open-socket.js';
import type { guestTexts } from './texts.js';

type GuestTexts = Translator<typeof guestTexts>;

interface Props {
  pass: GuestPass;
  language: Language;
  texts: GuestTexts;
  /** The pass is no longer good. */
  onSpent: () => void;
  onOver: () => void;
}

/** A guest who has a pass: first the devices, then the call. */
export function GuestCall({ pass, language, texts, onSpent, onOver }: Props) {
  const { t } = texts;
  const callTexts = useCallTexts(language);
  const connection = useGuestConnection(pass.pass, onSpent);
  const [media, setMedia] = useState(() => new LocalMedia());
  const [session, setSession] = useState<CallSession | null>(null);
  const held = useRef<CallSession | null>(null);
  held.current = session;
  useEffect(() => () => held.current?.close(), []);
  const { invitedBy } = pass;

  if (session) {
    return (
      <InCall
        key={session.callId}
        session={session}
        inviter={invitedBy.name}
        texts={texts}
        callTexts={callTexts}
        onOver={onOver}
        onAgain={() => {
          setSession(null);
          setMedia(new LocalMedia());
        }}
      />
    );
  }
  const guest = callTexts.t(`guest_${pass.guest}`);
  return (
    <div className="call-card">
      <h1>{t('welcome', { name: pass.name })}</h1>
      <p>{t('welcomeText', { inviter: invitedBy.name, unit: invitedBy.unit, guest })}</p>
      <h2 className="call-title">{callTexts.t(pass.media === 'video' ? 'testTitle' : 'testTitleVoice')}</h2>
      <DeviceTest media={media} kind={pass.media} texts={callTexts}>
        <GoIn
          media={media}
          texts={texts}
          isReady={connection !== null}
          onGo={() => {
            if (connection) setSession(new CallSession({ connection, callId: pass.callId, media }));
          }}
        />
      </DeviceTest>
    </div>
  );
}

interface GoInProps {
  media: LocalMedia;
  texts: GuestTexts;
  isReady: boolean;
  onGo: () => void;
}

function GoIn({ media, texts: { t }, isReady, onGo }: GoInProps) {
  const local = useLocalMedia(media);
  const waits = local.opening || !isReady;
  return (
    <div className="call-buttons">
      <button
        type="button"
        className="call-button call-main"
        aria-disabled={waits}
        onClick={() => waits || onGo()}
      >
        {t(local.audio || local.opening ? 'goIn' : 'goInSilent')}
      </button>
    </div>
  );
}

interface InCallProps {
  session: CallSession;
  inviter: string;
  texts: GuestTexts;
  callTexts: CallTexts;
  onOver: () => void;
  onAgain: () => void;
}

function InCall({ session, inviter, texts: { t }, callTexts, onOver, onAgain }: InCallProps) {
  const { phase } = useCallState(session);
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    if (phase === 'over' || phase === 'out') over.current();
  }, [phase]);
  if (phase === 'joining' || phase === 'in') {
    return (
      <>
        <h1 className="call-said">{t('title')}</h1>
        <CallStage session={session} texts={callTexts} otherName={inviter} isGuest />
      </>
    );
  }
  return (
    <div className="call-card">
      <h1>{t('title')}</h1>
      <p role="status">
        {phase === 'over' && t('over')}
        {phase === 'out' && t('withdrawn')}
        {phase === 'lost' && t('lost')}
        {phase === 'elsewhere' && callTexts.t('elsewhere')}
      </p>
      {(phase === 'lost' || phase === 'elsewhere') && (
        <div className="call-buttons">
          <button type="button" className="call-button call-main" onClick={onAgain}>
            {t('again')}
          </button>
        </div>
      )}
    </div>
  );
}

/** The guest's own connection, by the pass. */
function useGuestConnection(pass: string, onSpent: () => void): LiveConnection | null {
  const [connection, setConnection] = useState<LiveConnection | null>(null);
  const spent = useRef(onSpent);
  spent.current = onSpent;
  useEffect(() => {
    let opened: LiveConnection | null = null;
    let left = false;
    openSocket({ pass }).then(
      (socket) => {
        if (left) return;
        opened = new LiveConnection({
          socket,
          page: { window, document },
          onRefused: async (problem) => {
            if (problem?.status !== 401) return true;
            spent.current();
            return false;
          },
        });
        setConnection(opened);
      },
      (error: unknown) => console.error(error),
    );
    return () => {
      left = true;
      opened?.close();
      setConnection(null);
    };
  }, [pass]);
  return connection;
}
