import { tellOnDesktop } from './desktop-notice.js';
import type { DeskSettings } from './settings.js';
import { playArrival } from './sound.js';

/** Makes itself noticed to whoever does not look at the desk, as they have chosen. The text names nobody. */
export function tellStaff(text: string, { sound, desktop }: Pick<DeskSettings, 'sound' | 'desktop'>): void {
  if (sound) playArrival();
  if (desktop) tellOnDesktop(text);
}
