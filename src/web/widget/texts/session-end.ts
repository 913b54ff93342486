import { defineTexts } from '../../i18n/i18n.js';

export const sessionEndTexts = defineTexts({
  byTime: {
    sv: 'Du loggas ut {when}, av säkerhetsskäl. Logga in igen före dess, så fortsätter du utan avbrott.',
    en: 'You are signed out {when}, for safety. Sign in again before that, and you go on without a break.',
  },
  endingTitle: { sv: 'Du loggas snart ut', en: 'You will soon be signed out' },
  quietTitle: { sv: 'Är du kvar?', en: 'Are you still there?' },
  quietText: {
    sv: 'Ingen har gjort något här på en stund. Du loggas ut {when}. Det du har skrivit finns kvar.',
    en: 'Nobody has done anything here for a while. You are signed out {when}. What you wrote is kept.',
  },
  stillHere: { sv: 'Ja, jag är kvar', en: 'Yes, I am here' },
});
