import { useEffect } from 'react';
import { type InBackground, reportInBackground } from './frame.js';

const said: Record<InBackground, string | null> = { ringing: null, ending: null, news: null };
/** The title that the page gives itself, while it says something else. */
let own: string | null = null;

/** Says in the tab's title, and in that of the page around us, that somebody calls, or else what comes next. */
export function sayInTitle(what: InBackground, text: string | null): void {
  if (said[what] === text) return;
  said[what] = text;
  own ??= document.title;
  const shown = said.ringing ?? said.ending ?? said.news;
  document.title = shown ?? own;
  if (shown === null) own = null;
  reportInBackground({
    ringing: said.ringing !== null,
    ending: said.ending !== null,
    news: said.news !== null,
  });
}

/** Says it for as long as there is something to say and the page is in the background; without names, as others see it. */
export function useSaidInTitle(what: InBackground, text: string | null): void {
  useEffect(() => {
    if (text === null) return;
    const look = () => sayInTitle(what, document.hidden ? text : null);
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      sayInTitle(what, null);
    };
  }, [what, text]);
}
