import type { Instant, Language } from '../../../contracts/index.js';

/** "torsdag 26 november 2026 14.20": a moment that reads the same on paper years later. */
export function fullDate(at: Instant | Date, language: Language): string {
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB';
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Stockholm', ...options }).format(new Date(at));
  const day = part({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(',', '');
  const clock = part({ hour: '2-digit', minute: '2-digit' });
  return `${day} ${language === 'sv' ? clock.replace(':', '.') : clock}`;
}
