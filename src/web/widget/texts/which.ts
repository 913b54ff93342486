import { defineTexts } from '../../i18n/i18n.js';

export const whichTexts = defineTexts({
  whichTitle: { sv: 'Vad stämmer bäst?', en: 'Which fits best?' },
  whichHint: {
    sv: 'Välj det som är värst just nu. Det andra du skrev finns kvar i ärendet.',
    en: 'Choose what is worst right now. The rest of what you wrote stays with the case.',
  },
  offeredTitle: { sv: 'Är det något av det här?', en: 'Is it one of these?' },
  offeredHint: {
    sv: 'Välj det som passar bäst, så blir frågorna rätt. Det du redan har svarat finns kvar.',
    en: 'Choose what fits best, so that the questions are the right ones. What you have answered is kept.',
  },
  goOnHere: { sv: 'Fortsätt med frågorna här', en: 'Go on with the questions here' },
  noneOfThese: { sv: 'Inget av det här', en: 'None of these' },
  youWrote: { sv: 'Du skrev', en: 'You wrote' },
});
