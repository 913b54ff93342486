import type { DeskCase } from '../../../contracts/index.js';
import { SHORTCUTS } from '../shared/shortcuts.js';
import { actionsOn, inTheBar } from './case-actions.js';

const held = {
  state: 'held',
  relation: 'unit',
  result: { outcome: 'chat' },
  consultations: [],
} as unknown as DeskCase;
const asked = { side: 'consulted', canWrite: true, endedAt: null } as DeskCase['consultations'][number];
const names = (...given: Parameters<typeof actionsOn>) => actionsOn(...given).map(({ action }) => action);

describe('what one can do with a case', () => {
  it('depends on whether one holds it, is asked about it, or it waits here', () => {
    expect(names(held, true, false)).toHaveLength(11);
    expect(names({ ...held, consultations: [asked] }, false, false)).toEqual(['take-over']);
    expect(names({ ...held, state: 'waiting' }, false, false)).toEqual(['transfer']);
    expect(names({ ...held, state: 'waiting', relation: 'former' }, false, false)).toEqual([]);
    expect(names(held, false, false)).toEqual([]);
  });

  it('says why what cannot be done now cannot', () => {
    const blocked = (deskCase: DeskCase, isCalling: boolean) =>
      actionsOn(deskCase, true, isCalling).filter((each) => each.blocked !== null);
    expect(blocked(held, false)).toEqual([]);
    expect(blocked(held, true)).toMatchObject([{ action: 'call', blocked: 'blockedCall' }]);
    expect(blocked({ ...held, result: null }, false)).toMatchObject([
      { action: 'advice', blocked: 'blockedAdvice' },
    ]);
  });

  it('stands in the bar while there is room, and else in its menu: nothing is left out, each has a key of its own', () => {
    const all = actionsOn(held, true, false);
    for (const [room, most] of [
      ['wide', 5],
      ['middle', 4],
      ['narrow', 3],
    ] as const) {
      const [shown, folded] = inTheBar(all, room);
      expect(shown).toHaveLength(most);
      expect(new Set([...shown, ...folded])).toEqual(new Set(all));
    }
    const keys = all.flatMap(({ shortcut }) => SHORTCUTS[shortcut]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is not folded when it is the only thing', () => {
    const [shown, folded] = inTheBar(actionsOn({ ...held, state: 'waiting' }, false, false), 'narrow');
    expect([shown.length, folded.length]).toEqual([1, 0]);
  });
});
