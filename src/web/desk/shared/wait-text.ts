import type { WaitEstimate } from '../../../contracts/index.js';
import type { DeskTexts } from '../texts/desk-texts.js';

/** The range of a wait in few letters: "5–20 min", "högst 5 min", "1 tim 10 min–2 tim". */
export function waitText(wait: WaitEstimate, { t, span }: Pick<DeskTexts, 't' | 'span'>): string {
  const from = roundedDown(wait.fromMinutes);
  const to = Math.max(1, roundedUp(wait.toMinutes));
  if (from < 1) return t('waitMost', { to: span(to) });
  if (from === to) return span(to);
  return t('waitRange', { from: to < 60 ? String(from) : span(from), to: span(to) });
}

/** Nobody can tell hours to the minute: whole minutes below an hour, fives below five hours, then half hours. */
function step(minutes: number): number {
  return minutes < 60 ? 1 : minutes < 300 ? 5 : 30;
}

function roundedDown(minutes: number): number {
  return Math.floor(minutes / step(minutes)) * step(minutes);
}

function roundedUp(minutes: number): number {
  return Math.ceil(minutes / step(minutes)) * step(minutes);
}
