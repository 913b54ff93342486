import { Button, Group, Modal, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { FormEvent, ReactNode } from 'react';
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A form within a form's portal would send this one too.
    event.stopPropagation();
    if (!props.write.isPending && props.isReady !== false) props.onConfirm();
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      size={props.size ?? 'var(--desk-dialog)'}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          {props.children}
          <NotSaved of={props.write} />
          <Group justify="flex-end" className="dialog-foot">
            {/* Takes focus where no field before it asks for it. */}
            <Button variant="default" onClick={props.onClose} data-autofocus>
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

/** Says that something was done, where it is not already seen. */
export function tell(message: string): void {
  notifications.show({ message, withCloseButton: false });
}
