import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { InformationPageName, Language, RegionView, ResidentCase } from '../../contracts/index.js';
import type { ServerClock } from '../api/server-clock.js';
import type { Store } from '../api/storage.js';
import type { DraftLanguage } from '../i18n/draft-language.js';
import { type Texts, translator } from '../i18n/i18n.js';
import { timeTexts } from '../i18n/time-texts.js';
import type { CaseCalls } from './case-calls.js';
import type { SessionKeeper } from './session.js';
import type { Signal } from './signal.js';
import { commonTexts } from './texts/common.js';
import type { Trouble } from './trouble.js';

/** Where the resident is. Kept in storage, so that a reload continues at the same place. */
export type Place =
  | { name: 'start' }
  | { name: 'case'; caseId: string }
  | { name: 'cases' }
  | { name: 'access-log'; caseId?: string }
  /** One case as a document: to read, print and share. */
  | { name: 'record'; caseId: string }
  /** A code that takes a case to another device, and where such a code is typed in. */
  | { name: 'carry'; caseId: string }
  | { name: 'enter-code' }
  | { name: 'contact' }
  /** Languages and the size of texts, and where one was before. */
  | { name: 'reading'; back: Place }
  /** What the region tells, and where one was before. */
  | { name: 'about'; page: InformationPageName; back: Place };

/** What every view may use. */
export interface Widget {
  calls: CaseCalls;
  session: SessionKeeper;
  store: Store;
  clock: ServerClock;
  trouble: Trouble;
  /** The case on the screen turned out to be older than the server's. */
  stale: Signal;
  region: RegionView | null;
  unit: string | null;
  language: Language;
  setLanguage: (language: Language) => void;
  /** Another language over it, as far as it has the texts. */
  draft: DraftLanguage | null;
  setDraft: (draft: DraftLanguage | null) => void;
  place: Place;
  go: (place: Place) => void;
  /** Whether the resident has done anything since the page opened: before that, nothing takes the focus. */
  acted: () => boolean;
  /** The case on the screen as last heard, for a view that comes before it is fetched again. */
  fresh: (view: ResidentCase) => void;
}

export const WidgetContext = createContext<Widget | null>(null);

export function useWidget(): Widget {
  const widget = useContext(WidgetContext);
  if (!widget) throw new Error('A widget view stands outside the widget');
  return widget;
}

/** The texts of a view in the chosen language. */
export function useTexts<T extends Texts>(texts: T) {
  const { language, draft } = useWidget();
  return useMemo(() => translator(texts, language, draft), [texts, language, draft]);
}

export function useCommon() {
  return useTexts(commonTexts);
}

export function useTime() {
  const { language, clock } = useWidget();
  return useMemo(() => timeTexts(language, () => clock.now()), [language, clock]);
}

export function useSession() {
  const { session } = useWidget();
  return useSyncExternalStore(session.subscribe, session.getState);
}

/** The number to call instead, as the region has it. */
export function usePhone(): string {
  return useWidget().region?.hotlinePhone ?? '1177';
}
