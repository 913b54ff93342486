import type { CaseAction, DeskCase } from '../../../contracts/index.js';
import { SHORTCUTS } from '../shared/shortcuts.js';
import { mayOn } from './may.js';
import { actionsOn, inTheBar } from './offered-actions.js';
import { ACTION_LIST, STAFF_ACTIONS } from './registry.js';
import type { StaffAction } from './staff-action.js';

const ALL = ACTION_LIST.map(({ needs }) => needs);
const held = {
  state: 'held',
  relation: 'holder',
  mine: true,
  result: { outcome: 'chat' },
  consultations: [],
  may: ALL,
} as unknown as DeskCase;
const others: DeskCase = { ...held, mine: false, may: [] };
const waiting: DeskCase = {
  ...others,
  state: 'waiting',
  may: ['raise-urgency', 'lower-urgency', 'transfer'],
};
const asked = { side: 'consulted', canWrite: true, endedAt: null } as DeskCase['consultations'][number];
const offered = (deskCase: DeskCase, isCalling = false) =>
  actionsOn(deskCase, mayOn(deskCase, false), isCalling);
const names = (deskCase: DeskCase) => offered(deskCase).map(({ id }) => id);

describe('what one can do with a case', () => {
  it('depends on whether one holds it, is asked about it, or it waits here', () => {
    expect(names(held)).toHaveLength(15);
    expect(names({ ...others, consultations: [asked], may: ['take-over'] })).toEqual(['take-over']);
    expect(names(waiting)).toEqual(['transfer']);
    expect(names(others)).toEqual([]);
    expect(actionsOn(held, mayOn(held, true), false)).toEqual([]);
  });

  it('is what may be done, and nothing else', () => {
    for (const { id, needs } of ACTION_LIST) {
      const deskCase = id === 'take-over' ? { ...others, consultations: [asked] } : held;
      const only = actionsOn(deskCase, (action: CaseAction) => action === needs, false);
      expect(only.map((each) => each.id)).toEqual([id]);
    }
  });

  it('says why what cannot be done now cannot', () => {
    const blocked = (deskCase: DeskCase, isCalling: boolean) =>
      offered(deskCase, isCalling).flatMap((each) => (each.blocked ? [[each.id, each.blocked.en]] : []));
    expect(blocked(held, false)).toEqual([]);
    expect(blocked(held, true)).toEqual([['call', 'A call is going on already.']]);
    expect(blocked({ ...held, result: null }, false)).toEqual([
      ['advice', 'The triage gave no advice in this case.'],
    ]);
  });

  it('stands in the bar while there is room, and else in its menu: nothing is left out', () => {
    const all = offered(held);
    for (const [room, most] of [
      ['wide', 5],
      ['middle', 4],
      ['narrow', 3],
    ] as const) {
      const [shown, folded] = inTheBar(all, room);
      expect(shown).toHaveLength(most);
      expect(new Set([...shown, ...folded])).toEqual(new Set(all));
    }
  });

  it('is not folded when it is the only thing', () => {
    const [shown, folded] = inTheBar(offered(waiting), 'narrow');
    expect([shown.length, folded.length]).toEqual([1, 0]);
  });

  it('has keys that nothing else has', () => {
    const keys = [...Object.values(SHORTCUTS).flat(), ...ACTION_LIST.flatMap(({ key }) => key?.letter ?? [])];
    expect(new Set(keys).size).toBe(keys.length);
    for (const { key } of ACTION_LIST) expect(key?.letter ?? 'a').toMatch(/^[a-z]$/);
  });

  it('says everything in both languages, without shouting', () => {
    for (const { label, key } of ACTION_LIST)
      for (const said of [label, ...(key ? [key.does] : [])].flatMap(({ sv, en }) => [sv, en]))
        expect(said).toMatch(/^[^!.]+$/);
  });
});

/** An action of which something was forgotten does not compile. */
function forgotten(): StaffAction[] {
  const { label, Dialog, needs, ...rest } = STAFF_ACTIONS.ticket;
  return [
    // @ts-expect-error no dialog
    { ...rest, label, needs },
    // @ts-expect-error no words
    { ...rest, Dialog, needs },
    // @ts-expect-error no permission
    { ...rest, label, Dialog },
    // @ts-expect-error one language only
    { ...rest, needs, Dialog, label: { sv: 'Ge' } },
    // @ts-expect-error a permission that no table knows
    { ...rest, label, Dialog, needs: 'give-everything' },
  ];
}
void forgotten;
