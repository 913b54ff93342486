import { createRoot } from 'react-dom/client';
import { createApi } from '../api/api.js';
import '../ui/tokens.css';
import { bearTranslation } from '../ui/translated-page.js';
import { GuestApp } from './guest-app.js';
import './guest.css';

const api = createApi({ credentials: 'omit', authorise: () => ({}) });
const root = document.getElementById('root');
if (!root) throw new Error('The page has no element for the call');
bearTranslation(document);
createRoot(root).render(<GuestApp api={api} />);
