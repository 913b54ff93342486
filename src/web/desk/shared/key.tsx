import { useDesk } from './desk-context.js';
import { keyLabel, type Shortcut } from './shortcuts.js';

/** The key of a button, shown on it; hidden from readers of the screen, which get `aria-keyshortcuts` instead. */
export function KeyHint({ of }: { of: Shortcut }) {
  const { settings } = useDesk();
  if (!settings.keys) return null;
  return (
    <span className="key key-hint" aria-hidden="true">
      {keyLabel(of)}
    </span>
  );
}
