/**
 * The desk's own keys; those of what staff do with a case stand with the actions. Letters were chosen for their English
 * names and to stay clear of the browser's own.
 */
export const SHORTCUTS = {
  next: ['n'],
  undo: ['z'],
  down: ['j', 'ArrowDown'],
  up: ['k', 'ArrowUp'],
  take: ['t'],
  caller: ['l'],
  search: ['q'],
  reply: ['r'],
  quickReply: ['/'],
  note: ['i'],
  help: ['?'],
} as const satisfies Record<string, readonly string[]>;
export type Shortcut = keyof typeof SHORTCUTS;

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  /** In the middle of composing a character. */
  isComposing: boolean;
  /** The key has been held down. */
  repeat: boolean;
}

export interface KeyPlace {
  /** Focus is where letters are typed, or in a control that uses letters or arrows itself. */
  inField: boolean;
  /** Focus is among the rows of the queue; arrows move there and scroll elsewhere. */
  inQueue: boolean;
  dialogOpen: boolean;
  /** The setting "keys on". */
  on: boolean;
}

const MOVES: ReadonlySet<string> = new Set([...SHORTCUTS.down, ...SHORTCUTS.up]);

/**
 * The key that a press counts as for the desk, if any. Single letters never fire while something is being typed, while a
 * dialog is open or when the staff member has switched them off (WCAG 2.1.4); arrows only act within the queue, where
 * they act even when letters are off.
 */
export function deskKeyOf(press: KeyPress, place: KeyPlace): string | null {
  if (press.ctrlKey || press.altKey || press.metaKey || press.isComposing) return null;
  if (place.inField || place.dialogOpen) return null;
  const isArrow = press.key.startsWith('Arrow');
  if (isArrow ? !place.inQueue : !place.on) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return press.repeat && !MOVES.has(key) ? null : key;
}

/** How one of the desk's own keys is written on a button or in the sheet. */
export function keyLabel(shortcut: Shortcut): string {
  return SHORTCUTS[shortcut][0].toUpperCase();
}
