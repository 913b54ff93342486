import { type KeyPlace, type KeyPress, SHORTCUTS, shortcutOf } from './shortcuts.js';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  repeat: false,
  ...more,
});
const place = (more: Partial<KeyPlace> = {}): KeyPlace => ({
  inField: false,
  inQueue: false,
  dialogOpen: false,
  on: true,
  ...more,
});

describe('keys of the desk', () => {
  it.each([
    ['n', 'next'],
    ['N', 'next'],
    ['j', 'down'],
    ['k', 'up'],
    ['t', 'take'],
    ['r', 'reply'],
    ['i', 'note'],
    ['b', 'book'],
    ['u', 'urgency'],
    ['h', 'handBack'],
    ['a', 'close'],
    ['/', 'quickReply'],
    ['?', 'help'],
    ['x', null],
  ])('%s → %s', (key, expected) => {
    expect(shortcutOf(press(key), place())).toBe(expected);
  });

  it('never fires while typing, in a dialog, or when switched off', () => {
    for (const where of [place({ inField: true }), place({ dialogOpen: true }), place({ on: false })])
      expect(shortcutOf(press('n'), where)).toBeNull();
  });

  it('leaves combinations to the browser', () => {
    for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }])
      expect(shortcutOf(press('n', more), place())).toBeNull();
  });

  it('moves with the arrows within the queue only, also when letters are off', () => {
    expect(shortcutOf(press('ArrowDown'), place())).toBeNull();
    expect(shortcutOf(press('ArrowDown'), place({ inQueue: true, on: false }))).toBe('down');
    expect(shortcutOf(press('ArrowUp'), place({ inQueue: true }))).toBe('up');
  });

  it('does a thing once when a key is held down, but keeps moving', () => {
    expect(shortcutOf(press('n', { repeat: true }), place())).toBeNull();
    expect(shortcutOf(press('j', { repeat: true }), place())).toBe('down');
  });

  it('gives no key to two things', () => {
    const keys = Object.values(SHORTCUTS).flat();
    expect(new Set(keys).size).toBe(keys.length);
  });
});
