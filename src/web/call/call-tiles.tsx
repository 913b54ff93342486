import type { CallParticipantView } from '../../contracts/index.js';
import { type CallTexts, useLocalMedia, useOwnPicture, useStream } from './call-hooks.js';
import { CallIcon } from './call-icons.js';
import type { LocalMedia } from './call-media.js';

interface TileProps {
  participant: CallParticipantView;
  stream: MediaStream | null;
  texts: CallTexts;
}

/** Another participant: the picture, or the name where there is none. */
export function Tile({ participant, stream, texts }: TileProps) {
  const { who, camera, microphone, present } = participant;
  const element = useStream(stream);
  const shows = camera && present && stream !== null;
  return (
    <figure className="call-tile" data-guest={who.side === 'guest'}>
      {/* Sound is played by the call itself, so that it goes on where this is not shown. */}
      <video
        ref={element}
        autoPlay
        playsInline
        muted
        hidden={!shows}
        aria-label={texts.t('picture', { name: nameOf(who, texts) })}
      />
      {!shows && (
        <span className="call-initials" aria-hidden="true">
          {initials(nameOf(who, texts))}
        </span>
      )}
      <figcaption>
        {personName(participant, texts)}
        {present && !camera && stream && <span className="call-off">{texts.t('cameraOff')}</span>}
        {present && !microphone && (
          <span className="call-off">
            <CallIcon name="microphoneOff" />
            {texts.t('microphoneOff')}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

/** One's own picture, small, as in a mirror. */
export function OwnTile({ media, texts }: { media: LocalMedia; texts: CallTexts }) {
  const { video } = useLocalMedia(media);
  const element = useStream(useOwnPicture(video));
  if (!video) return null;
  return (
    <video ref={element} className="call-own" autoPlay playsInline muted aria-label={texts.t('ownPicture')} />
  );
}

/** A participant by name, guests also by what they are there for. */
export function personName({ who }: CallParticipantView, texts: CallTexts): string {
  return who.side === 'guest' ? `${who.name} (${texts.t(`guest_${who.guest}`)})` : nameOf(who, texts);
}

/** Guests are not told the name of a patient with protected identity. */
function nameOf({ name }: CallParticipantView['who'], { t }: CallTexts): string {
  return name || t('resident');
}

function initials(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean);
  return `${parts[0]?.[0] ?? ''}${parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}
