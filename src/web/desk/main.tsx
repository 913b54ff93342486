import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '../ui/tokens.css';
import { bearTranslation } from '../ui/translated-page.js';
import './desk.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { personAtDesk } from './shared/person.js';

const root = document.getElementById('desk');
if (!root) throw new Error('The page has no element for the desk');
bearTranslation(document);
personAtDesk.follow(window);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
