import { defineTexts } from '../../i18n/i18n.js';

export const readingTexts = defineTexts({
  language: { sv: 'Sidornas språk', en: 'Language of the pages' },
  draftOf: { sv: '{language} (utkast)', en: '{language} (draft)' },
  interpreter: { sv: 'Tolk', en: 'Interpreter' },
  speak: { sv: 'Vilket språk talar du?', en: 'Which language do you speak?' },
  noInterpreter: { sv: 'Jag behöver ingen tolk', en: 'I need no interpreter' },
  interpreterHint: {
    sv: 'De som hjälper dig ser att du vill ha tolk, och för vilket språk.',
    en: 'Those who help you see that you want an interpreter, and for which language.',
  },
  otherLanguage: { sv: 'Ett annat språk', en: 'Another language' },
  telling: { sv: 'Sparar i ärendet …', en: 'Saving it in the case …' },
  told: { sv: 'Det står nu i ditt ärende.', en: 'It now stands in your case.' },
  refused: {
    sv: 'Det gick inte att spara i ärendet. Skriv det i chatten i stället.',
    en: 'It could not be saved in the case. Write it in the chat instead.',
  },
  size: { sv: 'Textens storlek', en: 'Size of the text' },
  size100: { sv: 'Vanlig', en: 'Ordinary' },
  size125: { sv: 'Större', en: 'Larger' },
  size150: { sv: 'Störst', en: 'Largest' },
  back: { sv: 'Tillbaka', en: 'Back' },
});
