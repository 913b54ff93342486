import { defineTexts } from '../../i18n/i18n.js';

export const menuTexts = defineTexts({
  myCases: { sv: 'Mina ärenden', en: 'My cases' },
  whoRead: { sv: 'Vem har läst mina ärenden?', en: 'Who has read my cases?' },
  howReached: { sv: 'Så når vi dig', en: 'How we reach you' },
  reading: { sv: 'Språk och läsning', en: 'Language and reading' },
  privacy: { sv: 'Dina uppgifter', en: 'Your information' },
  accessibility: { sv: 'Tillgänglighet', en: 'Accessibility' },
  help: { sv: 'Hjälp och kontakt', en: 'Help and contact' },
  signIn: { sv: 'Logga in', en: 'Sign in' },
  signedInAs: { sv: 'Inloggad som {name}', en: 'Signed in as {name}' },
});
