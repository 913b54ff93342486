import { defineTexts } from '../../i18n/i18n.js';

export const whichTexts = defineTexts({
  whichTitle: { sv: 'Vad stämmer bäst?', en: 'Which fits best?' },
  whichHint: {
    sv: 'Välj det som är värst just nu. Det andra du skrev finns kvar i ärendet.',
    en: 'Choose what is worst right now. The rest of what you wrote stays with the case.',
  },
  noneOfThese: { sv: 'Inget av det här', en: 'None of these' },
  youWrote: { sv: 'Du skrev', en: 'You wrote' },
});
