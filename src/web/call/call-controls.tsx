import { useId } from 'react';
import type { CallMedia } from '../../contracts/index.js';
import { type CallTexts, useLocalMedia } from './call-hooks.js';
import { CallIcon } from './call-icons.js';
import type { LocalMedia } from './call-media.js';

interface Props {
  media: LocalMedia;
  kind: CallMedia;
  texts: CallTexts;
}

/** Microphone and camera, off and on. */
export function Switches({ media, kind, texts: { t } }: Props) {
  const { microphone, camera } = useLocalMedia(media);
  return (
    <>
      <button type="button" className="call-button" onClick={() => media.setMicrophone(!microphone)}>
        <CallIcon name={microphone ? 'microphone' : 'microphoneOff'} />
        {t(microphone ? 'muteMicrophone' : 'unmuteMicrophone')}
      </button>
      {kind === 'video' && (
        <button type="button" className="call-button" onClick={() => void media.setCamera(!camera)}>
          <CallIcon name={camera ? 'camera' : 'cameraOff'} />
          {t(camera ? 'stopCamera' : 'startCamera')}
        </button>
      )}
    </>
  );
}

/** Which microphone and camera, where there are several to choose among. */
export function DeviceChoice({ media, kind, texts }: Props) {
  const { t } = texts;
  const { microphones, cameras, microphoneId, cameraId } = useLocalMedia(media);
  return (
    <div className="call-devices">
      <DeviceSelect
        label={t('microphone')}
        devices={microphones}
        chosen={microphoneId}
        choose={(id) => void media.chooseMicrophone(id)}
        texts={texts}
      />
      {kind === 'video' && (
        <DeviceSelect
          label={t('camera')}
          devices={cameras}
          chosen={cameraId}
          choose={(id) => void media.chooseCamera(id)}
          texts={texts}
        />
      )}
    </div>
  );
}

interface DeviceSelectProps {
  label: string;
  devices: readonly MediaDeviceInfo[];
  chosen: string | null;
  choose: (id: string) => void;
  texts: CallTexts;
}

function DeviceSelect({ label, devices, chosen, choose, texts: { t } }: DeviceSelectProps) {
  const id = useId();
  if (devices.length === 0) return null;
  return (
    <div className="call-device">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={chosen ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
        {devices.map((device, index) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label || t('unnamedDevice', { n: index + 1 })}
          </option>
        ))}
      </select>
    </div>
  );
}
