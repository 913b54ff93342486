import { ActionIcon, Button, FileButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { AttachmentRef } from '../../../contracts/index.js';
import { imageAddress } from '../../api/api.js';
import { newId } from '../../api/ids.js';
import { Icon } from '../shared/icons.js';
import { problemText } from '../shared/problem-text.js';
import { retryPassing } from '../shared/use-write.js';
import { useTexts } from '../texts/desk-texts.js';

interface ButtonProps {
  /** Puts an image up under an id of its own. */
  upload: (attachmentId: string, file: File) => Promise<AttachmentRef>;
  images: readonly AttachmentRef[];
  onBusy: (isBusy: boolean) => void;
  onChange: (images: AttachmentRef[]) => void;
  /** The text being written; writing on clears an old fault. */
  typed: string;
}

/** Puts an image up at once; it goes along with the next message. */
export function AttachButton({ upload, images, onBusy, onChange, typed }: ButtonProps) {
  const texts = useTexts();
  const { t } = texts;
  const reset = useRef<() => void>(null);
  const put = useMutation({
    mutationFn: ({ id, file }: { id: string; file: File }) => upload(id, file),
    ...retryPassing,
    onMutate: () => onBusy(true),
    onSettled: () => {
      onBusy(false);
      reset.current?.();
    },
    onSuccess: (image) => onChange([...images, image]),
  });
  const { reset: forget } = put;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when more is written
  useEffect(() => forget(), [typed, forget]);
  return (
    <>
      <FileButton
        resetRef={reset}
        accept="image/jpeg,image/png,image/webp"
        onChange={(file) => file && put.mutate({ id: newId(), file })}
      >
        {(button) => (
          <Button
            {...button}
            aria-label={t('attach')}
            variant="subtle"
            leftSection={<Icon name="image" />}
            disabled={put.isPending}
          >
            {t('attachShort')}
          </Button>
        )}
      </FileButton>
      <span role="status" className={put.isError ? 'attach-failed' : put.isPending ? 'quiet' : 'hidden'}>
        {put.isPending ? t('attaching') : put.isError ? problemText(put.error, texts) : ''}
      </span>
    </>
  );
}

interface ImagesProps {
  images: readonly AttachmentRef[];
  onChange: (images: AttachmentRef[]) => void;
}

/** The images that go along with what is being written. */
export function DraftImages({ images, onChange }: ImagesProps) {
  const { t } = useTexts();
  if (images.length === 0) return null;
  return (
    <ul className="draft-images">
      {images.map((image, index) => (
        <li key={image.id}>
          <img src={imageAddress(image.id)} alt={t('image', { n: index + 1 })} />
          <ActionIcon
            variant="default"
            aria-label={t('removeImage', { n: index + 1 })}
            onClick={() => onChange(images.filter((one) => one.id !== image.id))}
          >
            <Icon name="close" />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
