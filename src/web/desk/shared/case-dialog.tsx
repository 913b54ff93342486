import { Button, Group, Modal, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTexts } from '../texts/desk-texts.js';
import { BusyButton } from './busy-button.js';
import { NotSaved, type WriteProgress } from './failure.js';

interface Props {
  title: string;
  children: ReactNode;
  confirm: string;
  /** Red, for what ends or removes something. */
  isEnding?: boolean;
  isReady?: boolean;
  write: WriteProgress;
  size?: string;
  cancel?: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** A dialog that does one thing with a case: what it does, its fields, a button to do it and a way out. */
export function CaseDialog(props: Props) {
  const { t } = useTexts();
  const [form, setForm] = useState<HTMLFormElement | null>(null);
  useFirstField(form);
  useFocusBack();
  // What is on its way may be done yet: leaving it would say that it was not, and not hear that it failed.
  const close = () => {
    if (!props.write.isPending) props.onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A form within a form's portal would send this one too.
    event.stopPropagation();
    if (!props.write.isPending && props.isReady !== false) props.onConfirm();
  };
  return (
    <Modal
      opened
      onClose={close}
      title={props.title}
      size={props.size ?? 'var(--desk-dialog)'}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form ref={setForm} onSubmit={submit} noValidate>
        <Stack>
          {props.children}
          <NotSaved of={props.write} />
          <Group justify="flex-end" className="dialog-foot">
            {/* Takes focus while there is no field. */}
            <Button
              variant="default"
              onClick={close}
              aria-disabled={props.write.isPending}
              data-autofocus
              data-cancel
            >
              {props.cancel ?? t('cancel')}
            </Button>
            <BusyButton
              type="submit"
              color={props.isEnding ? 'red' : undefined}
              isBusy={props.write.isPending}
              disabled={props.isReady === false}
            >
              {props.confirm}
            </BusyButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const FIELDS = 'input:not([type="hidden"]), select, textarea, [role="radio"]';

/** The focus goes to the first field, also where it comes later, unless the reader has begun to do something else. */
function useFirstField(place: HTMLFormElement | null): void {
  useEffect(() => {
    if (!place) return;
    const stop = new AbortController();
    const look = () => {
      const first = place.querySelector<HTMLElement>(FIELDS);
      if (!first) return;
      const group = first.closest('[role="radiogroup"], fieldset');
      const chosen = group?.querySelector<HTMLElement>(':checked, [aria-checked="true"]');
      (place.querySelector<HTMLElement>(`:is(${FIELDS})[data-autofocus]`) ?? chosen ?? first).focus();
    };
    const watch = new MutationObserver(() => document.activeElement?.matches('[data-cancel]') && look());
    const begun = () => watch.disconnect();
    // The dialog itself puts the focus on what asks for it, at its first moment.
    place.addEventListener(
      'focusin',
      ({ target }) => (target as Element).matches('[data-cancel]') && look(),
      { once: true, signal: stop.signal },
    );
    watch.observe(place, { childList: true, subtree: true });
    for (const event of ['keydown', 'pointerdown'])
      place.addEventListener(event, begun, { once: true, signal: stop.signal });
    return () => {
      stop.abort();
      watch.disconnect();
    };
  }, [place]);
}

/** When the dialog has gone the focus is where it was before; where that is gone too, at the case or the list. */
function useFocusBack(): void {
  const before = useRef(document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement && document.activeElement !== document.body) return;
        const places = [
          before.current,
          document.getElementById('case-title'),
          document.getElementById('queue'),
        ];
        const place = places.find(
          (each) => each instanceof HTMLElement && each.isConnected && each !== document.body,
        );
        (place as HTMLElement | undefined)?.focus();
      });
    },
    [],
  );
}

/** Says that something was done, where it is not already seen. */
export function tell(message: string): void {
  notifications.show({ message, withCloseButton: false });
}
