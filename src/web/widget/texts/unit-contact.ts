import { defineTexts } from '../../i18n/i18n.js';

export const unitContactTexts = defineTexts({
  phone: { sv: 'Telefon', en: 'Telephone' },
  hours: { sv: 'Öppettider', en: 'Opening hours' },
  always: { sv: 'Öppet dygnet runt', en: 'Open around the clock' },
  openTo: { sv: 'Öppet nu till {when}', en: 'Open now until {when}' },
  opens: { sv: 'Stängt nu, öppnar {when}', en: 'Closed now, opens {when}' },
});
