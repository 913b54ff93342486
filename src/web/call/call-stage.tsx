import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { CallView } from '../../contracts/index.js';
import { DeviceChoice, Switches } from './call-controls.js';
import { type CallTexts, useAwake, useCallState, useLocalMedia, useSeconds } from './call-hooks.js';
import { CallIcon } from './call-icons.js';
import type { LocalMediaState } from './call-media.js';
import type { CallSession, CallState } from './call-session.js';
import { OwnTile, personName, Tile } from './call-tiles.js';
import './call.css';

interface Props {
  session: CallSession;
  texts: CallTexts;
  /** Name of the other person, shown until they have joined. */
  otherName: string;
  /** A guest leaves; the others hang up. */
  isGuest?: boolean;
  /** More to do, beside the switches. */
  children?: ReactNode;
}

/** A call under way: who is seen, how it goes, and what one can do. Nothing of it covers what is beside it. */
export function CallStage({ session, texts, otherName, isGuest = false, children }: Props) {
  const { t } = texts;
  useAwake();
  const state = useCallState(session);
  const local = useLocalMedia(session.media);
  const { call, me } = state;
  const others = call?.participants.filter(({ id, present }) => id !== me && present) ?? [];
  const kind = call?.media ?? 'voice';
  const isTrouble = state.away || state.link === 'reconnecting';
  return (
    <section className="call-stage" aria-label={t('region')} data-media={kind}>
      <div className="call-tiles" data-n={others.length}>
        {others.length === 0 && (
          <div className="call-tile call-tile-empty">
            <span className="call-initials" aria-hidden="true">
              <CallIcon name="phone" />
            </span>
          </div>
        )}
        {others.map((each) => (
          <Tile key={each.id} participant={each} stream={state.streams.get(each.id) ?? null} texts={texts} />
        ))}
        <OwnTile media={session.media} texts={texts} />
      </div>
      <div className="call-foot">
        <p className="call-status" data-trouble={isTrouble}>
          {statusText(state, otherName, texts)}
          {call?.answeredAt && <Duration from={call.answeredAt} />}
        </p>
        <Said state={state} local={local} texts={texts} />
        {state.silent && (
          <button type="button" className="call-button call-main" onClick={session.playSound}>
            {t('soundOn')}
          </button>
        )}
        <DeviceWarnings local={local} kind={kind} texts={texts} />
        <div className="call-buttons">
          <Switches media={session.media} kind={kind} texts={texts} />
          <button type="button" className="call-button call-end" onClick={() => session.hangUp()}>
            <CallIcon name="hangUp" />
            {t(isGuest ? 'leaveCall' : 'hangUp')}
          </button>
          {children}
          <details className="call-fold">
            <summary>{t(kind === 'video' ? 'devices' : 'devicesVoice')}</summary>
            <DeviceChoice media={session.media} kind={kind} texts={texts} />
          </details>
        </div>
      </div>
    </section>
  );
}

function statusText({ call, link, away, me }: CallState, name: string, { t }: CallTexts): string {
  if (away || link === 'reconnecting') return t('reconnecting');
  if (!call) return t('connecting');
  if (call.state === 'ringing') return call.preparing ? t('preparing', { name }) : t('ringing');
  const main = call.participants.find(({ id, who, present }) => id !== me && who.side !== 'guest' && present);
  if (!main) return t('waitingFor', { name });
  return link === 'good' ? t('inCall') : t('connecting');
}

function Duration({ from }: { from: string }) {
  const seconds = useSeconds(from);
  const minutes = Math.floor(seconds / 60);
  return (
    <span className="call-time">
      {minutes}:{String(seconds % 60).padStart(2, '0')}
    </span>
  );
}

function DeviceWarnings({
  local,
  kind,
  texts: { t },
}: {
  local: LocalMediaState;
  kind: CallView['media'];
  texts: CallTexts;
}) {
  return (
    <>
      {local.microphoneTrouble && (
        <p className="call-trouble">{t(`microphone_${local.microphoneTrouble}`)}</p>
      )}
      {kind === 'video' && local.cameraTrouble && (
        <p className="call-trouble">{t(`camera_${local.cameraTrouble}`)}</p>
      )}
    </>
  );
}

/** Says to screen readers what has changed: who came and went, what was switched, and how the connection is. */
function Said({ state, local, texts }: { state: CallState; local: LocalMediaState; texts: CallTexts }) {
  const [said, setSaid] = useState('');
  const before = useRef<{ state: CallState; local: LocalMediaState } | null>(null);
  useEffect(() => {
    const changes = before.current ? changesOf(before.current, { state, local }, texts) : [];
    before.current = { state, local };
    if (changes.length > 0) setSaid(changes.join(' '));
  }, [state, local, texts]);
  return (
    <p className="call-said" aria-live="polite">
      {said}
    </p>
  );
}

type Heard = { state: CallState; local: LocalMediaState };

/** What a screen reader should hear of, between two moments. */
export function changesOf(was: Heard, is: Heard, texts: CallTexts): string[] {
  const { t } = texts;
  const changes: string[] = [];
  const trouble = ({ state }: Heard) => state.away || state.link === 'reconnecting';
  if (trouble(is) && !trouble(was)) changes.push(t('reconnecting'));
  if (is.state.link === 'good' && was.state.link !== 'good') changes.push(t('inCall'));
  for (const now of is.state.call?.participants ?? []) {
    if (now.id === is.state.me) continue;
    const then = was.state.call?.participants.find(({ id }) => id === now.id);
    const name = personName(now, texts);
    if (now.present !== (then?.present ?? false))
      changes.push(t(now.present ? 'saysJoined' : 'saysLeft', { name }));
    if (!now.present || !then?.present) continue;
    if (now.camera !== then.camera) changes.push(t(now.camera ? 'saysCameraOn' : 'saysCameraOff', { name }));
    if (now.microphone !== then.microphone)
      changes.push(t(now.microphone ? 'saysUnmuted' : 'saysMuted', { name }));
  }
  if (is.local.camera !== was.local.camera) changes.push(t(is.local.camera ? 'ownCameraOn' : 'ownCameraOff'));
  if (is.local.microphone !== was.local.microphone)
    changes.push(t(is.local.microphone ? 'ownMicrophoneOn' : 'ownMicrophoneOff'));
  return changes;
}
