import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ProblemError } from '../../api/api.js';
import { useCommon, useWidget } from '../widget.js';
import { problemText } from './bits.js';
import { Icon } from './icon.js';
import { type Upload, Uploads } from './uploads.js';

/** Images picked in this view. */
export function useUploads(): { uploads: Uploads; list: readonly Upload[] } {
  const { calls } = useWidget();
  const [uploads] = useState(() => new Uploads(calls.upload));
  const list = useSyncExternalStore(uploads.subscribe, uploads.getState);
  useEffect(() => () => uploads.close(), [uploads]);
  return { uploads, list };
}

interface ImagePickerProps {
  uploads: Uploads;
  list: readonly Upload[];
  /** Null while there is no case yet: the images wait. */
  caseId: string | null;
  /** Its button, for those who press it from elsewhere. */
  opener?: RefObject<HTMLButtonElement | null>;
  /** They are being sent with the rest: none is added or taken away. */
  busy?: boolean;
}

const KINDS = 'image/jpeg,image/png,image/webp';

/** A button that adds images, and the picked ones with how far they have come. */
export function ImagePicker({ uploads, list, caseId, opener, busy = false }: ImagePickerProps) {
  const { t } = useCommon();
  const { region } = useWidget();
  const input = useRef<HTMLInputElement>(null);
  const own = useRef<HTMLButtonElement>(null);
  const button = opener ?? own;
  const [tooLarge, setTooLarge] = useState(false);
  const limit = region?.attachmentMaxBytes ?? 10_000_000;
  const megabytes = Math.floor(limit / 1_000_000);

  const pick = (files: FileList | null) => {
    const all = [...(files ?? [])];
    const fitting = all.filter((file) => file.size <= limit);
    setTooLarge(fitting.length < all.length);
    uploads.add(fitting, caseId);
    if (input.current) input.current.value = '';
  };

  return (
    <div className="images">
      <input
        ref={input}
        type="file"
        accept={KINDS}
        multiple
        hidden
        onChange={(event) => pick(event.target.files)}
        data-testid="image-file"
      />
      <button
        ref={button}
        type="button"
        className="button button-quiet"
        aria-disabled={busy}
        onClick={() => busy || input.current?.click()}
      >
        <Icon name="image" />
        {t('addImage')}
      </button>
      <p role="alert" className={tooLarge ? 'field-problem' : 'field-problem field-problem-none'}>
        {tooLarge ? t('imageTooLarge', { megabytes }) : null}
      </p>
      {list.length > 0 && (
        <ul className="picked">
          {list.map((upload, index) => (
            <li key={upload.id}>
              {upload.problem?.code !== 'not-an-image' && (
                <img
                  className="picked-image"
                  src={upload.address}
                  alt={t('imageToSend', { n: index + 1 })}
                  onError={() => uploads.unreadable(upload.id)}
                />
              )}
              <UploadText upload={upload} n={index + 1} megabytes={megabytes} />
              <button
                type="button"
                className="button button-quiet"
                aria-disabled={busy}
                onClick={() => {
                  if (busy) return;
                  uploads.remove(upload.id);
                  button.current?.focus();
                }}
              >
                {t('removeImage', { n: index + 1 })}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function UploadText({ upload, n, megabytes }: { upload: Upload; n: number; megabytes: number }) {
  const { t } = useCommon();
  const why = (problem: ProblemError) => {
    if (problem.code === 'not-an-image') return t('imageKind');
    if (problem.code === 'too-large') return t('imageTooLarge', { megabytes });
    return problemText(problem.code, t);
  };
  if (upload.state === 'sending') return <span>{t('imageProgress', { percent: upload.percent })}</span>;
  if (upload.state === 'waiting') return <span role="status">{t('imageWaiting')}</span>;
  if (upload.state !== 'refused' || !upload.problem) return null;
  return (
    <span className="field-problem" role="alert">
      {t('imageRefused', { n, why: why(upload.problem) })}
    </span>
  );
}
