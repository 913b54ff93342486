import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares two secrets without telling by its time where they differ. */
export function equalSecrets(a: string, b: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(a), digest(b));
}
