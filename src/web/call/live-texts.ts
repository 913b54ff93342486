import { defineTexts } from '../i18n/i18n.js';

/** Texts of text that is seen as it is written, at the desk and in the widget. */
export const liveTexts = defineTexts({
  show: { sv: 'Visa medan jag skriver', en: 'Show while I write' },
  seen: {
    sv: '{name} ser det du skriver medan du skriver.',
    en: '{name} sees what you write while you write.',
  },
  unseen: {
    sv: '{name} ser det du skriver först när du skickar.',
    en: '{name} sees what you write only when you send it.',
  },
  held: {
    sv: 'Det som redan stod här ser {name} först när du skickar.',
    en: '{name} sees what was already here only when you send it.',
  },
  showHeld: { sv: 'Visa det nu', en: 'Show it now' },
  troubled: {
    sv: 'Just nu syns det inte medan du skriver. Skicka som vanligt.',
    en: 'Right now it is not seen while you write. Send as usual.',
  },
  writes: { sv: '{name} skriver nu', en: '{name} is writing now' },
  notSent: { sv: 'Inte skickat än', en: 'Not sent yet' },
});
