import { createRoot } from 'react-dom/client';
import { createApi, ownProblem } from '../api/api.js';
import { serverClock } from '../api/server-clock.js';
import { browserStore } from '../api/storage.js';
import '../ui/tokens.css';
import { App } from './app.js';
import { caseCalls } from './case-calls.js';
import { SessionKeeper } from './session.js';
import './styles/base.css';
import './styles/controls.css';
import './styles/parts.css';
import './styles/start.css';

const store = browserStore();
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
const root = document.getElementById('root');
if (!root) throw new Error('The page has no element for the widget');
createRoot(root).render(
  <App
    calls={caseCalls(api, open)}
    session={session}
    store={store}
    clock={clock}
    unit={asked.get('unit')}
    language={asked.get('lang') === 'en' ? 'en' : 'sv'}
  />,
);
