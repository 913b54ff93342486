import type { CaseAction, DeskCase } from '../../../contracts/index.js';
import { openForMe } from '../consult/open-for-me.js';

/** What the reader may do with a case that they hold, are consulted about, or that waits at their unit. */
export function mayOn(deskCase: DeskCase, isLost: boolean): (action: CaseAction) => boolean {
  const isHolder = deskCase.mine && deskCase.state === 'held' && !isLost;
  return (action) => {
    if (isHolder) return action !== 'take-over';
    if (openForMe(deskCase)) return action === 'take-over';
    return action === 'transfer' && deskCase.state === 'waiting' && deskCase.relation === 'unit';
  };
}
