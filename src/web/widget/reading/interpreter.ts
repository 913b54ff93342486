import { useEffect } from 'react';
import type { ResidentCase, SpokenLanguage } from '../../../contracts/index.js';
import { keepTrying } from '../../api/keep-trying.js';
import type { Store } from '../../api/storage.js';
import { useWidget } from '../widget.js';

const KEY = 'interpreter';
/** The cases that know of the choice that is kept: there it may be changed from another device. */
const KNOWN_IN = 'interpreter-known-in';

/** The language that somebody here asked an interpreter for; it goes with what they write until they sign out. */
export function keptInterpreter(store: Store): SpokenLanguage | null {
  return store.get<SpokenLanguage>(KEY);
}

export function keepInterpreter(store: Store, language: SpokenLanguage | null): void {
  if (language) store.set(KEY, language);
  else store.remove(KEY);
  store.remove(KNOWN_IN);
}

/** Keeps that a case knows of the choice, so that it is not asked for there again by itself. */
export function keepKnown(store: Store, caseId: string): void {
  const known = store.get<string[]>(KNOWN_IN) ?? [];
  if (!known.includes(caseId)) store.set(KNOWN_IN, [...known, caseId]);
}

type Asked = Pick<ResidentCase, 'id' | 'interpreter' | 'canAskInterpreter'>;

/** The language that a case is still to be told of; null where it was, whatever was chosen there since. */
export function interpreterToAsk(store: Store, view: Asked): SpokenLanguage | null {
  const isKnown = view.interpreter !== null || store.get<string[]>(KNOWN_IN)?.includes(view.id);
  return view.canAskInterpreter && !isKnown ? keptInterpreter(store) : null;
}

/** Asks for the interpreter in a case that does not have it yet: it was chosen before the case began. */
export function useInterpreter(view: ResidentCase | null, take: (view: ResidentCase) => void): void {
  const { calls, store } = useWidget();
  const caseId = view?.id;
  const has = view?.interpreter ?? null;
  const language = view && interpreterToAsk(store, view);
  useEffect(() => {
    if (caseId && has) keepKnown(store, caseId);
    if (!caseId || !language) return;
    const stop = new AbortController();
    keepTrying(() => calls.askInterpreter(caseId, language), { signal: stop.signal }).then(
      (next) => stop.signal.aborted || take(next),
      (error: unknown) => stop.signal.aborted || console.error(error),
    );
    return () => stop.abort();
  }, [calls, store, caseId, has, language, take]);
}
