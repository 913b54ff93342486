import { defineTexts } from '../../i18n/i18n.js';

export const notReachedTexts = defineTexts({
  notReached: {
    sv: 'Vi når dig inte. Det vi skickar hit kommer inte fram:',
    en: 'We do not reach you. What we send here does not arrive:',
  },
  mend: { sv: 'Ändra hur vi når dig', en: 'Change how we reach you' },
});
