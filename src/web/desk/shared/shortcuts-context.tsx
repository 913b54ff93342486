import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { type Shortcut, shortcutOf } from './shortcuts.js';

type Handlers = Map<Shortcut, () => void>;
const ShortcutsContext = createContext<Handlers | null>(null);

const FIELDS =
  'input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"], [role="radiogroup"]';

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"]') !== null;
}

/** Listens for the desk's keys and hands each to the view that has asked for it. */
export function ShortcutsProvider({ on, children }: { on: boolean; children: ReactNode }) {
  const handlers = useMemo<Handlers>(() => new Map(), []);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      const shortcut = shortcutOf(event, {
        inField: target?.closest(FIELDS) != null,
        inQueue: target?.closest('[data-queue]') != null,
        dialogOpen: isDialogOpen(),
        on,
      });
      const handler = shortcut && handlers.get(shortcut);
      if (!handler) return;
      event.preventDefault();
      handler();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [handlers, on]);
  return <ShortcutsContext value={handlers}>{children}</ShortcutsContext>;
}

/** Does `act` when the key is pressed, while this view is shown and `act` is given. */
export function useShortcut(shortcut: Shortcut, act: (() => void) | null): void {
  const handlers = useContext(ShortcutsContext);
  const latest = useRef(act);
  latest.current = act;
  const given = act !== null;
  useEffect(() => {
    if (!handlers || !given) return;
    const handler = () => latest.current?.();
    handlers.set(shortcut, handler);
    return () => {
      if (handlers.get(shortcut) === handler) handlers.delete(shortcut);
    };
  }, [handlers, shortcut, given]);
}
