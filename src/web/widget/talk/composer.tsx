import { type FormEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { BusyButton, FieldProblem } from '../parts/bits.js';
import { GrowingText } from '../parts/growing-text.js';
import { ImagePicker, useUploads } from '../parts/image-picker.js';
import { talkTexts } from '../texts/talk.js';
import { useDraft } from '../use-draft.js';
import { useTexts } from '../widget.js';
import type { BesideCall } from './beside.js';

/** As the server has it. */
const LONGEST = 4000;

interface ComposerProps {
  caseId: string;
  label: string;
  busy?: boolean;
  images: boolean;
  /** The button that adds images. */
  imageButton?: RefObject<HTMLButtonElement | null>;
  /** Takes the message; the field is then emptied. */
  send: (text: string, attachmentIds: string[], id?: string) => void;
  typing?: (typing: boolean) => void;
  /** Leaves the text in the field until the sender says so. */
  keepText?: boolean;
  beside?: BesideCall | null;
}

/** Where a message is written. What is typed survives a reload. */
export function Composer({
  caseId,
  label,
  busy = false,
  images,
  imageButton,
  send,
  typing,
  keepText,
  beside,
}: ComposerProps) {
  const { t } = useTexts(talkTexts);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [text, setText] = useDraft(`message.${caseId}`);
  const [tooLong, setTooLong] = useState(false);
  const { uploads, list } = useUploads();
  const uploading = list.some((upload) => upload.state === 'sending' || upload.state === 'waiting');
  /** Images that were on their way when the message was sent go after it, when they are there. */
  const [imagesFollow, setImagesFollow] = useState(false);
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    if (!imagesFollow || uploading) return;
    setImagesFollow(false);
    const ready = uploads.takeReady();
    if (ready.length > 0) latest.current('', ready);
  }, [imagesFollow, uploading, uploads]);

  useEffect(() => beside?.edit(text), [beside, text]);

  const submit = () => {
    const ready = list.filter((upload) => upload.state === 'ready').map((upload) => upload.id);
    const message = text.trim();
    if (busy) return;
    setImagesFollow(uploading);
    if (message.length > LONGEST) {
      setTooLong(true);
      return;
    }
    if (message === '' && ready.length === 0) {
      if (uploading) return;
      form.current?.querySelector('textarea')?.focus();
      return;
    }
    typing?.(false);
    send(message, ready, beside?.sent());
    if (keepText) return;
    setText('');
    uploads.takeReady();
    form.current?.querySelector('textarea')?.focus();
  };

  return (
    <form
      ref={form}
      className="composer"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      {beside?.composer}
      <label htmlFor={`${id}-text`} className="composer-label">
        {label}
      </label>
      <GrowingText
        id={`${id}-text`}
        rows={1}
        value={text}
        aria-describedby={`${id}-problem`}
        aria-invalid={tooLong}
        onChange={(event) => {
          setText(event.target.value);
          setTooLong(false);
          typing?.(event.target.value !== '');
        }}
        onBlur={() => typing?.(false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      <FieldProblem id={`${id}-problem`}>{tooLong ? t('messageTooLong') : null}</FieldProblem>
      <p role="status" className="quiet">
        {imagesFollow ? t('imagesFollow') : ''}
      </p>
      <div className="composer-foot">
        {images ? (
          <ImagePicker uploads={uploads} list={list} caseId={caseId} opener={imageButton} />
        ) : (
          <span />
        )}
        <BusyButton type="submit" className="button-main" busy={busy} busyText={t('sendingNow')}>
          {t('send')}
        </BusyButton>
      </div>
    </form>
  );
}
