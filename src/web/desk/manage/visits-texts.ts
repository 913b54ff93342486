import { useMemo } from 'react';
import { defineTexts, translator } from '../../i18n/i18n.js';
import { useTexts } from '../texts/desk-texts.js';

/** Texts of the page of digital visits; they come with it. */
export const visitsTexts = defineTexts({
  title: { sv: 'Digitala besök, de senaste tolv veckorna', en: 'Digital visits, the last twelve weeks' },
  about: {
    sv: 'Ett digitalt besök är ett samtal med video eller ljud där patienten och personalen var med samtidigt i minst en minut. Chatt räknas inte här. Siffrorna räknas fram ur ärendenas händelser varje gång sidan öppnas.',
    en: 'A digital visit is a call by video or voice in which the patient and staff were together for at least a minute. Chat is not counted here. The figures are counted from what happened in the cases each time the page is opened.',
  },
  none: {
    sv: 'Det har inte varit några digitala besök de här veckorna.',
    en: 'There have been no digital visits in these weeks.',
  },
  failed: { sv: 'Besöken kunde inte hämtas.', en: 'The visits could not be loaded.' },
  chart: {
    sv: 'Diagram: {video} besök med video och {voice} med ljud. Siffrorna står i tabellen.',
    en: 'Chart: {video} visits by video and {voice} by voice. The figures are in the table.',
  },
  byWeek: { sv: 'Vecka för vecka', en: 'Week by week' },
  byCompetence: { sv: 'Alla veckor, efter kompetens', en: 'All weeks, by competence' },
  week: { sv: 'Veckan från', en: 'Week from' },
  competence: { sv: 'Kompetens', en: 'Competence' },
  video: { sv: 'Video', en: 'Video' },
  voice: { sv: 'Ljud', en: 'Voice' },
  minutes: { sv: 'Minuter', en: 'Minutes' },
  telephone: { sv: 'Telefonsamtal', en: 'Telephone calls' },
  telephoneAbout: {
    sv: 'Vanliga telefonsamtal: de som ringde och fick ett ärende öppnat, och samtal till patienter som personalen har antecknat i ärendet. De är inga digitala besök.',
    en: 'Ordinary telephone calls: those who rang and had a case opened, and calls to patients as staff noted them in the case. They are no digital visits.',
  },
  telephone_received: { sv: 'Ringde in', en: 'Rang us' },
  telephone_answered: { sv: 'Svarade', en: 'Answered' },
  'telephone_no-answer': { sv: 'Inget svar', en: 'No answer' },
  'telephone_message-left': { sv: 'Meddelande lämnat', en: 'Message left' },
  csv: { sv: 'Ladda ner tabellen (CSV)', en: 'Download the table (CSV)' },
});

export function useVisitsTexts() {
  const { language } = useTexts();
  return useMemo(() => translator(visitsTexts, language), [language]);
}
