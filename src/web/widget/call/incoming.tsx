import { useEffect, useRef, useState } from 'react';
import type { CallMedia } from '../../../contracts/index.js';
import { DeviceTest } from '../../call/call-device-test.js';
import { useCallTexts, useLocalMedia, useRing } from '../../call/call-hooks.js';
import { CallIcon } from '../../call/call-icons.js';
import { LocalMedia } from '../../call/call-media.js';
import type { OpenCall } from '../../call/call-open.js';
import { roleText } from '../talk/talk-items.js';
import { useCommon, useTexts, useWidget } from '../widget.js';
import { useRingTitle } from './ring-title.js';
import { ringTexts } from './texts.js';
import '../../call/call.css';

interface Props {
  caseId: string;
  call: OpenCall;
  onAnswered: (media: LocalMedia) => void;
}

/** Somebody calls: who it is, and whether to answer, with what, or not. */
export function Incoming({ caseId, call, onAnswered }: Props) {
  const { calls } = useWidget();
  const { t } = useTexts(ringTexts);
  const common = useCommon();
  const [trying, setTrying] = useState<CallMedia | null>(null);
  const [failed, setFailed] = useState(false);
  useRing(trying === null);
  useRingTitle(trying === null);
  const { name, unit, role } = call.caller;
  const tryOut = (kind: CallMedia) => {
    setTrying(kind);
    // That there is more time is a kindness; without it the answer may still come in time.
    calls.prepareCall(caseId, call.callId).catch(() => undefined);
  };
  const decline = () => {
    setFailed(false);
    calls.declineCall(caseId, call.callId).catch(() => setFailed(true));
  };
  return (
    <section className="call-card" aria-labelledby="call-incoming">
      {/* Said at once; the focus stays where the resident writes. */}
      <div role="alert">
        <h2 id="call-incoming" className="call-title">
          {t(call.media === 'video' ? 'callsVideo' : 'callsVoice', { name })}
        </h2>
        <p className="call-quiet">
          {roleText(role as Parameters<typeof roleText>[0], common)}, {unit}
        </p>
      </div>
      {trying === null ? (
        <>
          <p className="call-quiet">{t('about')}</p>
          <div className="call-buttons">
            <button type="button" className="call-button call-main" onClick={() => tryOut(call.media)}>
              <CallIcon name={call.media === 'video' ? 'camera' : 'phone'} />
              {t(call.media === 'video' ? 'answerVideo' : 'answer')}
            </button>
            {call.media === 'video' && (
              <button type="button" className="call-button" onClick={() => tryOut('voice')}>
                <CallIcon name="phone" />
                {t('answerVoice')}
              </button>
            )}
            <button type="button" className="call-button" onClick={decline}>
              {t('decline')}
            </button>
          </div>
        </>
      ) : (
        <TryOut
          kind={trying}
          onVoice={() => setTrying('voice')}
          onDecline={decline}
          onGo={async (media, kind) => {
            await calls.answerCall(caseId, call.callId, kind);
            onAnswered(media);
          }}
        />
      )}
      {failed && (
        <p className="call-trouble" role="alert">
          {t('notAnswered')}
        </p>
      )}
    </section>
  );
}

interface TryOutProps {
  kind: CallMedia;
  onVoice: () => void;
  onDecline: () => void;
  onGo: (media: LocalMedia, kind: CallMedia) => Promise<void>;
}

/** Camera and microphone are tried, and then one goes in with what works. */
function TryOut({ kind, onVoice, onDecline, onGo }: TryOutProps) {
  const { language } = useWidget();
  const { t } = useTexts(ringTexts);
  const texts = useCallTexts(language);
  const [media] = useState(() => new LocalMedia());
  const local = useLocalMedia(media);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const given = useRef(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  // What was tried goes along into the call, or is closed.
  useEffect(() => () => void (given.current || media.close()), [media]);
  const go = async () => {
    setBusy(true);
    setFailed(false);
    try {
      const isSeen = kind === 'video' && local.camera;
      if (!isSeen) await media.setCamera(false);
      given.current = true;
      await onGo(media, isSeen ? 'video' : 'voice');
    } catch {
      given.current = false;
      setFailed(true);
      setBusy(false);
    }
  };
  const cannotBeSeen = kind === 'video' && local.cameraTrouble !== null;
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className="call-title">
        {texts.t(kind === 'video' ? 'testTitle' : 'testTitleVoice')}
      </h3>
      <DeviceTest media={media} kind={kind} texts={texts}>
        {failed && (
          <p className="call-trouble" role="alert">
            {t('notAnswered')}
          </p>
        )}
        <div className="call-buttons">
          <button
            type="button"
            className="call-button call-main"
            aria-disabled={busy || local.opening}
            onClick={() => busy || local.opening || void go()}
          >
            {busy ? t('goingIn') : t(!local.audio ? 'goInSilent' : cannotBeSeen ? 'goInVoice' : 'goIn')}
          </button>
          {kind === 'video' && !cannotBeSeen && (
            <button type="button" className="call-button" onClick={onVoice}>
              {t('answerVoice')}
            </button>
          )}
          <button type="button" className="call-button" onClick={onDecline}>
            {t('decline')}
          </button>
        </div>
      </DeviceTest>
    </>
  );
}
