import { defineTexts } from '../../i18n/i18n.js';

/** Texts of the note for the record; the note itself is always in Swedish. */
export const recordTexts = defineTexts({
  recordTitle: { sv: 'Text till journalen', en: 'Text for the record' },
  recordText: {
    sv: 'Ändra det som behövs. Texten som du tar med dig sparas i ärendet, bara för personal.',
    en: 'Change what is needed. The text you take is kept in the case, for staff only.',
  },
  recordField: { sv: 'Journaltext', en: 'Text for the record' },
  recordTooLong: {
    sv: 'Texten är {n} tecken för lång. Korta den.',
    en: 'The text is {n} characters too long. Shorten it.',
  },
  recordEmpty: { sv: 'Det finns ingen text att ta med.', en: 'There is no text to take.' },
  recordCopy: { sv: 'Kopiera texten', en: 'Copy the text' },
  recordPrint: { sv: 'Skriv ut', en: 'Print' },
  recordCopied: {
    sv: 'Texten är kopierad, och sparad i ärendet.',
    en: 'The text is copied, and kept in the case.',
  },
  recordCopyRefused: {
    sv: 'Webbläsaren lät oss inte kopiera. Inget är kopierat. Tillåt urklipp för sidan, eller skriv ut.',
    en: 'The browser did not let us copy. Nothing is copied. Allow the clipboard for this page, or print.',
  },
  recordNotKept: {
    sv: 'Texten är kopierad, men sparades inte i ärendet. Klistrar du in den syns det inte här att den togs.',
    en: 'The text is copied, but was not kept in the case. If you paste it, nothing here shows that it was taken.',
  },
  recordConsulted: { sv: '{name} rådfrågade {whom}', en: '{name} consulted {whom}' },
  recordConsultedAnswer: {
    sv: '{name} svarade på konsultationen',
    en: '{name} answered the consultation',
  },
  recordShow: { sv: 'Visa texten', en: 'Show the text' },
});
