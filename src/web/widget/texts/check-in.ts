import { defineTexts } from '../../i18n/i18n.js';

export const checkInTexts = defineTexts({
  title: { sv: 'Hur är det nu?', en: 'How is it now?' },
  over: {
    sv: 'Vi frågar igen medan du väntar. Du behåller din plats.',
    en: 'We ask again while you wait. You keep your place.',
  },
  adviceTitle: { sv: 'Vänta inte här', en: 'Do not wait here' },
  call: { sv: 'Ring 112', en: 'Call 112' },
});
