import { useEffect, useRef, useState } from 'react';
import { SPOKEN_LANGUAGE_NAMES, SPOKEN_LANGUAGES, type SpokenLanguage } from '../../../contracts/index.js';
import { ProblemError } from '../../api/api.js';
import { keepTrying } from '../../api/keep-trying.js';
import { readingTexts } from '../texts/reading.js';
import { useTexts, useWidget } from '../widget.js';
import { interpreterToAsk, keepInterpreter, keepKnown, keptInterpreter } from './interpreter.js';

/** What is being told now, also by a page that was left: a later choice stands. */
let latest: AbortController | null = null;

/** Which language an interpreter is asked for, from now on and in the case that one came from. */
export function InterpreterField({ caseId }: { caseId: string | null }) {
  const { calls, store } = useWidget();
  const { t, text } = useTexts(readingTexts);
  const [chosen, setChosen] = useState(() => keptInterpreter(store));
  const [told, setTold] = useState<'telling' | 'told' | 'refused' | null>(null);
  const isTouched = useRef(false);
  useEffect(() => {
    if (!caseId) return;
    const stop = new AbortController();
    keepTrying(() => calls.one(caseId), { signal: stop.signal }).then(
      (view) => {
        // What the case says counts: it may have been chosen on another device.
        if (!stop.signal.aborted && !isTouched.current && view.canAskInterpreter)
          setChosen(view.interpreter ?? interpreterToAsk(store, view));
      },
      (error: unknown) => stop.signal.aborted || console.error(error),
    );
    return () => stop.abort();
  }, [calls, store, caseId]);
  /** Goes on when this page is left: whoever helps is to know. */
  const tell = (language: SpokenLanguage | null) => {
    if (!caseId) return;
    latest?.abort();
    const mine = new AbortController();
    latest = mine;
    const say = (now: typeof told) => mine.signal.aborted || setTold(now);
    say('telling');
    keepTrying(() => calls.askInterpreter(caseId, language), { signal: mine.signal }).then(
      () => {
        if (!mine.signal.aborted) keepKnown(store, caseId);
        say('told');
      },
      (error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
        say('refused');
      },
    );
  };
  return (
    <div className="card stack">
      <h2 className="subtitle">{t('interpreter')}</h2>
      <p className="quiet">{t('interpreterHint')}</p>
      <label className="wide-field">
        <span>{t('speak')}</span>
        <select
          className="field"
          value={chosen ?? ''}
          onChange={({ target }) => {
            const language = SPOKEN_LANGUAGES.find((each) => each === target.value) ?? null;
            isTouched.current = true;
            setChosen(language);
            keepInterpreter(store, language);
            tell(language);
          }}
        >
          <option value="">{t('noInterpreter')}</option>
          {SPOKEN_LANGUAGES.map((each) => {
            const { own } = SPOKEN_LANGUAGE_NAMES[each];
            return (
              <option key={each} value={each}>
                {own ? `${own} – ${text(SPOKEN_LANGUAGE_NAMES[each])}` : t('otherLanguage')}
              </option>
            );
          })}
        </select>
      </label>
      <p role="status">{told ? t(told) : ''}</p>
    </div>
  );
}
