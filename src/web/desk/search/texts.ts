import { useMemo } from 'react';
import { defineTexts, translator } from '../../i18n/i18n.js';
import { useTexts } from '../texts/desk-texts.js';

/** Texts of the search; they come with that page. */
export const searchTexts = defineTexts({
  title: { sv: 'Sök ärenden', en: 'Search for cases' },
  back: { sv: 'Tillbaka till kön', en: 'Back to the queue' },
  which: { sv: 'Vad söker du bland?', en: 'What do you search?' },
  whichAll: { sv: 'Alla ärenden du får se', en: 'All cases you may see' },
  whichClosed: { sv: 'Enhetens avslutade ärenden', en: 'Closed cases of the unit' },
  text: { sv: 'Namn, personnummer, sökorsak eller ord', en: 'Name, identity number, reason or words' },
  textHint: {
    sv: 'Ord söks i sökorsaken och i det som patienten skrev först. Varje ärende som visas skrivs i åtkomstloggen.',
    en: 'Words are looked for in the reason and in what the patient first wrote. Each case shown is written to the access log.',
  },
  find: { sv: 'Sök', en: 'Search' },
  from: { sv: 'Avslutat från', en: 'Closed from' },
  to: { sv: 'Avslutat till', en: 'Closed to' },
  reason: { sv: 'Sökorsak', en: 'Contact reason' },
  ending: { sv: 'Hur det slutade', en: 'How it ended' },
  anyEnding: { sv: 'Alla sätt', en: 'Any way' },
  show: { sv: 'Visa avslutade ärenden', en: 'Show closed cases' },
  closedHint: {
    sv: 'Varje ärende som visas skrivs i åtkomstloggen.',
    en: 'Each case shown is written to the access log.',
  },
  tooShort: {
    sv: 'Skriv minst tre bokstäver i ett ord, eller ett helt personnummer.',
    en: 'Write at least three letters in a word, or a whole identity number.',
  },
  results: { sv: 'Träffar', en: 'Results' },
  count: { sv: { one: '1 ärende', other: '{n} ärenden' }, en: { one: '1 case', other: '{n} cases' } },
  none: { sv: 'Inga ärenden hittades.', en: 'No cases were found.' },
  noneText: {
    sv: 'Pröva med färre eller andra ord. Ärenden på andra enheter visas inte. En patient med skyddad identitet hittas på personnummer, inte på namn.',
    en: 'Try fewer or other words. Cases of other units are not shown. A patient with a protected identity is found by identity number, not by name.',
  },
  notAll: {
    sv: 'Alla ärenden hann inte sökas igenom.',
    en: 'There was no time to look through all cases.',
  },
  notAllText: {
    sv: 'Inget hittades bland dem som söktes igenom. Sök på något mer, på personnummer, eller på en kortare tid.',
    en: 'Nothing was found among those that were looked through. Search for something more, for an identity number, or a shorter time.',
  },
  more: {
    sv: 'Det kan finnas fler. Sök på något mer, eller på en kortare tid, om det du söker inte är med.',
    en: 'There may be more. Search for something more, or a shorter time, if what you look for is not here.',
  },
  passedOver: {
    sv: 'Den här sökningen gjordes inte: en annan av dina sökningar kom efter, kanske i en annan flik. Sök igen.',
    en: 'This search was not made: another of yours came after it, perhaps in another tab. Search again.',
  },
  began: { sv: 'började {when}', en: 'began {when}' },
  ended: { sv: 'avslutat {when}', en: 'closed {when}' },
});

/** These texts in the desk's language. */
export function useSearchTexts() {
  const { language } = useTexts();
  return useMemo(() => translator(searchTexts, language), [language]);
}
