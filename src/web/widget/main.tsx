import { createRoot } from 'react-dom/client';
import { createApi, ownProblem } from '../api/api.js';
import { serverClock } from '../api/server-clock.js';
import { browserStore } from '../api/storage.js';
import '../ui/tokens.css';
import { bearTranslation } from '../ui/translated-page.js';
import { App } from './app.js';
import { caseCalls } from './case-calls.js';
import { followLeaving } from './left-behind.js';
import { SessionKeeper } from './session.js';
import type { Place } from './widget.js';
import './styles/base.css';
import './styles/controls.css';
import './styles/parts.css';
import './styles/start.css';

const store = browserStore();
// No module waits for this: the code that comes later would wait for it too.
void followLeaving(
  store,
  browserStore(() => window.sessionStorage),
  navigator.locks,
).then(begin);

function begin(): void {
  const clock = serverClock();
  const session = new SessionKeeper({ store, clock, locks: navigator.locks });
  session.follow(window);

  const api = createApi({
    credentials: 'omit',
    authorise: async () => {
      if (session.getState().status === 'ended') throw ownProblem('internal', 'The session has ended', 401);
      await session.open();
      return { authorization: `Bearer ${session.token ?? ''}` };
    },
    renew: () => session.renew(),
  });

  // The region is open to anyone; asking for it makes no session.
  const open = createApi({ credentials: 'omit', authorise: () => ({}) });

  const asked = new URLSearchParams(window.location.search);
  const linked = placeOf(asked);
  // A reload goes on where the resident is by then.
  if (linked) window.history.replaceState(null, '', window.location.pathname);

  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element for the widget');
  bearTranslation(document);
  createRoot(root).render(
    <App
      calls={caseCalls(api, open)}
      session={session}
      store={store}
      clock={clock}
      unit={asked.get('unit')}
      linked={linked}
      language={asked.get('lang') === 'en' ? 'en' : 'sv'}
    />,
  );
}

/** Where the address leads. */
function placeOf(query: URLSearchParams): Place | null {
  const caseId = query.get('case')?.toLowerCase();
  if (caseId && /^[0-9a-f-]{36}$/.test(caseId)) return { name: 'case', caseId };
  return query.get('to') === 'contact' ? { name: 'contact' } : null;
}
