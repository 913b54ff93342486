import { defineTexts } from '../../i18n/i18n.js';

export const signOutTexts = defineTexts({
  title: { sv: 'Allt är inte skickat', en: 'Not everything is sent' },
  text: {
    sv: 'Något som du har skrivit eller svarat är inte skickat än, och vi försöker fortfarande. Om du loggar ut nu försvinner det.',
    en: 'Something that you wrote or answered is not sent yet, and we are still trying. If you sign out now it is lost.',
  },
  stay: { sv: 'Stanna kvar', en: 'Stay' },
  leave: { sv: 'Logga ut ändå', en: 'Sign out anyway' },
});
