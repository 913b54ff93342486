import { defineTexts } from '../../i18n/i18n.js';

export const alarmTexts = defineTexts({
  alarmTitle1: { sv: 'Ring 112 nu', en: 'Call 112 now' },
  alarmTitle2: { sv: 'Det här kan vara bråttom', en: 'This may be urgent' },
  alarmMeans: { sv: 'Det du skrev kan betyda: {means}.', en: 'What you wrote may mean: {means}.' },
  alarmAlone: {
    sv: 'Du har inte kontakt med någon ännu. Ingen har läst det du skrev.',
    en: 'You are not in contact with anyone yet. Nobody has read what you wrote.',
  },
  alarmGoOnNow: {
    sv: 'Gå vidare nu och svara på frågorna. De visar vart du ska vända dig. Ring 112 om det blir värre.',
    en: 'Go on now and answer the questions. They show where to turn. Call 112 if it gets worse.',
  },
  alarmCall: { sv: 'Ring 112', en: 'Call 112' },
  alarmHelp: { sv: 'Andra som du kan ringa', en: 'Others you can call' },
  alarmGoOn1: { sv: 'Gå vidare till frågorna', en: 'Go on to the questions' },
  alarmGoOn2: { sv: 'Gå vidare nu', en: 'Go on now' },
  alarmNotMeant: { sv: 'Det var inte så jag menade', en: 'That is not what I meant' },
  alarmStill: {
    sv: 'Vårt råd är fortfarande att ringa 112. Du har inte kontakt med någon ännu.',
    en: 'Our advice is still to call 112. You are not in contact with anyone yet.',
  },
});
