import { useMemo } from 'react';
import { defineTexts, type Translator, translator } from '../../i18n/i18n.js';
import { useTexts } from '../texts/desk-texts.js';
import { savingTexts } from './saving-texts.js';

const partTexts = defineTexts({
  policyTitle: { sv: 'Hur ärenden fördelas', en: 'How cases are placed' },
  policyText: {
    sv: 'Reglerna gäller för hela regionen. De avgör vilken mottagning som får ett ärende, och när det går vidare till en annan.',
    en: 'The rules hold for the whole region. They decide which unit gets a case, and when it goes on to another.',
  },
  policyOwnOnly: {
    sv: 'Du kan läsa allt och ändra det som gäller {unit}. Resten ändras av regionens chefer.',
    en: 'You can read all of it and change what is about {unit}. The rest is changed by the region’s managers.',
  },
  policyReadOnly: {
    sv: 'Du kan läsa allt. Det ändras av regionens chefer.',
    en: 'You can read all of it. It is changed by the region’s managers.',
  },
  policyFailed: {
    sv: 'Reglerna kunde inte hämtas. Inget är ändrat.',
    en: 'The rules could not be loaded. Nothing has been changed.',
  },
  region: { sv: 'Hela regionen', en: 'The whole region' },
  urgencyNumber: { sv: 'prioritet {urgency}', en: 'urgency {urgency}' },
  ofUrgency: { sv: '{label}, prioritet {urgency}', en: '{label}, urgency {urgency}' },
  unitOf: { sv: '{label}, i vad', en: '{label}, in what' },
  minutes: { sv: 'minuter', en: 'minutes' },
  hoursOfTime: { sv: 'timmar', en: 'hours' },
  days: { sv: 'dygn', en: 'days' },

  targetsTitle: { sv: 'Hur snabbt vi ska svara', en: 'How soon we answer' },
  targetsText: {
    sv: 'Tiden räknas från att ärendet kom in, eller från att mottagningen öppnar.',
    en: 'Counted from when the case came in, or from when the unit opens.',
  },
  targetWithin: { sv: 'Svar inom', en: 'Answer within' },

  overflowTitle: { sv: 'När det är mycket att göra', en: 'When there is much to do' },
  overflowText: {
    sv: 'Ett nytt ärende går till en annan mottagning när båda gränserna är passerade.',
    en: 'A new case goes to another unit when both limits are passed.',
  },
  overflowAfter: {
    sv: 'Väntan hemma är längre än',
    en: 'The wait at home is longer than',
  },
  overflowGain: { sv: 'Den andra hjälper så mycket tidigare', en: 'The other helps this much sooner' },

  agreementsTitle: { sv: 'Avtal: vem tar över från vem', en: 'Agreements: who takes over from whom' },
  agreementsText: {
    sv: 'Ett avtal gäller åt ett håll: en mottagning tar ärenden från andra.',
    en: 'An agreement goes one way: one unit takes cases from others.',
  },
  agreementsCount: {
    sv: { one: '1 avtal', other: '{n} avtal' },
    en: { one: '1 agreement', other: '{n} agreements' },
  },
  agreementNew: { sv: 'Nytt avtal', en: 'New agreement' },
  agreementAdd: { sv: 'Lägg till avtal', en: 'Add an agreement' },
  agreementText: { sv: '{from} → {to}', en: '{from} → {to}' },
  agreementFrom: { sv: 'Från', en: 'From' },
  agreementFromText: { sv: 'Patienternas egen mottagning.', en: 'The patients’ own unit.' },
  agreementTo: { sv: 'Till', en: 'To' },
  agreementToText: { sv: 'Mottagningen som hjälper i stället.', en: 'The unit that helps instead.' },
  allClinics: { sv: 'Alla vårdcentraler', en: 'All clinics' },

  cooperationsTitle: { sv: 'Samarbeten: de hjälper varandra', en: 'Cooperations: they help one another' },
  cooperationsText: {
    sv: 'Mottagningarna i ett samarbete tar ärenden från varandra.',
    en: 'The units of a cooperation take cases from one another.',
  },
  cooperationsCount: {
    sv: { one: '1 samarbete', other: '{n} samarbeten' },
    en: { one: '1 cooperation', other: '{n} cooperations' },
  },
  cooperationNew: { sv: 'Nytt samarbete', en: 'New cooperation' },
  cooperationAdd: { sv: 'Lägg till samarbete', en: 'Add a cooperation' },
  cooperationUnits: { sv: 'Mottagningar', en: 'Units' },
  cooperationUnitsText: { sv: 'Minst två.', en: 'At least two.' },

  ruleNone: { sv: 'Inga än.', en: 'None yet.' },
  ruleChange: { sv: 'Ändra', en: 'Change' },
  ruleChangeWhat: { sv: 'Ändra {what}', en: 'Change {what}' },
  ruleDone: { sv: 'Klar', en: 'Done' },
  ruleRemove: { sv: 'Ta bort', en: 'Remove' },
  ruleRemoveWhat: { sv: 'Ta bort {what}', en: 'Remove {what}' },
  chooseUnit: { sv: 'Välj mottagning', en: 'Choose a unit' },

  when: { sv: 'När', en: 'When' },
  whenText: { sv: 'Hur patientens egen mottagning har det.', en: 'How it is at the patient’s own unit.' },
  when_closed: { sv: 'när den egna har stängt', en: 'when the own unit is closed' },
  when_busy: { sv: 'när den egna har mycket att göra', en: 'when the own unit is busy' },
  when_always: { sv: 'alltid', en: 'always' },
  urgencies: { sv: 'Prioriteter', en: 'Urgencies' },
  urgenciesText: { sv: 'prioritet {list}', en: 'urgency {list}' },
  reasons: { sv: 'Sökorsaker', en: 'Contact reasons' },
  reasonsText: { sv: 'Lämna tomt för alla.', en: 'Leave empty for all.' },
  competences: { sv: 'Kompetenser', en: 'Competences' },
  competencesText: { sv: 'Lämna tomt för alla.', en: 'Leave empty for all.' },
  limitHours: { sv: 'Bara vissa tider', en: 'At certain hours only' },
  hoursFrom: { sv: 'Från klockan', en: 'From' },
  hoursTo: { sv: 'Till klockan', en: 'To' },
  hoursDays: { sv: 'Dagar då det börjar', en: 'Days on which it begins' },
  hoursDaysText: { sv: 'Lämna tomt för alla dagar.', en: 'Leave empty for every day.' },
  fromTo: { sv: 'kl. {from}–{to}', en: '{from}–{to}' },
  fromToOnDays: { sv: '{days} kl. {from}–{to}', en: '{days} {from}–{to}' },

  standInsTitle: { sv: 'Vem som får hjälpa i stället', en: 'Who may help instead' },
  standInsText: {
    sv: 'När den rätta kompetensen saknas får de här hjälpa, den första helst.',
    en: 'Where the right competence is lacking these may help, the first one rather.',
  },
  standInsFor: { sv: 'I stället för {role}', en: 'Instead of a {role}' },
  standInsNone: { sv: 'ingen annan', en: 'nobody else' },
  standInsCount: {
    sv: { one: '1 kompetens har ersättare', other: '{n} kompetenser har ersättare' },
    en: { one: '1 competence has stand-ins', other: '{n} competences have stand-ins' },
  },

  movesTitle: { sv: 'Ärenden som redan väntar', en: 'Cases that wait already' },
  movesText: {
    sv: 'Ett ärende flyttas bara när det vinner tydligt på det, så att det inte far fram och tillbaka.',
    en: 'A case is moved only for a clear gain, so that it does not go back and forth.',
  },
  movesMost: { sv: 'Flyttas högst så många gånger', en: 'Moved at most so many times' },
  movesMostText: {
    sv: '0 betyder att väntande ärenden aldrig flyttas.',
    en: '0 means that waiting cases are never moved.',
  },
  movesGain: { sv: 'Minsta vinst för att flyttas', en: 'Least gain to be moved' },
  movesCount: {
    sv: { one: 'högst 1 gång', other: 'högst {n} gånger' },
    en: { one: 'at most once', other: 'at most {n} times' },
  },

  quietTitle: { sv: 'Lugn på natten', en: 'Quiet at night' },
  quietText: {
    sv: 'Ärenden med de här prioriteterna flyttas inte då. De väntar på sin egen mottagning.',
    en: 'Cases of these urgencies are not moved then. They wait for their own unit.',
  },
  quietOn: { sv: 'Ha lugna timmar', en: 'Have quiet hours' },
  quietNone: { sv: 'inga lugna timmar', en: 'no quiet hours' },

  otherTitle: { sv: 'Bemanning och reservplatser', en: 'Staffing and fallbacks' },
  otherText: {
    sv: 'Hur mycket en person hinner med, och vart ärenden går som inte har någon given plats.',
    en: 'How much one person has time for, and where cases go that have no given place.',
  },
  choicesTitle: { sv: 'Regionens val i triagen', en: 'The region’s choices in triage' },
  choicesText: {
    sv: 'Det som görs olika i olika regioner. Triageflödena läser valen. Pågående ärenden behåller de val som gällde när frågorna började.',
    en: 'What differs between regions. The triage flows read the choices. Cases that have begun keep the choices that held when their questions began.',
  },
  choicesSummary: {
    sv: { one: '{n} val skiljer sig från det vanliga', other: '{n} val skiljer sig från det vanliga' },
    en: { one: '{n} choice differs from the usual', other: '{n} choices differ from the usual' },
  },
  casesAtOnce: { sv: 'Ärenden samtidigt', en: 'Cases at once' },
  casesAtOnceText: {
    sv: 'Så många ärenden arbetar en person med samtidigt.',
    en: 'How many cases one person works with at a time.',
  },
  absent: { sv: 'När ingen är inloggad', en: 'When nobody is signed in' },
  absentText: {
    sv: 'Så länge räknar vi med att det dröjer innan någon kommer.',
    en: 'How long we reckon that it takes until someone comes.',
  },
  withoutHome: { sv: 'Patienter utan egen mottagning', en: 'Patients without a unit of their own' },
  withoutHomeText: { sv: 'Den här mottagningen tar hand om dem.', en: 'This unit looks after them.' },
  catchAll: { sv: 'Ärenden som ingen regel kan placera', en: 'Cases that no rule can place' },
  catchAllText: {
    sv: 'De går hit, och mottagningen får ett larm.',
    en: 'They go here, and the unit is alarmed.',
  },
  catchAllCompetenceText: { sv: 'En som mottagningen har.', en: 'One that the unit has.' },
  catchAllCompetence: { sv: 'Kompetens som får dem', en: 'Competence that gets them' },
  otherSummary: {
    sv: { one: '1 ärende per person', other: '{n} ärenden per person' },
    en: { one: '1 case per person', other: '{n} cases per person' },
  },

  unitsTitle: { sv: 'Egna regler för en mottagning', en: 'A unit’s own rules' },
  unitsText: {
    sv: 'Bara det som skiljer sig. Tomma fält följer regionen.',
    en: 'Only what differs. Empty fields follow the region.',
  },
  unitsCount: {
    sv: { one: '1 mottagning har egna regler', other: '{n} mottagningar har egna regler' },
    en: { one: '1 unit has rules of its own', other: '{n} units have rules of their own' },
  },
  unitsNone: { sv: 'ingen har egna regler', en: 'no unit has rules of its own' },
  unitsAdd: { sv: 'Ge en mottagning egna regler', en: 'Give a unit rules of its own' },
  takesOverflow: { sv: 'Tar emot ärenden från andra', en: 'Takes cases from others' },
  takesOverflowWho: { sv: '{unit}: tar emot ärenden från andra', en: '{unit}: takes cases from others' },
  takesOverflowText: {
    sv: 'Stäng av när mottagningen inte hinner. Avtalen gäller igen när du slår på.',
    en: 'Turn off when the unit has no time. The agreements hold again when you turn it on.',
  },
  takesNoOverflow: { sv: 'Tar inte emot ärenden från andra', en: 'Takes no cases from others' },
  followsRegion: { sv: 'som regionen: {value}', en: 'as the region: {value}' },
  unitsFollow: { sv: 'Följer regionen i allt.', en: 'Follows the region in all.' },
});

/** Texts of the page about the policy; they come with the page, not before. */
export const policyTexts = { ...partTexts, ...savingTexts };

/** The texts of this page in the reader's language. */
export function usePolicyTexts(): Translator<typeof policyTexts> {
  const { language } = useTexts();
  return useMemo(() => translator(policyTexts, language), [language]);
}
