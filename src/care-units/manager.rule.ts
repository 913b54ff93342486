import type { Manages } from '../contracts/index.js';

/** Whether who manages this may change that unit: a head of unit their own, a region's manager every one. */
export function mayManage(manager: { manages: Manages | null; unitId: string }, unitId: string): boolean {
  return manager.manages === 'region' || (manager.manages === 'unit' && manager.unitId === unitId);
}
