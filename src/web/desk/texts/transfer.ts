import { defineTexts } from '../../i18n/i18n.js';

/** Texts of sending a case to another queue. */
export const transferTexts = defineTexts({
  transferTitle: { sv: 'Skicka vidare ärendet', en: 'Send the case on' },
  transferText: {
    sv: 'Allt i ärendet följer med och patienten får veta det. Väntan räknas från när den började.',
    en: 'All of the case goes along and the patient is told. The wait counts from when it began.',
  },
  transferTo: { sv: 'Till vilken mottagning', en: 'To which unit' },
  transferNeeded: { sv: 'Välj en mottagning.', en: 'Choose a unit.' },
  transferSearch: { sv: 'Sök mottagning eller kompetens', en: 'Search for a unit or a competence' },
  transferNone: {
    sv: 'Ingen annan mottagning kan ta emot ärendet just nu.',
    en: 'No other unit can take the case right now.',
  },
  transferNoHit: {
    sv: 'Ingen mottagning passar det du sökte på.',
    en: 'No unit fits what you searched for.',
  },
  transferHits: {
    sv: { one: '1 att välja på', other: '{n} att välja på' },
    en: { one: '1 to choose from', other: '{n} to choose from' },
  },
  transferOpen: { sv: 'Öppet', en: 'Open' },
  transferOpens: { sv: 'Öppnar {when}', en: 'Opens {when}' },
  transferWait: { sv: 'väntan {range}', en: 'wait {range}' },
  transferNobody: {
    sv: 'ingen är inloggad nu, ärendet kan flyttas vidare',
    en: 'nobody is signed in now, the case may be moved on',
  },
  transferReason: { sv: 'Varför', en: 'Why' },
  transferReasonText: {
    sv: 'Läses av kollegorna som får ärendet. Patienten ser det inte.',
    en: 'Read by the colleagues who get the case. The patient does not see it.',
  },
  transferReasonNeeded: { sv: 'Skriv varför ärendet skickas vidare.', en: 'Write why the case is sent on.' },
  transferReasonWrong: {
    sv: 'Skriv varför, med högst 1000 tecken.',
    en: 'Write why, in at most 1000 characters.',
  },
  transferRefused: {
    sv: '{unit} kan inte ta emot ärendet längre. Listan är ny, välj en annan.',
    en: '{unit} can no longer take the case. The list is new, choose another.',
  },
  transferUnsent: {
    sv: 'Du har text som inte är skickad. Den följer inte med.',
    en: 'You have text that has not been sent. It does not go along.',
  },
  transferConfirm: { sv: 'Skicka vidare', en: 'Send on' },
  transferDone: {
    sv: 'Ärendet är skickat till {unit}, {role}. Patienten har fått veta det.',
    en: 'The case has been sent to {unit}, {role}. The patient has been told.',
  },
  waitRange: { sv: '{from}–{to}', en: '{from}–{to}' },
  waitMost: { sv: 'högst {to}', en: 'at most {to}' },
});
