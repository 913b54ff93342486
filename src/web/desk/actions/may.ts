import type { CaseAction, DeskCase } from '../../../contracts/index.js';

/** Whether the reader may do something with a case, as the server says; nothing once it can no longer be followed. */
export function mayOn({ may }: Pick<DeskCase, 'may'>, isLost: boolean): (action: CaseAction) => boolean {
  return (action) => !isLost && may.includes(action);
}
