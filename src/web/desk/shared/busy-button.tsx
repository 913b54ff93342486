import { Button, type ButtonProps, Loader } from '@mantine/core';
import type { ReactNode, Ref } from 'react';

interface Props extends ButtonProps {
  isBusy: boolean;
  type?: 'submit' | 'button';
  children: ReactNode;
  'aria-keyshortcuts'?: string;
  onClick?: () => void;
  ref?: Ref<HTMLButtonElement>;
}

/** A button that keeps its text and its focus while what it does is under way, and does it once. */
export function BusyButton({ isBusy, type = 'button', leftSection, onClick, ...rest }: Props) {
  return (
    <Button
      {...rest}
      type={type}
      aria-disabled={isBusy || undefined}
      leftSection={isBusy ? <Loader size="1em" color="currentColor" /> : leftSection}
      onClick={isBusy ? undefined : onClick}
    />
  );
}
