import { defineTexts } from '../../i18n/i18n.js';

export const aboutTexts = defineTexts({
  updated: { sv: 'Uppdaterad {date}', en: 'Updated {date}' },
  back: { sv: 'Tillbaka', en: 'Back' },
});
