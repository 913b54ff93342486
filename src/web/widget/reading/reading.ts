import type { Store } from '../../api/storage.js';
import type { DraftLanguage } from '../../i18n/draft-language.js';
import '../styles/reading.css';

/** How this browser's pages are read; a setting of the device, not of a person. */
export interface Reading {
  /** A language over Swedish or English. */
  draft: keyof typeof DRAFTS | null;
  /** Per cent of the browser's own size. */
  size: (typeof SIZES)[number];
}

export const SIZES = [100, 125, 150] as const;

/** Languages that are drafts: each by its own name, and its texts when they are asked for. */
export const DRAFTS = {
  ar: { own: 'العربية', load: () => import('./arabic.js').then(({ ARABIC }) => ARABIC) },
} as const;

export function readingOf(store: Store): Reading {
  const kept = store.get<Partial<Reading>>('reading') ?? {};
  return {
    draft: kept.draft && Object.hasOwn(DRAFTS, kept.draft) ? kept.draft : null,
    size: SIZES.find((size) => size === kept.size) ?? 100,
  };
}

/** Has the page read as it was chosen. */
export async function apply(store: Store, setDraft: (draft: DraftLanguage | null) => void): Promise<void> {
  const { draft, size } = readingOf(store);
  document.documentElement.style.fontSize = size === 100 ? '' : `${size}%`;
  setDraft(draft ? await DRAFTS[draft].load() : null);
}
