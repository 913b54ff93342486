/** Why a colleague cannot be brought into a chat. */
export type InviteFault = 'unknown' | 'oneself' | 'elsewhere' | 'off-duty';

/** A colleague as the rule knows them. */
export interface InvitedColleague {
  staffId: string;
  unitId: string;
  isOnDuty: boolean;
}

/** Who can be brought in: somebody else, with an open desk, at the holder's own unit or at one that is consulted. */
export function faultOfInviting(
  colleague: InvitedColleague | null,
  holder: { staffId: string; unitId: string },
  consultedUnitIds: readonly string[],
): InviteFault | null {
  if (!colleague) return 'unknown';
  if (colleague.staffId === holder.staffId) return 'oneself';
  if (colleague.unitId !== holder.unitId && !consultedUnitIds.includes(colleague.unitId)) return 'elsewhere';
  return colleague.isOnDuty ? null : 'off-duty';
}
