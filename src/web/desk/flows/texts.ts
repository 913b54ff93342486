import { useMemo } from 'react';
import { defineTexts, translator } from '../../i18n/i18n.js';
import { useTexts } from '../texts/desk-texts.js';

/** Texts of the clinical editors' pages; they come with these pages. */
export const flowTexts = defineTexts({
  title: { sv: 'Triageflöden', en: 'Triage flows' },
  about: {
    sv: 'Varje flöde är en sökorsak: frågorna som ställs och vart svaren leder. Läs, prova och granska dem här.',
    en: 'Each flow is a contact reason: the questions asked and where the answers lead. Read, try and review them here.',
  },
  failed: { sv: 'Flödena kunde inte hämtas.', en: 'The flows could not be loaded.' },
  search: { sv: 'Sök flöde', en: 'Find a flow' },
  searchHint: { sv: 'Namn, id eller kapitel', en: 'Name, id or chapter' },
  stateFilter: { sv: 'Granskning', en: 'Review' },
  state_all: { sv: 'Alla', en: 'All' },
  state_draft: { sv: 'Utkast', en: 'Draft' },
  state_changed: { sv: 'Ändrat efter granskning', en: 'Changed since review' },
  state_reviewed: { sv: 'Granskat', en: 'Reviewed' },
  found: {
    sv: { one: '1 flöde', other: '{n} flöden' },
    en: { one: '1 flow', other: '{n} flows' },
  },
  foundNone: { sv: 'Inget flöde passar sökningen.', en: 'No flow fits the search.' },
  flow: { sv: 'Flöde', en: 'Flow' },
  version: { sv: 'Version', en: 'Version' },
  versionNumber: { sv: 'Version {version}', en: 'Version {version}' },
  review: { sv: 'Granskning', en: 'Review' },
  changedUrgency: { sv: 'Prioritet ändrad av personal', en: 'Urgency changed by staff' },
  reviewedBy: { sv: 'Granskat av {who}, {when}', en: 'Reviewed by {who}, {when}' },
  changedSince: {
    sv: 'Version {version} granskades av {who}, {when}. Innehållet har ändrats sedan dess.',
    en: 'Version {version} was reviewed by {who}, {when}. The content has changed since.',
  },
  notServed: { sv: 'Visas inte för invånare', en: 'Not shown to residents' },
  servedNext: {
    sv: 'Visas för invånare när tjänsten startar nästa gång',
    en: 'Shown to residents once the service starts next',
  },
  servedUntil: {
    sv: 'Visas för invånare tills tjänsten startar nästa gång',
    en: 'Shown to residents until the service starts next',
  },
  served: { sv: 'Visas för invånare', en: 'Shown to residents' },
  draftsServed: {
    sv: 'Här visas även utkast för invånare. I drift visas bara granskade flöden.',
    en: 'Drafts are shown to residents here too. In production only reviewed flows are.',
  },
  draftsLeftOut: {
    sv: {
      one: '1 flöde visas inte för invånare nu: det är inte granskat, eller granskades efter att tjänsten startade.',
      other:
        '{n} flöden visas inte för invånare nu: de är inte granskade, eller granskades efter att tjänsten startade.',
    },
    en: {
      one: '1 flow is not shown to residents now: it is not reviewed, or was reviewed after the service started.',
      other:
        '{n} flows are not shown to residents now: they are not reviewed, or were reviewed after the service started.',
    },
  },
  allServed: {
    sv: 'Alla flöden visas för invånare.',
    en: 'All flows are shown to residents.',
  },

  back: { sv: 'Alla flöden', en: 'All flows' },
  tryOut: { sv: 'Prova flödet', en: 'Try the flow' },
  print: { sv: 'Skriv ut', en: 'Print' },
  readIn: { sv: 'Läs frågorna på', en: 'Read the questions in' },
  readIn_sv: { sv: 'Svenska', en: 'Swedish' },
  readIn_en: { sv: 'Engelska', en: 'English' },
  readIn_both: { sv: 'Båda', en: 'Both' },
  olderContent: {
    sv: 'Det här är inte det innehåll som gäller nu. Det går att läsa och prova, men inte att granska.',
    en: 'This is not the present content. It can be read and tried, but not reviewed.',
  },
  aboutFlow: { sv: 'Om flödet', en: 'About the flow' },
  forWhom: { sv: 'För vem', en: 'For whom' },
  ownWords: { sv: 'Ord som leder hit', en: 'Words that lead here' },
  code: { sv: 'ICD-10-SE', en: 'ICD-10-SE' },
  length: { sv: 'Antal frågor', en: 'Number of questions' },
  lengthText: { sv: 'Högst {longest}', en: 'At most {longest}' },
  lengthMedian: {
    sv: 'Högst {longest}, median {median} för de beskrivna patienterna',
    en: 'At most {longest}, median {median} for the described patients',
  },
  proof: { sv: 'Vad som är bevisat', en: 'What is proved' },
  proofAt: {
    sv: 'Bevisat {when} för alla patienter och alla svar, med de säkerhetsregler som gäller nu.',
    en: 'Proved {when} for all patients and all answers, with the present safety rules.',
  },
  proofFailed: {
    sv: 'Prövat {when}: flödet håller inte allt det lovar.',
    en: 'Tried {when}: the flow does not keep all it promises.',
  },
  proofNone: {
    sv: 'Inte bevisat än: det finns inget bevis för exakt det här innehållet med de säkerhetsregler som gäller nu. Den som sköter tjänsten kör flows:prove.',
    en: 'Not proved yet: there is no proof of exactly this content with the present safety rules. Whoever runs the service runs flows:prove.',
  },
  promiseHolds: { sv: 'Håller', en: 'Holds' },
  promiseFails: { sv: 'Håller inte', en: 'Does not hold' },
  proofLongest: {
    sv: 'Ingen väg ställer fler än {longest} frågor.',
    en: 'No path asks more than {longest} questions.',
  },
  drawing: { sv: 'Flödet som bild', en: 'The flow as a drawing' },
  drawingText: {
    sv: 'Streckad ruta: frågan ställs inte till alla. Streckad pil: förbi frågor som inte ställs. Röd pil: ett varningstecken som avgör genast. Siffrorna vid utfallen är reglerna. Avstämningar är inte med.',
    en: 'Dashed box: the question is not asked of all. Dashed arrow: past questions that are not asked. Red arrow: a red flag that decides at once. The numbers at the outcomes are the rules. Check-ins are left out.',
  },
  drawingOf: {
    sv: 'Frågorna i {name} och vart de leder; samma sak står i ord under bilden',
    en: 'The questions of {name} and where they lead; the same stands in words below',
  },
  drawingFailed: {
    sv: 'Bilden kunde inte ritas. Samma sak står i ord här under.',
    en: 'It could not be drawn. The same stands in words below.',
  },
  drawingInWords: { sv: 'Bilden i ord', en: 'The drawing in words' },
  sources: { sv: 'Källor', en: 'Sources' },
  doubts: { sv: 'Tveksamheter att ta ställning till', en: 'Doubts to decide on' },
  none: { sv: 'Inga', en: 'None' },
  questions: { sv: 'Frågor', en: 'Questions' },
  questionsText: {
    sv: 'Frågorna ställs i den här ordningen. Ett varningstecken med prioritet 1 eller 2 avgör genast.',
    en: 'The questions are asked in this order. A red flag of urgency 1 or 2 decides at once.',
  },
  askedWhen: { sv: 'Ställs bara om', en: 'Asked only if' },
  optional: { sv: 'Får hoppas över', en: 'May be skipped' },
  whyAsk: { sv: 'Varför vi frågar', en: 'Why we ask' },
  offersFlows: { sv: 'Erbjuder sökorsakerna {flows}', en: 'Offers the contact reasons {flows}' },
  carriesSigns: { sv: 'Tecken för säkerhetsreglerna', en: 'Signs for the safety rules' },
  safetyRules: { sv: 'Regionens säkerhetsregler', en: 'The region’s safety rules' },
  safetyRulesText: {
    sv: 'De här reglerna gäller i alla flöden och når det här genom svarens tecken, vad flödet än säger. De är skrivna på engelska.',
    en: 'These rules hold in every flow and reach this one by the signs of its answers, whatever the flow says.',
  },
  safetyRulesNone: {
    sv: 'Ingen regel når det här flödet: inget svar bär ett tecken som någon regel ser på.',
    en: 'No rule reaches this flow: no answer carries a sign that a rule looks at.',
  },
  reachedBy: { sv: 'Når flödet genom', en: 'Reaches the flow by' },
  redFlag: { sv: 'Varningstecken', en: 'Red flag' },
  redFlagIf: { sv: 'om', en: 'if' },
  department: { sv: 'akutmottagning', en: 'emergency department' },
  allOf: { sv: 'alla dessa gäller', en: 'all of these hold' },
  anyOf: { sv: 'minst ett av dessa gäller', en: 'at least one of these holds' },
  not: { sv: 'detta gäller inte', en: 'this does not hold' },
  checkIns: { sv: 'Avstämningar medan man väntar', en: 'Check-ins while waiting' },
  checkInsNone: {
    sv: 'Flödet frågar inte igen medan invånaren väntar.',
    en: 'The flow asks nothing again while the resident waits.',
  },
  checkInsText: {
    sv: 'Den som väntar i en kö får de här frågorna så lång tid efter att väntan började.',
    en: 'Those who wait in a queue are asked this so long after the waiting began.',
  },
  checkInAfter: { sv: 'Efter {long}', en: 'After {long}' },
  checkInMinutes: {
    sv: { one: '1 minut', other: '{n} minuter' },
    en: { one: '1 minute', other: '{n} minutes' },
  },
  checkInHours: { sv: { one: '1 timme', other: '{n} timmar' }, en: { one: '1 hour', other: '{n} hours' } },
  checkInLeads: { sv: 'Vart svaren leder', en: 'Where the answers lead' },
  checkInLeadsText: {
    sv: 'Ett varningstecken höjer ärendet till minst sin prioritet och flyttar det i kön. Leder det till 112 eller akutmottagning får invånaren rådet genast. Flödets regler gäller som förut, och inget svar sänker prioriteten.',
    en: 'A red flag raises the case to at least its urgency and moves it in the queue. If it leads to 112 or an emergency department, the resident gets the advice at once. The rules of the flow hold as before, and no answer lowers the urgency.',
  },
  checkInUnanswered: { sv: 'Utan svar', en: 'Without an answer' },
  checkInUnansweredText: {
    sv: 'Personalen ser i kön och i ärendet att avstämningen inte är besvarad:',
    en: 'Staff see in the queue and in the case that the check-in was not answered:',
  },
  checkInUnansweredAt: {
    sv: 'prioritet {urgency}, {word}: efter {long}',
    en: 'urgency {urgency}, {word}: after {long}',
  },
  checkInUnansweredElse: {
    sv: 'Vid annan prioritet sägs ingenting. Ärendet behåller sin plats och sin prioritet. Frågan kan fortfarande besvaras, och ingen senare avstämning ställs innan dess.',
    en: 'At another urgency nothing is said. The case keeps its place and its urgency. The question can still be answered, and no later check-in is asked before that.',
  },
  endings: { sv: 'Regler och råd', en: 'Rules and advice' },
  endingsText: {
    sv: 'Den första regel som passar avgör, om den är minst lika brådskande som de varningstecken som hittats.',
    en: 'The first rule that fits decides, if it is at least as urgent as the red flags found.',
  },
  rule: { sv: 'Regel {rule}', en: 'Rule {rule}' },
  rule_otherwise: { sv: 'Annars', en: 'Otherwise' },
  'rule_red-flag': { sv: 'Varningstecken som ingen regel passar', en: 'A red flag that no rule fits' },
  ruleIf: { sv: 'Om', en: 'If' },
  by: { sv: 'hos {who}', en: 'with a {who}' },
  steps: { sv: 'Att göra', en: 'What to do' },
  watchFor: { sv: 'Var uppmärksam på', en: 'Watch for' },
  patients: { sv: 'Beskrivna patienter', en: 'Described patients' },
  patientsText: {
    sv: 'De provas varje gång flödet ändras, och ska sluta så här.',
    en: 'They are tried whenever the flow changes, and must end like this.',
  },
  patient: { sv: 'Patient', en: 'Patient' },
  ends: { sv: 'Slutar i', en: 'Ends in' },
  decidedBy: { sv: 'Avgörs av', en: 'Decided by' },
  asked: { sv: 'Frågor', en: 'Questions' },

  contents: { sv: 'Versioner', en: 'Versions' },
  contentNow: { sv: 'gäller nu', en: 'present' },
  contentShown: { sv: 'visas', en: 'shown' },
  loadedAt: { sv: 'Först inläst {when}', en: 'First loaded {when}' },
  showContent: { sv: 'Läs', en: 'Read' },
  showContentWhich: {
    sv: 'Läs version {version} som lästes in {when}',
    en: 'Read version {version}, loaded {when}',
  },

  figures: { sv: 'Prioritet ändrad av personal', en: 'Urgency changed by staff' },
  figuresText: {
    sv: 'Den här versionen, de senaste {days} dagarna: ärenden som personal tagit eller bedömt. Tal under 20 visas inte.',
    en: 'This version, the last {days} days: cases that staff took or judged. Numbers under 20 are not shown.',
  },
  figuresHint: {
    sv: 'Ärenden de senaste {days} dagarna. Tal under 20 visas inte.',
    en: 'Cases of the last {days} days. Numbers under 20 are not shown.',
  },
  figuresShort: {
    sv: 'höjd {raised}, sänkt {lowered}, av {cases}',
    en: 'raised {raised}, lowered {lowered}, of {cases}',
  },
  few: { sv: 'färre än 20', en: 'fewer than 20' },
  cases: { sv: 'Ärenden', en: 'Cases' },
  raised: { sv: 'Höjd', en: 'Raised' },
  lowered: { sv: 'Sänkt', en: 'Lowered' },
  steps_mean: { sv: '{count} (i snitt {steps} steg)', en: '{count} (by {steps} steps on average)' },
  whole: { sv: 'Hela versionen', en: 'The whole version' },

  reviews: { sv: 'Granskning', en: 'Review' },
  noReviews: { sv: 'Ingen har granskat flödet här än.', en: 'Nobody has reviewed the flow here yet.' },
  reviewRow: {
    sv: '{who} granskade version {version}, {when}',
    en: '{who} reviewed version {version}, {when}',
  },
  reviewOther: {
    sv: 'Gäller ett annat innehåll än det som visas.',
    en: 'Of another content than the one shown.',
  },
  withdrawnRow: { sv: 'Återtagen av {who}, {when}', en: 'Withdrawn by {who}, {when}' },
  reviewCounts: {
    sv: 'En granskning gäller exakt det här innehållet och räknas när tjänsten startar nästa gång. Tills dess visas samma flöden som nu för invånare.',
    en: 'A review is of exactly this content and counts when the service starts next. Until then residents get the same flows as now.',
  },
  signTitle: { sv: 'Granska version {version}', en: 'Review version {version}' },
  signOpen: { sv: 'Granska och skriv under', en: 'Review and sign' },
  signRead: { sv: 'Jag har läst hela den här versionen', en: 'I have read all of this version' },
  signTried: { sv: 'Jag har provat den', en: 'I have tried it' },
  signComment: { sv: 'Kommentar (frivilligt)', en: 'Comment (optional)' },
  signText: {
    sv: 'Ditt namn, tiden och innehållets kod sparas och kan inte ändras. Du kan återta granskningen, men det syns att den har funnits.',
    en: 'Your name, the time and the code of the content are kept and cannot be changed. You can withdraw the review, but it stays visible.',
  },
  sign: { sv: 'Skriv under', en: 'Sign' },
  signed: { sv: 'Granskningen är sparad.', en: 'The review is saved.' },
  signChanged: {
    sv: 'Flödet har ändrats, eller så har du redan granskat det här innehållet. Läs sidan igen.',
    en: 'The flow has changed, or you have reviewed this content already. Read the page again.',
  },
  withdraw: { sv: 'Återta', en: 'Withdraw' },
  withdrawWhich: { sv: 'Återta granskningen av {who}', en: 'Withdraw the review by {who}' },
  withdrawTitle: { sv: 'Återta granskningen', en: 'Withdraw the review' },
  withdrawText: {
    sv: 'Granskningen står kvar som återtagen. Flödet slutar visas för invånare när tjänsten startar nästa gång, om ingen annan granskning gäller.',
    en: 'The review stays, as withdrawn. The flow is no longer shown to residents once the service starts next, unless another review holds.',
  },
  withdrawTextDrafts: {
    sv: 'Granskningen står kvar som återtagen. Här visas även utkast för invånare, så flödet fortsätter att visas.',
    en: 'The review stays, as withdrawn. Drafts are shown to residents here too, so the flow goes on being shown.',
  },
  withdrawWhy: { sv: 'Varför', en: 'Why' },
  withdrawn: { sv: 'Granskningen är återtagen.', en: 'The review is withdrawn.' },
  withdrawRefused: {
    sv: 'Granskningen kan inte återtas. Antingen är den redan återtagen, eller så är det den enda av flödet som tar emot allt annat: utan den kan tjänsten inte starta.',
    en: 'The review cannot be withdrawn. Either it has been already, or it is the only one of the flow that takes everything else: without it the service cannot start.',
  },
  contentCode: { sv: 'Innehållets kod', en: 'Code of the content' },

  tryTitle: { sv: 'Prova: {name}', en: 'Try: {name}' },
  tryText: {
    sv: 'Inget sparas och inget ärende skapas. Frågorna visas som invånaren får dem.',
    en: 'Nothing is stored and no case is made. The questions are shown as the resident gets them.',
  },
  toReading: { sv: 'Läs flödet', en: 'Read the flow' },
  tryPatient: { sv: 'Påhittad patient', en: 'Made-up patient' },
  years: { sv: 'År', en: 'Years' },
  months: { sv: 'Månader', en: 'Months' },
  sex: { sv: 'Kön', en: 'Sex' },
  sex_unknown: { sv: 'Inte känt', en: 'Not known' },
  sex_female: { sv: 'Kvinna', en: 'Female' },
  sex_male: { sv: 'Man', en: 'Male' },
  tryLanguage: { sv: 'Språk', en: 'Language' },
  startOver: { sv: 'Börja om', en: 'Start over' },
  start: { sv: 'Börja', en: 'Begin' },
  left: {
    sv: { one: 'Högst 1 fråga kvar', other: 'Högst {n} frågor kvar' },
    en: { one: 'At most 1 question left', other: 'At most {n} questions left' },
  },
  changeAnswer: { sv: 'Ändra', en: 'Change' },
  changeAnswerTo: { sv: 'Ändra svaret på ”{question}”', en: 'Change the answer to “{question}”' },
  keepAnswer: { sv: 'Behåll svaret', en: 'Keep the answer' },
  next: { sv: 'Gå vidare', en: 'Go on' },
  skip: { sv: 'Hoppa över', en: 'Skip' },
  withPicture: { sv: 'Som om en bild lagts till', en: 'As if a picture was added' },
  yes: { sv: 'Ja', en: 'Yes' },
  no: { sv: 'Nej', en: 'No' },
  skipped: { sv: 'Hoppade över', en: 'Skipped' },
  pictures: {
    sv: { one: '1 bild', other: '{n} bilder' },
    en: { one: '1 picture', other: '{n} pictures' },
  },
  howLong: { sv: 'Hur länge', en: 'How long' },
  unit: { sv: 'Enhet', en: 'Unit' },
  unit_hours: { sv: { one: 'timme', other: 'timmar' }, en: { one: 'hour', other: 'hours' } },
  unit_days: { sv: { one: 'dag', other: 'dagar' }, en: { one: 'day', other: 'days' } },
  unit_weeks: { sv: { one: 'vecka', other: 'veckor' }, en: { one: 'week', other: 'weeks' } },
  unit_months: { sv: { one: 'månad', other: 'månader' }, en: { one: 'month', other: 'months' } },
  unit_years: { sv: { one: 'år', other: 'år' }, en: { one: 'year', other: 'years' } },
  answer: { sv: 'Svar', en: 'Answer' },
  answered: { sv: 'Svar hittills', en: 'Answers so far' },
  result: { sv: 'Så blir det', en: 'The result' },
  decided: { sv: 'Det som avgjorde', en: 'What decided' },
  decidedRule: { sv: '{rule} i flödet', en: '{rule} of the flow' },
  flagsFound: { sv: 'Varningstecken som hittades', en: 'Red flags found' },
  noFlags: { sv: 'Inget varningstecken', en: 'No red flag' },
  fault_choose: { sv: 'Välj ett svar.', en: 'Choose an answer.' },
  fault_number: { sv: 'Skriv ett tal.', en: 'Write a number.' },
  fault_text: { sv: 'Skriv ett svar.', en: 'Write an answer.' },
  fault_date: { sv: 'Välj ett datum.', en: 'Choose a date.' },
  fault_age: { sv: 'Skriv en ålder från 0 till 130 år.', en: 'Write an age from 0 to 130 years.' },
  wrongAnswer: { sv: 'Svaret passar inte frågan: {why}', en: 'The answer does not fit the question: {why}' },
  notForPatient: {
    sv: 'Flödet är inte för en patient med den åldern eller det könet. Ändra patienten.',
    en: 'The flow is not for a patient of that age or sex. Change the patient.',
  },
  tryFailed: { sv: 'Provet kunde inte göras.', en: 'It could not be tried.' },
});

/** The names of the chapters that the flows lie in. */
const chapterTexts = defineTexts({
  airways: { sv: 'Luftvägar', en: 'Airways' },
  allergy: { sv: 'Allergi', en: 'Allergy' },
  'back-joints-injuries': { sv: 'Rygg, leder och skador', en: 'Back, joints and injuries' },
  'chest-heart-circulation': { sv: 'Bröst, hjärta och cirkulation', en: 'Chest, heart and circulation' },
  'diabetes-hormones-blood-pressure': {
    sv: 'Diabetes, hormoner och blodtryck',
    en: 'Diabetes, hormones and blood pressure',
  },
  'ear-nose-throat': { sv: 'Öron, näsa och hals', en: 'Ear, nose and throat' },
  eye: { sv: 'Ögon', en: 'Eyes' },
  general: { sv: 'Något annat', en: 'Something else' },
  'genital-sexual-health': { sv: 'Underliv och sexuell hälsa', en: 'Genital and sexual health' },
  'head-nerves': { sv: 'Huvud och nerver', en: 'Head and nerves' },
  'infants-children': { sv: 'Spädbarn och barn', en: 'Infants and children' },
  'infections-fever-travel': { sv: 'Infektioner, feber och resor', en: 'Infections, fever and travel' },
  medicines: { sv: 'Läkemedel', en: 'Medicines' },
  'mental-health': { sv: 'Psykisk hälsa', en: 'Mental health' },
  'not-medical': { sv: 'Inte medicinskt', en: 'Not medical' },
  'old-age': { sv: 'Äldre', en: 'Old age' },
  'poisoning-and-foreign-bodies': {
    sv: 'Förgiftning och främmande föremål',
    en: 'Poisoning and foreign bodies',
  },
  'pregnancy-breastfeeding': { sv: 'Graviditet och amning', en: 'Pregnancy and breastfeeding' },
  skin: { sv: 'Hud', en: 'Skin' },
  'stomach-bowel': { sv: 'Mage och tarm', en: 'Stomach and bowel' },
  'urinary-kidney': { sv: 'Urinvägar och njurar', en: 'Urinary tract and kidneys' },
  'wounds-burns-bites': { sv: 'Sår, brännskador och bett', en: 'Wounds, burns and bites' },
});

export function useFlowTexts() {
  const { language } = useTexts();
  return useMemo(() => {
    const chapters = translator(chapterTexts, language);
    return {
      ...translator(flowTexts, language),
      /** A chapter is a folder: one that has no name here yet is shown as it is called there. */
      chapter: (folder: string | null) => {
        const known = (Object.keys(chapterTexts) as (keyof typeof chapterTexts)[]).find(
          (key) => key === folder,
        );
        return known ? chapters.t(known) : (folder ?? '');
      },
    };
  }, [language]);
}
