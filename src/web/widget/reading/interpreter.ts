import { useEffect } from 'react';
import type { ResidentCase, SpokenLanguage } from '../../../contracts/index.js';
import { keepTrying } from '../../api/keep-trying.js';
import type { Store } from '../../api/storage.js';
import { useWidget } from '../widget.js';

const KEY = 'interpreter';

/** The language that somebody here asked an interpreter for; it goes with what they write until they sign out. */
export function keptInterpreter(store: Store): SpokenLanguage | null {
  return store.get<SpokenLanguage>(KEY);
}

export function keepInterpreter(store: Store, language: SpokenLanguage | null): void {
  if (language) store.set(KEY, language);
  else store.remove(KEY);
}

/** Asks for the interpreter in a case that does not have it yet: it was chosen before the case began. */
export function useInterpreter(view: ResidentCase | null, take: (view: ResidentCase) => void): void {
  const { calls, store } = useWidget();
  const caseId = view?.canAskInterpreter && !view.interpreter ? view.id : null;
  useEffect(() => {
    const language = keptInterpreter(store);
    if (!caseId || !language) return;
    const stop = new AbortController();
    keepTrying(() => calls.askInterpreter(caseId, language), { signal: stop.signal }).then(
      (next) => stop.signal.aborted || take(next),
      (error: unknown) => stop.signal.aborted || console.error(error),
    );
    return () => stop.abort();
  }, [calls, store, caseId, take]);
}
