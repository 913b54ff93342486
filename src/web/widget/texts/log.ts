import { defineTexts } from '../../i18n/i18n.js';

export const logTexts = defineTexts({
  logTitle: { sv: 'Vem har läst mina ärenden?', en: 'Who has read my cases?' },
  logHint: {
    sv: 'Här står varje gång någon i personalen har öppnat ett ärende som är ditt eller ditt barns.',
    en: 'Here is each time a member of staff has opened a case of yours or of your child.',
  },
  logEmpty: { sv: 'Ingen har läst något ärende än.', en: 'Nobody has read a case yet.' },
  logWhen: { sv: 'När', en: 'When' },
  logWho: { sv: 'Vem', en: 'Who' },
  logUnit: { sv: 'Mottagning', en: 'Unit' },
  logPatient: { sv: 'Gällde', en: 'About' },
});
