import { defineTexts } from '../../i18n/i18n.js';

/** How a case ended. */
export const closedTexts = defineTexts({
  'closed-advice-given': { sv: 'Du fick råd.', en: 'You were given advice.' },
  'closed-booked': { sv: 'Du fick en tid.', en: 'You were given a time.' },
  'closed-referred': { sv: 'Du hänvisades vidare.', en: 'You were referred on.' },
  'closed-prescription-renewed': { sv: 'Ditt recept förnyades.', en: 'Your prescription was renewed.' },
  'closed-administrative-done': { sv: 'Det du bad om är ordnat.', en: 'What you asked for is done.' },
  'closed-no-answer': { sv: 'Vi fick inget svar från dig.', en: 'We did not get an answer from you.' },
  'closed-other': { sv: 'Ärendet är klart.', en: 'The case is done.' },
  'closed-self-care': {
    sv: 'Du fick råd om vad du kan göra själv.',
    en: 'You were given advice on what you can do yourself.',
  },
  'closed-emergency-call': { sv: 'Du fick rådet att ringa 112.', en: 'You were advised to call 112.' },
  'closed-emergency-department': {
    sv: 'Du fick rådet att åka till akutmottagningen.',
    en: 'You were advised to go to the emergency department.',
  },
  'closed-withdrawn': { sv: 'Du tog tillbaka ärendet.', en: 'You withdrew the case.' },
  'closed-visit': { sv: 'Du har haft din tid.', en: 'You have had your visit.' },
  'closed-abandoned': {
    sv: 'Ärendet avslutades för att det inte fortsatte.',
    en: 'The case was closed because it did not go on.',
  },
});
