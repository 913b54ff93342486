import type { Language } from '../contracts/index.js';
import type { Settings } from './environment.js';

/** The origin that people reach us at. */
export function publicOrigin({ PUBLIC_URL, PORT }: Pick<Settings, 'PUBLIC_URL' | 'PORT'>): string {
  return PUBLIC_URL ?? `http://localhost:${PORT}`;
}

/** Opens a case, on any device, after signing in; on its own it shows nothing. */
export function caseAddress(origin: string, caseId: string, language: Language): string {
  return `${origin}/widget/?case=${caseId}&lang=${language}`;
}
