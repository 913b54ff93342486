import { useDesk } from './desk-context.js';
import { keyLabel, type Shortcut } from './shortcuts.js';

/** A key, shown on its button; hidden from readers of the screen, which get `aria-keyshortcuts` instead. */
export function KeyMark({ label }: { label: string }) {
  const { settings } = useDesk();
  if (!settings.keys) return null;
  return (
    <span className="key key-hint" aria-hidden="true">
      {label}
    </span>
  );
}

/** One of the desk's own keys, on its button. */
export function KeyHint({ of }: { of: Shortcut }) {
  return <KeyMark label={keyLabel(of)} />;
}
