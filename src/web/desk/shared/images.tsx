import { Button, Group, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AttachmentRef } from '../../../contracts/index.js';
import { imageAddress } from '../../api/api.js';
import { useTexts } from '../texts/desk-texts.js';
import { Icon } from './icons.js';

/** Small images that open large, with previous and next. */
export function Images({ images }: { images: readonly AttachmentRef[] }) {
  const { t } = useTexts();
  const [open, setOpen] = useState<number | null>(null);
  const shown = open === null ? undefined : images[open];
  const of = images.length;
  return (
    <>
      <ul className="images">
        {images.map((image, index) => (
          <li key={image.id}>
            <button
              type="button"
              className="image"
              onClick={() => setOpen(index)}
              aria-label={t('imageOpen', { n: index + 1, of })}
            >
              <Picture image={image} n={index + 1} />
            </button>
          </li>
        ))}
      </ul>
      <Modal
        opened={shown !== undefined}
        onClose={() => setOpen(null)}
        title={open === null ? '' : `${t('image', { n: open + 1 })} / ${of}`}
        size="auto"
        centered
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {shown && open !== null && (
          <>
            <div className="image-large">
              <Picture key={shown.id} image={shown} n={open + 1} />
            </div>
            {of > 1 && (
              <Group justify="center">
                <Button
                  variant="default"
                  leftSection={<Icon name="arrowLeft" />}
                  onClick={() => setOpen((open - 1 + of) % of)}
                >
                  {t('previous')}
                </Button>
                <Button
                  variant="default"
                  rightSection={<Icon name="arrowRight" />}
                  onClick={() => setOpen((open + 1) % of)}
                >
                  {t('following')}
                </Button>
              </Group>
            )}
          </>
        )}
      </Modal>
    </>
  );
}

/** Asked for again after five seconds, then ever more seldom; each is a reading in the access log. */
const AGAIN_MS = 5_000;
const MOST_TRIES = 5;

function Picture({ image, n }: { image: AttachmentRef; n: number }) {
  const { t } = useTexts();
  const [tries, setTries] = useState(0);
  const [failed, setFailed] = useState(false);
  // A line that was cut is another one a moment later.
  useEffect(() => {
    if (!failed) return;
    const again = () => {
      setTries((before) => before + 1);
      setFailed(false);
    };
    const timer = tries < MOST_TRIES ? setTimeout(again, AGAIN_MS * 2 ** tries) : undefined;
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [failed, tries]);
  if (failed) return <span className="quiet">{t('imageFailed')}</span>;
  return (
    <img
      key={tries}
      src={imageAddress(image.id)}
      width={image.width}
      height={image.height}
      alt={t('image', { n })}
      onError={() => setFailed(true)}
    />
  );
}
