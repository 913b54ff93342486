import { useCallback, useMemo, useSyncExternalStore } from 'react';

const UUID = /^#\/(case|consultation)\/([0-9a-f-]{36})$/i;

/** What is shown beside the queue: a case, or a consultation with its case. */
export interface Shown {
  kind: 'case' | 'consultation';
  id: string;
}

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

/** The address of a consultation within the desk. */
export function consultationAddress(consultationId: string): string {
  return `#/consultation/${consultationId}`;
}

/** What an address shows; null when it shows nothing. */
export function shownAt(hash: string): Shown | null {
  const [, kind, id] = UUID.exec(hash) ?? [];
  return kind && id ? { kind: kind as Shown['kind'], id } : null;
}

/** What is shown, kept in the address so that reload, back and a copied link work. */
export function useShownCase(): [Shown | null, (shown: Shown | null) => void] {
  const hash = useSyncExternalStore(onHashChange, shownNow);
  const shown = useMemo(() => shownAt(hash), [hash]);
  const show = useCallback((next: Shown | null) => {
    const address = !next ? '' : next.kind === 'case' ? caseAddress(next.id) : consultationAddress(next.id);
    if (address !== shownNow()) window.location.hash = address;
  }, []);
  return [shown, show];
}
