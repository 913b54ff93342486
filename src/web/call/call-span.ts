import type { Language } from '../../contracts/index.js';

/** How long a call took, in words: seconds under a minute, then whole minutes. @param ms milliseconds */
export function callSpan(ms: number, language: Language): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  const minutes = Math.round(seconds / 60);
  const [amount, unit] = seconds < 60 ? [seconds, 'second'] : [minutes, 'minute'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Number(amount));
}
