import { defineTexts } from '../../i18n/i18n.js';

/** Texts of why a case is where it is. */
export const whyHereTexts = defineTexts({
  whyHere: { sv: 'Varför här?', en: 'Why here?' },
  'why_home-open': {
    sv: 'Patientens egen mottagning har öppet och hjälper.',
    en: 'The patient’s own unit is open and helps.',
  },
  'why_helped-sooner': {
    sv: 'Många väntade på {home}. {target} kan hjälpa tidigare.',
    en: 'Many were waiting for {home}. {target} can help sooner.',
  },
  'why_home-closed': {
    sv: '{home} hade stängt. {target} hjälper så länge.',
    en: '{home} was closed. {target} helps meanwhile.',
  },
  'why_waits-for-opening': {
    sv: 'Ärendet kan vänta tills patientens egen mottagning öppnar.',
    en: 'The case can wait until the patient’s own unit opens.',
  },
  'why_no-home': {
    sv: 'Patienten har ingen egen mottagning som kan hjälpa. {target} tar hand om sådana ärenden.',
    en: 'The patient has no unit of their own that can help. {target} looks after such cases.',
  },
  'why_home-never-opens': {
    sv: '{home} öppnar inte de närmaste två månaderna. {target} tar hand om ärendet.',
    en: '{home} does not open within two months. {target} looks after the case.',
  },
  why_stays: {
    sv: 'Ärendet ligger kvar här. Ingen annan kan hjälpa tydligt tidigare.',
    en: 'The case stays here. Nobody else can help clearly sooner.',
  },
  'why_catch-all': {
    sv: 'Ingen regel kunde placera ärendet. Det ligger här för att någon ska titta på det.',
    en: 'No rule could place the case. It lies here for someone to look at.',
  },
  whyByStaff: {
    sv: '{name}, {role}, skickade ärendet hit från {from}',
    en: '{name}, {role}, sent the case here from {from}',
  },
  whyTold: { sv: 'Patienten läser: ”{text}”', en: 'The patient reads: “{text}”' },
  whyWait: {
    sv: 'Väntan räknades till {range} när ärendet kom hit.',
    en: 'The wait was reckoned as {range} when the case came here.',
  },
  whyWaitOpening: {
    sv: 'Väntan räknades till {range} från att mottagningen öppnar.',
    en: 'The wait was reckoned as {range} from when the unit opens.',
  },
  whyNoWait: {
    sv: 'Väntan gick inte att räkna ut: ingen var inloggad här då.',
    en: 'The wait could not be reckoned: nobody was signed in here then.',
  },
  opensAt: { sv: 'Väntar tills mottagningen öppnar {when}.', en: 'Waits until the unit opens {when}.' },
  startedFrom: { sv: 'Började på {origin}, {when}', en: 'Began at {origin}, {when}' },
  turnedDown: {
    sv: { one: '1 annat ställe prövades', other: '{n} andra ställen prövades' },
    en: { one: '1 other place was tried', other: '{n} other places were tried' },
  },
  turnedDownNone: { sv: 'Inget annat ställe prövades.', en: 'No other place was tried.' },
  placedAt: { sv: '{unit}, {role}', en: '{unit}, {role}' },
  placeWait: { sv: 'Väntan där räknades till {range}.', en: 'The wait there was reckoned as {range}.' },
  whyInputs: { sv: 'Vad beslutet bygger på', en: 'What the decision was made from' },
  whyInputsAt: {
    sv: 'Så såg det ut {when}. En plats är ett ärende som personalen kan arbeta med samtidigt.',
    en: 'As it was {when}. A place is a case that staff can work with at the same time.',
  },
  whyUnit: { sv: 'Mottagning', en: 'Unit' },
  whyWaiting: { sv: 'Väntade', en: 'Waiting' },
  whyWaitingText: {
    sv: 'Väntade: ärenden som är lika brådskande eller mer.',
    en: 'Waiting: cases that are as urgent or more.',
  },
  whyPlaces: { sv: 'Lediga platser', en: 'Free places' },
  whyPlacesOf: { sv: '{free} av {all}', en: '{free} of {all}' },
  whyNobody: { sv: 'ingen i tjänst', en: 'nobody on duty' },
  whyClosed: { sv: 'Stängt', en: 'Closed' },
  whyClosedUntil: { sv: 'Stängt till {when}', en: 'Closed until {when}' },
  placedRule: { sv: 'Regel {rule}, version {version}.', en: 'Rule {rule}, version {version}.' },
  placedPolicy: { sv: 'Policy, version {version}.', en: 'Policy, version {version}.' },
});
