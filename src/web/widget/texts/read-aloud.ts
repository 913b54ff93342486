import { defineTexts } from '../../i18n/i18n.js';

export const readAloudTexts = defineTexts({
  read: { sv: 'Läs upp', en: 'Read aloud' },
  stop: { sv: 'Sluta läsa', en: 'Stop reading' },
});
