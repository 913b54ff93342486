import type { Manages } from '../contracts/index.js';

/** Whether a manager may change that unit: heads of unit may change their own, the region's managers every unit. */
export function mayManage(manager: { manages: Manages | null; unitId: string }, unitId: string): boolean {
  return manager.manages === 'region' || (manager.manages === 'unit' && manager.unitId === unitId);
}
