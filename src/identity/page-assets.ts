/** The style of the sign-in pages: only the product's colours and type (see src/web/ui/tokens.css). */
export const PAGE_CSS = `:root {
  color-scheme: light dark;
  --ground: #f6f4f1; --surface: #ffffff; --text: #22201d; --quiet: #5a554f; --line: #7d766d;
  --brand: #0b5c6b; --brand-soft: #e2eef0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #191817; --surface: #23211f; --text: #f2efeb; --quiet: #bdb6ad; --line: #938b81;
    --brand: #7fc9d6; --brand-soft: #173940;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--text);
  font: 1.0625rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
header, main, footer { max-width: 42rem; margin: 0 auto; padding: 0 1rem; overflow-wrap: anywhere; }
.brand { margin: 0; padding: 1rem 0 0; color: var(--brand); font-weight: 650; font-size: 1.25rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 1.5rem 0 1rem; }
h2 { font-size: 1.25rem; line-height: 1.25; margin: 2rem 0 0.5rem; }
.en { display: block; color: var(--quiet); font-size: 0.875rem; font-weight: 400; }
h1 .en { font-size: 1.0625rem; }
a { color: var(--brand); }
footer { margin-top: 3rem; margin-bottom: 2rem; color: var(--quiet); font-size: 0.875rem; }
ul { list-style: none; margin: 0; padding: 0; }
li { margin: 0 0 0.5rem; }
button, .button {
  display: block; width: 100%; min-height: 3.25rem; padding: 0.5rem 1rem; text-align: start; cursor: pointer;
  font: inherit; color: var(--text); text-decoration: none;
  background: var(--surface); border: 1px solid var(--line); border-radius: 0.625rem;
}
button:hover, .button:hover { background: var(--brand-soft); border-color: var(--brand); }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; }
button strong { font-weight: 650; }
.leave { margin-top: 2rem; }
.leave button { text-align: center; }
`;

/**
 * Hands the one-time code to the frame that asked for the sign-in: to the window that opened this one and,
 * where the provider's pages break that link, over a channel of our own origin. Then the window closes, once the
 * frame has said that it has taken the code; if it says nothing soon, what to do instead is told.
 */
export const HAND_OVER_JS = `'use strict';
const root = document.body.querySelector('[data-code]');
const { code, challenge } = root.dataset;
const notTaken = root.querySelector('[data-not-taken]');
const message = { type: 'slussen:signed-in', code, challenge };
const hear = ({ origin, data }) => {
  if (origin !== window.location.origin || !data) return;
  if (data.type !== 'slussen:taken' || data.challenge !== challenge) return;
  notTaken.hidden = true;
  root.querySelector('[data-taken]').hidden = false;
  window.close();
};
window.addEventListener('message', hear);
const channel = new BroadcastChannel('slussen:signed-in');
channel.addEventListener('message', hear);
channel.postMessage(message);
if (window.opener) window.opener.postMessage(message, window.location.origin);
notTaken.hidden = true;
window.setTimeout(() => {
  notTaken.hidden = !root.querySelector('[data-taken]').hidden;
}, 4000);
`;
