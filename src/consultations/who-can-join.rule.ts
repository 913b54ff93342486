/** Why a colleague cannot be brought into a chat. */
export type InviteFault = 'unknown' | 'oneself' | 'elsewhere' | 'off-duty';

/** A colleague as the rule sees them. */
export interface InvitedColleague {
  staffId: string;
  unitId: string;
  isOnDuty: boolean;
}

/** A colleague other than the holder can join, with an open desk, at the holder's or a consulted unit. */
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
