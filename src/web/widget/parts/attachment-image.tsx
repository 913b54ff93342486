import { useEffect, useState } from 'react';
import type { AttachmentRef } from '../../../contracts/index.js';
import { useCommon, useWidget } from '../widget.js';
import { Dialog } from './dialog.js';

/** The address of an image's bytes, fetched with the session's token; `null` while away, `false` if it cannot be had. */
function useImageAddress(id: string): string | null | false {
  const { calls } = useWidget();
  const [address, setAddress] = useState<string | null | false>(null);
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    calls.image(id).then(
      (bytes) => {
        if (gone) return;
        made = URL.createObjectURL(bytes);
        setAddress(made);
      },
      () => gone || setAddress(false),
    );
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [calls, id]);
  return address;
}

/** A small image that opens large. */
export function AttachmentImage({ image, n }: { image: AttachmentRef; n: number }) {
  const { t } = useCommon();
  const [large, setLarge] = useState(false);
  const address = useImageAddress(image.id);
  if (address === false) return <p className="quiet">{t('imageMissing')}</p>;
  return (
    <>
      <button
        type="button"
        className="thumb"
        aria-label={t('openImage', { n })}
        onClick={() => address && setLarge(true)}
      >
        {address && (
          <img src={address} alt="" width={image.width || undefined} height={image.height || undefined} />
        )}
      </button>
      {large && address && (
        <Dialog title={t('image')} titleHidden className="dialog-image" onClose={() => setLarge(false)}>
          <img
            src={address}
            alt={`${t('image')} ${n}`}
            width={image.width || undefined}
            height={image.height || undefined}
          />
          <button type="button" className="button" onClick={() => setLarge(false)}>
            {t('close')}
          </button>
        </Dialog>
      )}
    </>
  );
}

export function AttachmentImages({ images }: { images: readonly AttachmentRef[] }) {
  if (images.length === 0) return null;
  return (
    <div className="thumbs">
      {images.map((image, index) => (
        <AttachmentImage key={image.id} image={image} n={index + 1} />
      ))}
    </div>
  );
}
