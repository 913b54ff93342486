import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { bringInSight } from '../frame.js';

interface DialogProps {
  title: string;
  titleHidden?: boolean;
  className?: string;
  /** Called by Escape, too. */
  onClose: () => void;
  children: ReactNode;
}

/** A question that must be answered before going on. The browser's own dialog: focus stays inside and comes back. */
export function Dialog({ title, titleHidden, className = '', onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Closed before it is taken away, so that the browser gives the focus back to where it was.
  useLayoutEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    dialog.showModal();
    bringInSight(dialog);
    return () => dialog.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={`dialog ${className}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId} className={titleHidden ? 'only-read' : 'dialog-title'}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}

interface ConfirmProps {
  title: string;
  text: string;
  yes: string;
  no: string;
  danger?: boolean;
  busy: boolean;
  problem?: ReactNode;
  onYes: () => void;
  onNo: () => void;
}

/** Yes or no, where "no" changes nothing and has the focus. */
export function Confirm({ title, text, yes, no, danger, busy, problem, onYes, onNo }: ConfirmProps) {
  return (
    <Dialog title={title} onClose={onNo}>
      <p>{text}</p>
      {problem}
      <div className="actions">
        <button type="button" className="button" onClick={onNo}>
          {no}
        </button>
        <button
          type="button"
          className={danger ? 'button button-danger' : 'button button-main'}
          aria-disabled={busy}
          onClick={() => busy || onYes()}
        >
          {yes}
        </button>
      </div>
    </Dialog>
  );
}
