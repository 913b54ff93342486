import { defineTexts } from '../../i18n/i18n.js';

export const notReachedTexts = defineTexts({
  notReached: {
    sv: 'Vi når dig inte. Det vi skickar hit kommer inte fram:',
    en: 'We do not reach you. What we send here does not arrive:',
  },
  notReachedBy: {
    sv: 'Det vi skickar hit kommer inte fram:',
    en: 'What we send here does not arrive:',
  },
  reachedBy: { sv: 'Vi når dig i stället med {ways}.', en: 'We reach you by {ways} instead.' },
  by_email: { sv: 'e-post', en: 'e-mail' },
  by_sms: { sv: 'sms', en: 'SMS' },
  by_push: { sv: 'notis i webbläsaren', en: 'a notice in the browser' },
  mend: { sv: 'Ändra hur vi når dig', en: 'Change how we reach you' },
});
