import { defineTexts } from '../../i18n/i18n.js';

/** Where no case can be begun. */
export const notOpenTexts = defineTexts({
  title: { sv: 'Det går inte att skriva till oss här än', en: 'It is not possible to write to us here yet' },
  why: {
    sv: 'Frågorna som behövs är inte granskade av vården. Ring i stället, så får du hjälp.',
    en: 'The questions that are needed have not been reviewed by health care. Call instead, and you will get help.',
  },
  emergency: { sv: 'Vid fara för livet', en: 'When life is in danger' },
  advice: { sv: 'Råd om vård, dygnet runt', en: 'Advice on care, day and night' },
  notSent: {
    sv: 'Det här skrev du. Ingen har läst det, och det är inte skickat.',
    en: 'This is what you wrote. Nobody has read it, and it is not sent.',
  },
});
