import { useCallback, useMemo, useSyncExternalStore } from 'react';

const UUID = /^#\/(case|consultation|caller)\/([0-9a-f-]{36})$/i;
const CALLER = '#/caller';
const SEARCH = '#/search';

/**
 * What is shown beside the queue: a case, a consultation with its case, a search, or a case that is opened for somebody
 * who rings. Until there is one its id is null.
 */
export type Shown =
  | { kind: 'case' | 'consultation'; id: string }
  | { kind: 'caller'; id: string | null }
  | { kind: 'search'; id: null };

function shownNow(): string {
  return window.location.hash;
}

function onHashChange(tell: () => void): () => void {
  window.addEventListener('hashchange', tell);
  return () => window.removeEventListener('hashchange', tell);
}

/** The address of a case within the desk. */
export function caseAddress(caseId: string): string {
  return `#/case/${caseId}`;
}

/** The address of the questions of a case that was opened for somebody who rings. */
export function callerAddress(caseId: string): string {
  return `${CALLER}/${caseId}`;
}

/** The address of a consultation within the desk. */
export function consultationAddress(consultationId: string): string {
  return `#/consultation/${consultationId}`;
}

/** The address of what is shown. */
function addressOf(shown: Shown): string {
  if (shown.kind === 'caller') return shown.id ? callerAddress(shown.id) : CALLER;
  if (shown.kind === 'search') return SEARCH;
  return shown.kind === 'case' ? caseAddress(shown.id) : consultationAddress(shown.id);
}

/** What an address shows; null when it shows nothing. */
export function shownAt(hash: string): Shown | null {
  const [, kind, id] = UUID.exec(hash) ?? [];
  if (hash === CALLER) return { kind: 'caller', id: null };
  if (hash === SEARCH) return { kind: 'search', id: null };
  return kind && id ? { kind: kind as 'case' | 'consultation' | 'caller', id } : null;
}

/** What is shown, kept in the address so that reload, back and a copied link work. */
export function useShownCase(): [Shown | null, (shown: Shown | null) => void] {
  const hash = useSyncExternalStore(onHashChange, shownNow);
  const shown = useMemo(() => shownAt(hash), [hash]);
  const show = useCallback((next: Shown | null) => {
    const address = next ? addressOf(next) : '';
    if (address !== shownNow()) window.location.hash = address;
  }, []);
  return [shown, show];
}
