import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { deskKeyOf, SHORTCUTS, type Shortcut } from './shortcuts.js';

/** By key. */
type Handlers = Map<string, () => void>;
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
      const key = deskKeyOf(event, {
        inField: target?.closest(FIELDS) != null,
        inQueue: target?.closest('[data-queue]') != null,
        dialogOpen: isDialogOpen(),
        on,
      });
      const handler = key && handlers.get(key);
      if (!handler) return;
      event.preventDefault();
      handler();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [handlers, on]);
  return <ShortcutsContext value={handlers}>{children}</ShortcutsContext>;
}

/** Does `act` when one of the keys is pressed, while this view is shown and `act` is given. */
export function useKeys(keys: readonly string[], act: (() => void) | null): void {
  const handlers = useContext(ShortcutsContext);
  const latest = useRef(act);
  latest.current = act;
  const given = act !== null;
  const together = keys.join(' ');
  useEffect(() => {
    if (!handlers || !given) return;
    const handler = () => latest.current?.();
    const each = together.split(' ').filter(Boolean);
    for (const key of each) handlers.set(key, handler);
    return () => {
      for (const key of each) if (handlers.get(key) === handler) handlers.delete(key);
    };
  }, [handlers, together, given]);
}

/** The same for one of the desk's own keys. */
export function useShortcut(shortcut: Shortcut, act: (() => void) | null): void {
  useKeys(SHORTCUTS[shortcut], act);
}
