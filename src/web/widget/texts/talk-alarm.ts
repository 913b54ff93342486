import { defineTexts } from '../../i18n/i18n.js';

export const talkAlarmTexts = defineTexts({
  title1: { sv: 'Ring 112 nu', en: 'Call 112 now' },
  title2: { sv: 'Det här kan vara bråttom', en: 'This may be urgent' },
  means: { sv: 'Det du skrev kan betyda: {means}.', en: 'What you wrote may mean: {means}.' },
  moved1: {
    sv: 'Vänta inte på svar här. Ditt ärende är markerat som akut för vårdpersonalen.',
    en: 'Do not wait for an answer here. Your case is marked as urgent for the staff.',
  },
  moved2: {
    sv: 'Ditt ärende är markerat som brådskande för vårdpersonalen. Ring 112 om det blir värre.',
    en: 'Your case is marked as urgent for the staff. Call 112 if it gets worse.',
  },
  call: { sv: 'Ring 112', en: 'Call 112' },
  goOn: { sv: 'Jag har läst, fortsätt', en: 'I have read this, go on' },
  notMeant: { sv: 'Det var inte så jag menade', en: 'That is not what I meant' },
  still: { sv: 'Vårt råd är fortfarande att ringa 112.', en: 'Our advice is still to call 112.' },
});
