import type { BilingualText, CaseAction, DeskCase } from '../../../contracts/index.js';
import { ACTION_LIST } from './registry.js';
import type { Room } from './staff-action.js';

/** An action that is offered, and why it cannot be done now, when it cannot. */
export type OfferedAction = Omit<(typeof ACTION_LIST)[number], 'blocked'> & { blocked: BilingualText | null };

/** The actions offered to the reader on a case, among those they may take. */
export function actionsOn(
  deskCase: DeskCase,
  may: (action: CaseAction) => boolean,
  isCalling: boolean,
): OfferedAction[] {
  return ACTION_LIST.filter(({ needs, isOffered }) => may(needs) && isOffered?.(deskCase) !== false).map(
    (action) => ({
      ...action,
      blocked: action.blocked?.(deskCase, isCalling) ?? null,
    }),
  );
}

/** The actions that stand in the bar, and those that are folded into its menu. */
export function inTheBar(actions: readonly OfferedAction[], room: Room): [OfferedAction[], OfferedAction[]] {
  const stands = ({ inBar }: OfferedAction) => actions.length === 1 || inBar.includes(room);
  return [actions.filter(stands), actions.filter((each) => !stands(each))];
}
