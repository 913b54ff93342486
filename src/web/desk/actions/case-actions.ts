import type { DeskCase } from '../../../contracts/index.js';
import { openForMe } from '../consult/open-for-me.js';
import type { IconName } from '../shared/icons.js';
import type { Shortcut } from '../shared/shortcuts.js';

interface Described {
  action: string;
  shortcut: Shortcut;
  icon: IconName;
  label: string;
}

const ACTIONS = [
  { action: 'call', shortcut: 'call', icon: 'phone', label: 'call' },
  { action: 'book', shortcut: 'book', icon: 'calendar', label: 'book' },
  { action: 'consult', shortcut: 'consult', icon: 'consult', label: 'consult' },
  { action: 'transfer', shortcut: 'transfer', icon: 'transfer', label: 'transfer' },
  { action: 'close', shortcut: 'close', icon: 'check', label: 'closeCase' },
  { action: 'urgency', shortcut: 'urgency', icon: 'urgency', label: 'changeUrgency' },
  { action: 'advice', shortcut: 'advice', icon: 'advice', label: 'advice' },
  { action: 'ticket', shortcut: 'ticket', icon: 'ticket', label: 'ticket' },
  { action: 'refer', shortcut: 'refer', icon: 'hospital', label: 'refer' },
  { action: 'join-in', shortcut: 'joinIn', icon: 'addPerson', label: 'joinIn' },
  { action: 'hand-back', shortcut: 'handBack', icon: 'handBack', label: 'handBack' },
  { action: 'take-over', shortcut: 'takeOver', icon: 'takeOver', label: 'takeOver' },
] as const satisfies readonly Described[];
type Known = (typeof ACTIONS)[number];
export type Action = Known['action'];

/** Something one can do with a case, and why not now when it cannot be done. */
export type CaseAction = Known & { blocked: 'blockedCall' | 'blockedAdvice' | null };

/** What staff do all the time stands in the bar; the rest is folded. On a tablet and on a phone there is room for less. */
const IN_THE_BAR: Record<Room, ReadonlySet<Action>> = {
  wide: new Set(['call', 'book', 'consult', 'transfer', 'close', 'take-over']),
  middle: new Set(['call', 'book', 'consult', 'close', 'take-over']),
  narrow: new Set(['call', 'consult', 'close', 'take-over']),
};
export type Room = 'wide' | 'middle' | 'narrow';

/** What one can do with a case that one holds, is consulted about, or that waits at one's unit. */
export function actionsOn(deskCase: DeskCase, mayAct: boolean, isCalling: boolean): CaseAction[] {
  const may = (action: Action): boolean => {
    if (mayAct) return action !== 'take-over';
    if (openForMe(deskCase)) return action === 'take-over';
    return action === 'transfer' && deskCase.state === 'waiting' && deskCase.relation === 'unit';
  };
  const blocked = (action: Action): CaseAction['blocked'] => {
    if (action === 'call' && isCalling) return 'blockedCall';
    return action === 'advice' && deskCase.result === null ? 'blockedAdvice' : null;
  };
  return ACTIONS.filter(({ action }) => may(action)).map((each) => ({
    ...each,
    blocked: blocked(each.action),
  }));
}

/** The actions that stand in the bar, and those that are folded into its menu. */
export function inTheBar(actions: readonly CaseAction[], room: Room): [CaseAction[], CaseAction[]] {
  const stands = ({ action }: CaseAction) => actions.length === 1 || IN_THE_BAR[room].has(action);
  return [actions.filter(stands), actions.filter((each) => !stands(each))];
}
