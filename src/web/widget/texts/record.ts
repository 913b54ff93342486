import { defineTexts } from '../../i18n/i18n.js';

/** One case as a document. */
export const recordTexts = defineTexts({
  recordTitle: { sv: 'Ditt ärende', en: 'Your case' },
  about: { sv: 'Gäller', en: 'About' },
  started: { sv: 'Påbörjat', en: 'Started' },
  closed: { sv: 'Avslutat', en: 'Closed' },
  ended: { sv: 'Hur det slutade', en: 'How it ended' },
  at: { sv: 'Mottagning', en: 'Unit' },
  ownWords: { sv: 'Det du skrev', en: 'What you wrote' },
  answers: { sv: 'Frågor och svar', en: 'Questions and answers' },
  saidNo: { sv: 'Du svarade nej till:', en: 'You said no to:' },
  advice: { sv: 'Rådet du fick', en: 'The advice you got' },
  'by-triage': { sv: 'Efter dina svar på frågorna, {when}', en: 'By your answers to the questions, {when}' },
  'by-alarm': { sv: 'Efter det du skrev {when}', en: 'By what you wrote on {when}' },
  'by-check-in': {
    sv: 'Efter dina svar när vi frågade igen, {when}',
    en: 'By your answers when we asked again, {when}',
  },
  'by-staff': { sv: 'Från vårdpersonal, {when}', en: 'From staff, {when}' },
  byName: { sv: 'Från {name}, {role}, {unit}, {when}', en: 'From {name}, {role}, {unit}, {when}' },
  advicesOther: { sv: 'Råd som inte står först nu', en: 'Advice that no longer comes first' },
  before: { sv: 'Först fick du rådet, {when}: {now}', en: 'First the advice was, on {when}: {now}' },
  beside: { sv: 'Du fick också rådet, {when}: {now}', en: 'You were also told, on {when}: {now}' },
  where: { sv: 'Hit ska du åka', en: 'Where to go' },
  bookings: { sv: 'Bokade tider', en: 'Booked times' },
  messages: { sv: 'Meddelanden och händelser', en: 'Messages and what happened' },
  printedOn: {
    sv: 'Utskrivet {when}. Uppgifterna gäller vid den tiden.',
    en: 'Printed on {when}. This is how it was at that time.',
  },
  print: { sv: 'Skriv ut eller spara som PDF', en: 'Print or save as PDF' },
  printHint: {
    sv: 'För en PDF väljer du ”Spara som PDF” som skrivare i rutan som öppnas.',
    en: 'For a PDF, choose “Save as PDF” as the printer in the window that opens.',
  },
  shareTitle: { sv: 'Dela', en: 'Share' },
  shareHint: {
    sv: 'Det här delas: rådet och bokade tider. Namn och det du skrev är inte med om du inte väljer det.',
    en: 'This is shared: the advice and booked times. Names and what you wrote are left out unless you choose them.',
  },
  withNames: { sv: 'Ta med namn', en: 'Include names' },
  withWords: { sv: 'Ta med det jag skrev och svarade', en: 'Include what I wrote and answered' },
  withWordsHint: {
    sv: 'Läs igenom texten: namn som du själv har skrivit följer med.',
    en: 'Read the text: names that you wrote yourself are included.',
  },
  shared: { sv: 'Text som delas', en: 'Text to share' },
  share: { sv: 'Dela texten', en: 'Share the text' },
  copy: { sv: 'Kopiera texten', en: 'Copy the text' },
  copied: { sv: 'Texten är kopierad.', en: 'The text is copied.' },
  notCopied: {
    sv: 'Det gick inte att kopiera. Markera texten och kopiera den själv.',
    en: 'It could not be copied. Select the text and copy it yourself.',
  },
  backToCase: { sv: 'Tillbaka till ärendet', en: 'Back to the case' },
});
