import { deskKeyOf, type KeyPlace, type KeyPress, SHORTCUTS } from './shortcuts.js';

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
    ['n', 'n'],
    ['N', 'n'],
    ['/', '/'],
    ['?', '?'],
  ])('%s counts as %s', (key, expected) => {
    expect(deskKeyOf(press(key), place())).toBe(expected);
  });

  it('never fires while typing, in a dialog, or when switched off', () => {
    for (const where of [place({ inField: true }), place({ dialogOpen: true }), place({ on: false })])
      expect(deskKeyOf(press('n'), where)).toBeNull();
  });

  it('leaves combinations to the browser', () => {
    for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }])
      expect(deskKeyOf(press('n', more), place())).toBeNull();
  });

  it('moves with the arrows within the queue only, also when letters are off', () => {
    expect(deskKeyOf(press('ArrowDown'), place())).toBeNull();
    expect(deskKeyOf(press('ArrowDown'), place({ inQueue: true, on: false }))).toBe('ArrowDown');
    expect(deskKeyOf(press('ArrowUp'), place({ inQueue: true }))).toBe('ArrowUp');
  });

  it('does a thing once when a key is held down, but keeps moving', () => {
    expect(deskKeyOf(press('n', { repeat: true }), place())).toBeNull();
    expect(deskKeyOf(press('j', { repeat: true }), place())).toBe('j');
  });

  it('gives no key to two things', () => {
    const keys = Object.values(SHORTCUTS).flat();
    expect(new Set(keys).size).toBe(keys.length);
  });
});
