import type { ProblemCode, RouteName } from '../contracts/index.js';
import type { CallerKind } from '../identity/access-table.js';
import type { DescribedRoute } from './routes-schema.js';

const STAFF: readonly CallerKind[] = ['staff', 'commission', 'manager', 'editor'];

/** Every problem that a route may answer with: its own, and those that follow from what it takes and whom it lets in. */
export function problemsOf(
  route: RouteName,
  { body, query, upload, problems }: Pick<DescribedRoute, 'body' | 'query' | 'upload' | 'problems'>,
  who: readonly CallerKind[],
): ProblemCode[] {
  const changes = !route.startsWith('GET ');
  const found = new Set<ProblemCode>([...problems, 'internal', 'database-away']);
  if (changes || query || route.includes(':')) found.add('bad-input');
  if (route.includes(':')) found.add('not-found');
  if (body || upload || changes) found.add('too-large');
  if (!who.includes('anyone')) {
    for (const code of ['not-signed-in', 'session-expired', 'not-allowed'] as const) found.add(code);
    if (changes && STAFF.some((kind) => who.includes(kind))) found.add('wrong-csrf-token');
  }
  return [...found].sort();
}
