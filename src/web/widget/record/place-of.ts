import type { ResidentCase } from '../../../contracts/index.js';

/** Where the advice that stands sends the patient; null where it sends them nowhere. */
export function placeOf({
  advice,
  emergencyDepartment,
}: ResidentCase): { name: string; address: string; phone: string | null } | null {
  if (advice?.standing?.outcome !== 'emergency-department') return null;
  const { referral } = advice.standing;
  return referral ? { ...referral, name: referral.unit.name } : emergencyDepartment;
}
