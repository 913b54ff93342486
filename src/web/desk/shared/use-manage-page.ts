import { useSyncExternalStore } from 'react';

/** Pages about a unit, for managers; a new one has its texts and its part in `manage/`. */
export const MANAGE_PAGES = ['hours', 'staff', 'policy', 'simulation', 'visits'] as const;
export type ManagePage = (typeof MANAGE_PAGES)[number];

const ADDRESS = /^#\/unit\/([a-z]+)(?:\/([0-9a-f-]{36}))?$/;

function onHashChange(tell: () => void): () => void {
  window.addEventListener('hashchange', tell);
  return () => window.removeEventListener('hashchange', tell);
}

/** The address of a page about a unit within the desk; without a unit it is about one's own. */
export function manageAddress(page: ManagePage, unitId?: string): string {
  return unitId ? `#/unit/${page}/${unitId}` : `#/unit/${page}`;
}

/** Which of the managers' pages the address names; null on the page of cases. */
export function useManagePage(): { page: ManagePage; unitId: string | null } | null {
  const hash = useSyncExternalStore(onHashChange, () => window.location.hash);
  const [, name, unitId = null] = ADDRESS.exec(hash) ?? [];
  const page = MANAGE_PAGES.find((each) => each === name);
  return page ? { page, unitId } : null;
}
