import { type InBackground, reportInBackground } from './frame.js';

const said: Record<InBackground, string | null> = { ringing: null, news: null };
/** The title that the page gives itself, while it says something else. */
let own: string | null = null;

/** Says in the tab's title, and in that of the page around us, that somebody calls, or else that there is news. */
export function sayInTitle(what: InBackground, text: string | null): void {
  if (said[what] === text) return;
  said[what] = text;
  own ??= document.title;
  const shown = said.ringing ?? said.news;
  document.title = shown ?? own;
  if (shown === null) own = null;
  reportInBackground({ ringing: said.ringing !== null, news: said.news !== null });
}
