import { type ReactNode, useEffect } from 'react';
import type { CallMedia } from '../../contracts/index.js';
import { DeviceChoice, Switches } from './call-controls.js';
import { type CallTexts, useLevel, useLocalMedia } from './call-hooks.js';
import type { LocalMedia } from './call-media.js';
import { OwnTile } from './call-tiles.js';
import './call.css';

interface Props {
  media: LocalMedia;
  kind: CallMedia;
  texts: CallTexts;
  /** The ways on. */
  children?: ReactNode;
}

/** Camera and microphone tried before a call: how one looks, whether one is heard, and what to do if not. */
export function DeviceTest({ media, kind, texts, children }: Props) {
  const { t } = texts;
  const local = useLocalMedia(media);
  const { level, heard } = useLevel(local.audio);
  const open = () => void media.open({ microphone: true, camera: kind === 'video' });
  useEffect(open, [media, kind]);
  const isDenied = local.microphoneTrouble !== null || (kind === 'video' && local.cameraTrouble !== null);
  return (
    <div className="call-test">
      {kind === 'video' && (
        <div className="call-preview" data-empty={!local.video}>
          <OwnTile media={media} texts={texts} />
        </div>
      )}
      {local.opening && <p role="status">{t('asking')}</p>}
      {local.audio && (
        <div className="call-level">
          <meter aria-label={t('level')} min={0} max={1} value={Math.min(1, level * 2)} />
          <p aria-live="polite">{heard ? t('heard') : t('speak')}</p>
        </div>
      )}
      {kind === 'video' && !local.opening && !local.video && !local.cameraTrouble && (
        <p className="call-quiet">{t('withoutCamera')}</p>
      )}
      {!local.opening && isDenied && (
        <div className="call-trouble" role="alert">
          {local.microphoneTrouble && <p>{t(`microphone_${local.microphoneTrouble}`)}</p>}
          {local.microphoneTrouble && <p>{t('withoutMicrophone')}</p>}
          {kind === 'video' && local.cameraTrouble && <p>{t(`camera_${local.cameraTrouble}`)}</p>}
          <button type="button" className="call-button" onClick={open}>
            {t('tryAgain')}
          </button>
        </div>
      )}
      {(local.audio || local.video) && (
        <>
          <div className="call-buttons">
            <Switches media={media} kind={kind} texts={texts} />
          </div>
          <details className="call-fold">
            <summary>{t(kind === 'video' ? 'devices' : 'devicesVoice')}</summary>
            <DeviceChoice media={media} kind={kind} texts={texts} />
          </details>
        </>
      )}
      {children}
    </div>
  );
}
