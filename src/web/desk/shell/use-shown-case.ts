import { useCallback, useSyncExternalStore } from 'react';

const UUID = /^#\/case\/([0-9a-f-]{36})$/i;

function shownNow(): string | null {
  return UUID.exec(window.location.hash)?.[1] ?? null;
}

function onHashChange(tell: () => void): () => void {
  window.addEventListener('hashchange', tell);
  return () => window.removeEventListener('hashchange', tell);
}

/** The address of a case within the desk. */
export function caseAddress(caseId: string): string {
  return `#/case/${caseId}`;
}

/** Which case is shown, kept in the address so that reload, back and a copied link work. */
export function useShownCase(): [string | null, (caseId: string | null) => void] {
  const shown = useSyncExternalStore(onHashChange, shownNow);
  const show = useCallback((caseId: string | null) => {
    if (caseId !== shownNow()) window.location.hash = caseId ? caseAddress(caseId) : '';
  }, []);
  return [shown, show];
}
