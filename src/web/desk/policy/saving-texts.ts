import { defineTexts } from '../../i18n/i18n.js';

/** Texts of the policy page about what is done with its rules: tried, saved, carried on, kept as versions, refused. */
export const savingTexts = defineTexts({
  policyUnsaved: { sv: 'Du har ändringar som inte är sparade.', en: 'You have changes that are not saved.' },
  policyUndo: { sv: 'Ångra ändringarna', en: 'Undo the changes' },
  tryIt: { sv: 'Prova på de senaste sju dagarna', en: 'Try it on the last seven days' },
  tryThenSave: {
    sv: 'Pröva dem innan du sparar.',
    en: 'Try them before you save.',
  },
  policyFaults: {
    sv: {
      one: '{n} sak behöver rättas. Den är markerad.',
      other: '{n} saker behöver rättas. De är markerade.',
    },
    en: {
      one: '{n} thing needs correcting. It is marked.',
      other: '{n} things need correcting. They are marked.',
    },
  },

  previewHeading: { sv: 'Så hade det blivit', en: 'How it would have been' },
  previewNothing: {
    sv: 'Inget ärende har placerats de senaste {days} dagarna, så det finns inget att jämföra med.',
    en: 'No case has been placed in the last {days} days, so there is nothing to compare with.',
  },
  previewTotal: {
    sv: {
      one: 'Den enda placeringen de senaste {days} dagarna hade hamnat någon annanstans.',
      other:
        'Av {looked} placeringar de senaste {days} dagarna hade {elsewhere} hamnat någon annanstans ({share}).',
    },
    en: {
      one: 'The only placement in the last {days} days would have gone elsewhere.',
      other:
        'Of {looked} placements in the last {days} days {elsewhere} would have gone elsewhere ({share}).',
    },
  },
  previewSame: {
    sv: {
      one: 'Den enda placeringen de senaste {days} dagarna hade blivit likadan.',
      other: 'Alla {looked} placeringar de senaste {days} dagarna hade blivit likadana.',
    },
    en: {
      one: 'The only placement in the last {days} days would have been the same.',
      other: 'All {looked} placements in the last {days} days would have been the same.',
    },
  },
  previewSample: {
    sv: 'Det är ett jämnt urval av {decisions}.',
    en: 'This is an even sample of {decisions}.',
  },
  previewByUrgency: { sv: 'Per prioritet', en: 'By urgency' },
  previewLooked: { sv: 'Placeringar', en: 'Placements' },
  previewElsewhere: { sv: 'Hade hamnat någon annanstans', en: 'Would have gone elsewhere' },
  previewMoves: { sv: 'Varifrån och vart', en: 'From where to where' },
  previewFrom: { sv: 'Gick till', en: 'Went to' },
  previewTo: { sv: 'Hade gått till', en: 'Would have gone to' },
  previewCount: { sv: 'Antal', en: 'Number' },
  previewMore: {
    sv: { one: 'Och 1 väg till.', other: 'Och {n} vägar till.' },
    en: { one: 'And 1 more way.', other: 'And {n} more ways.' },
  },
  noteLabel: { sv: 'Varför ändrar du', en: 'Why you change it' },
  noteText: { sv: 'Står i listan över versioner.', en: 'Stands in the list of versions.' },
  noteNeeded: { sv: 'Skriv varför, med högst 500 tecken.', en: 'Write why, in at most 500 characters.' },
  savePolicy: { sv: 'Spara reglerna', en: 'Save the rules' },
  keepChanging: { sv: 'Fortsätt ändra', en: 'Go on changing' },
  policySaved: {
    sv: 'Version {version} gäller nu. Ärenden som väntar ses över.',
    en: 'Version {version} holds now. Waiting cases are looked at again.',
  },
  policyTaken: {
    sv: 'Någon annan sparade en ny version medan du ändrade. Dina ändringar finns kvar. Se vad som skiljer innan du sparar.',
    en: 'Somebody else saved a new version while you changed it. Your changes are kept. See what differs before you save.',
  },
  policyFetch: { sv: 'Se vad som skiljer', en: 'See what differs' },

  behindTitle: {
    sv: '{who} sparade version {version} medan du ändrade',
    en: '{who} saved version {version} while you changed it',
  },
  behindText: {
    sv: 'Dina ändringar finns kvar men är inte sparade. Ta med dem till version {version}, så prövar du dem där.',
    en: 'Your changes are kept but not saved. Take them along to version {version}, and try them there.',
  },
  behindWhy: { sv: 'Varför: {note}', en: 'Why: {note}' },
  behindNothing: {
    sv: 'Version {version} säger redan det som du ville ändra.',
    en: 'Version {version} already says what you wanted to change.',
  },
  behindOther: {
    sv: 'Ändrat i version {version}, gäller redan',
    en: 'Changed in version {version}, holds already',
  },
  behindMine: { sv: 'Ändrat av dig, följer med', en: 'Changed by you, comes along' },
  behindBoth: { sv: 'Ändrat av er båda: välj', en: 'Changed by both of you: choose' },
  behindWas: { sv: 'Förut', en: 'Before' },
  behindTheirs: { sv: 'Version {version}', en: 'Version {version}' },
  behindYours: { sv: 'Din ändring', en: 'Your change' },
  behindWhat: { sv: 'Regel', en: 'Rule' },
  behindTake: { sv: 'Ta med mina ändringar', en: 'Take my changes along' },
  behindDrop: { sv: 'Släng mina ändringar', en: 'Drop my changes' },
  behindDone: {
    sv: 'Dina ändringar följer nu på version {version}. Pröva dem innan du sparar.',
    en: 'Your changes now follow on version {version}. Try them before you save.',
  },
  partGone: { sv: 'finns inte', en: 'not there' },
  partAgreement: { sv: 'Avtal', en: 'Agreement' },
  partCooperation: { sv: 'Samarbete', en: 'Cooperation' },
  partOverflow: { sv: '{after} hemma, {gain} tidigare', en: '{after} at home, {gain} sooner' },
  partUnit: { sv: 'Egna regler för {unit}', en: 'Own rules of {unit}' },
  partOfUrgency: { sv: '{title}, prioritet {urgency}', en: '{title}, urgency {urgency}' },
  partValueOfUrgency: { sv: 'prioritet {urgency}: {value}', en: 'urgency {urgency}: {value}' },
  policyNotAllowed: {
    sv: 'Det här ändras av regionens chefer. Inget är sparat.',
    en: 'This is changed by the region’s managers. Nothing has been saved.',
  },

  versionsTitle: { sv: 'Versioner', en: 'Versions' },
  versionNow: { sv: 'gäller nu', en: 'holds now' },
  versionNumber: { sv: 'Version {version}', en: 'Version {version}' },
  versionBy: { sv: '{who}, {when}', en: '{who}, {when}' },
  versionFirst: { sv: 'Kom med Slussen', en: 'Came with Slussen' },
  versionShow: { sv: 'Visa', en: 'Show' },
  versionShowWhich: { sv: 'Visa version {version}', en: 'Show version {version}' },
  versionShown: {
    sv: 'Du läser version {version} från {when}. Den gäller inte längre.',
    en: 'You are reading version {version} from {when}. It no longer holds.',
  },
  versionBegin: { sv: 'Börja från den här', en: 'Begin from this one' },
  versionBack: { sv: 'Till den som gäller', en: 'To the one that holds' },

  pf_needed: { sv: 'Välj något här.', en: 'Choose something here.' },
  pf_unknown: { sv: 'Känns inte igen. Ta bort det.', en: 'Is not known. Remove it.' },
  'pf_choose-one': { sv: 'Välj minst en.', en: 'Choose at least one.' },
  'pf_choose-two': { sv: 'Välj minst två.', en: 'Choose at least two.' },
  pf_twice: { sv: 'Samma sak står två gånger.', en: 'The same thing stands twice.' },
  pf_least: { sv: 'Måste vara minst {about}.', en: 'Must be at least {about}.' },
  pf_most: { sv: 'Får vara högst {about}.', en: 'May be at most {about}.' },
  pf_number: { sv: 'Skriv en siffra.', en: 'Write a number.' },
  pf_time: { sv: 'Skriv ett klockslag, till exempel 08:00.', en: 'Write a time of day, such as 08:00.' },
  pf_shape: { sv: 'Det här går inte att spara. Ändra det.', en: 'This cannot be saved. Change it.' },
  'pf_target-order': {
    sv: 'Får inte vara kortare än för det som är mer brådskande.',
    en: 'Must not be shorter than for what is more urgent.',
  },
  'pf_unknown-unit': {
    sv: 'Mottagningen {about} finns inte längre. Välj en annan.',
    en: 'The unit {about} is no longer there. Choose another.',
  },
  'pf_lacks-competence': {
    sv: 'Mottagningen har inte den kompetensen.',
    en: 'The unit does not have that competence.',
  },
  'pf_id-twice': { sv: 'Det finns redan ett likadant namn.', en: 'There is one of the same name already.' },
  'pf_same-time': {
    sv: 'Måste vara en annan tid än från. Stäng av tiderna för hela dygnet.',
    en: 'Must differ from the beginning. Turn the hours off for around the clock.',
  },
  'pf_own-stand-in': { sv: 'Kan inte ersätta sig själv.', en: 'Cannot stand in for itself.' },
  pf_circle: {
    sv: 'Avtalen går runt i en cirkel: {about}. Gör det till ett samarbete om de hjälper varandra.',
    en: 'The agreements go round in a circle: {about}. Make it a cooperation if they help one another.',
  },
});
