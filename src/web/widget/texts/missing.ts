import { defineTexts } from '../../i18n/i18n.js';

/** Where a case cannot be shown to whoever is here. */
export const missingTexts = defineTexts({
  caseSignIn: {
    sv: 'Logga in för att läsa i ditt ärende.',
    en: 'Sign in to read in your case.',
  },
  caseMissing: {
    sv: 'Ärendet går inte att öppna här. Om du var inloggad när du skrev det, logga in igen.',
    en: 'This case cannot be opened here. If you were signed in when you wrote it, sign in again.',
  },
});
