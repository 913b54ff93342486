import { defineTexts } from '../../i18n/i18n.js';

export const logTexts = defineTexts({
  logTitle: { sv: 'Vem har läst mina ärenden?', en: 'Who has read my cases?' },
  logHint: {
    sv: 'Här står när någon i personalen har öppnat ett ärende som är ditt eller ditt barns, eller sett det i en lista.',
    en: 'Here is when a member of staff has opened a case of yours or of your child, or seen it in a list.',
  },
  logEmpty: { sv: 'Ingen har läst något ärende än.', en: 'Nobody has read a case yet.' },
  logTitleCase: { sv: 'Vem har läst ärendet?', en: 'Who has read the case?' },
  logHintCase: {
    sv: 'Här står när någon i personalen har öppnat det här ärendet eller sett det i en lista.',
    en: 'Here is when a member of staff has opened this case or seen it in a list.',
  },
  logEmptyCase: { sv: 'Ingen har läst ärendet än.', en: 'Nobody has read the case yet.' },
  logWhat: { sv: 'Vad', en: 'What' },
  whatCase: { sv: 'Läste ärendet', en: 'Read the case' },
  whatParticipant: {
    sv: 'Läste ärendet för att vara med i chatten',
    en: 'Read the case to take part in the chat',
  },
  whatConsulted: {
    sv: 'Läste ärendet för att ge råd till en kollega',
    en: 'Read the case to advise a colleague',
  },
  whatFormer: {
    sv: 'Läste ärendet som det var när det lämnades vidare',
    en: 'Read the case as it was when it was passed on',
  },
  whatFound: { sv: 'Såg ärendet i en sökning', en: 'Saw the case in a search' },
  whatList: { sv: 'Såg ärendet i en lista, som kön', en: 'Saw the case in a list, such as the queue' },
  whatCaller: { sv: 'Slog upp dig när någon ringde', en: 'Looked you up when somebody rang' },
  whatImage: { sv: 'Såg en bild', en: 'Saw an image' },
  whatConsultation: {
    sv: 'Läste vad vårdpersonal har skrivit om ärendet',
    en: 'Read what staff wrote about the case',
  },
  whatTelephone: { sv: 'Såg ditt telefonnummer', en: 'Saw your telephone number' },
  logToCase: { sv: 'Till ärendet', en: 'To the case' },
  logAll: { sv: 'Visa alla ärenden', en: 'Show all cases' },
  logWhen: { sv: 'När', en: 'When' },
  logWho: { sv: 'Vem', en: 'Who' },
  logUnit: { sv: 'Mottagning', en: 'Unit' },
  logPatient: { sv: 'Gällde', en: 'About' },
});
