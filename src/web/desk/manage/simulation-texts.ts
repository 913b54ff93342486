import { useMemo } from 'react';
import { defineTexts, translator } from '../../i18n/i18n.js';
import { useTexts } from '../texts/desk-texts.js';

/** Texts of the page of simulations; they come with it. */
export const simulationTexts = defineTexts({
  title: { sv: 'Om vi hade …', en: 'If we had …' },
  about: {
    sv: 'Ärendena går genom samma regler som i verkligheten. Ingenting ändras i driften.',
    en: 'Cases go through the same rules as in real use. Nothing in operation is changed.',
  },
  region: { sv: 'Region', en: 'Region' },
  region_own: { sv: 'Vår region', en: 'Our region' },
  region_model: { sv: 'Påhittad region med 28 vårdcentraler', en: 'A made-up region with 28 clinics' },
  regionAbout_own: {
    sv: 'Nästa vecka, med våra öppettider och regler, med den personal som har varit inloggad de senaste dagarna och ärenden som de senaste åtta veckornas.',
    en: 'Next week, with our opening hours and rules, the staff who have been signed in these last days, and cases like those of the last eight weeks.',
  },
  regionAbout_model: {
    sv: 'Stor som Västmanland, med en egen policy.',
    en: 'The size of Västmanland, with a policy of its own.',
  },
  ownLacking: {
    sv: 'Vår region kan räknas när mer är känt: personalen på {weekdays} veckodagar till och {cases} ärenden till.',
    en: 'Our region can be played when more is known: the staff of {weekdays} more weekdays, and {cases} more cases.',
  },
  useOwn: { sv: 'Som den har varit de senaste veckorna.', en: 'As it has been in the last weeks.' },
  units: { sv: 'Enhet för enhet, efter ändringen', en: 'Unit by unit, after the change' },
  unit: { sv: 'Enhet', en: 'Unit' },
  unitCases: { sv: 'Ärenden', en: 'Cases' },
  unitMean: { sv: 'Väntan i medel, minuter', en: 'Mean wait, minutes' },
  unitWithin: { sv: 'I tid, %', en: 'In time, %' },
  use: { sv: 'Beläggning före ändringen', en: 'Use of the staff before the change' },
  demandChange: { sv: 'Fler eller färre ärenden', en: 'More or fewer cases' },
  clinicNurses: { sv: 'Sjuksköterskor till på varje vårdcentral', en: 'More nurses at each clinic' },
  clinicAdministrators: {
    sv: 'Administratörer till på varje vårdcentral',
    en: 'More administrators at each clinic',
  },
  hotlineNurses: { sv: 'Sjuksköterskor till i varje pass på 1177', en: 'More nurses in each shift at 1177' },
  weekday: { sv: 'När personalen ändras', en: 'When the staff changes' },
  weekday_0: { sv: 'alla dagar', en: 'every day' },
  weekday_1: { sv: 'måndagar', en: 'Mondays' },
  weekday_2: { sv: 'tisdagar', en: 'Tuesdays' },
  weekday_3: { sv: 'onsdagar', en: 'Wednesdays' },
  weekday_4: { sv: 'torsdagar', en: 'Thursdays' },
  weekday_5: { sv: 'fredagar', en: 'Fridays' },
  weekday_6: { sv: 'lördagar', en: 'Saturdays' },
  weekday_7: { sv: 'söndagar', en: 'Sundays' },
  play: { sv: 'Räkna', en: 'Play' },
  stop: { sv: 'Avbryt', en: 'Stop' },
  playing: { sv: 'Räknar: {share} procent klart.', en: 'Playing: {share} per cent done.' },
  progress: { sv: 'Hur långt beräkningen har kommit', en: 'How far it has come' },
  failed: { sv: 'Det gick inte att räkna', en: 'It could not be played' },
  comparedTitle: { sv: 'Det som jämförs', en: 'What is compared' },
  slussen: { sv: 'Slussen', en: 'Slussen' },
  static: { sv: 'Fast regel', en: 'Static rule' },
  phone: { sv: 'Telefon', en: 'Phone' },
  bound: { sv: 'Undre gräns', en: 'Bound' },
  about_slussen: {
    sv: 'Störst behov först, hemma när det går, annars hos den som hjälper snabbare.',
    en: 'The greatest need first, at home when possible, else where help comes sooner.',
  },
  about_static: {
    sv: 'Prioritet 5 till 1177, resten till den egna vårdcentralen. Ärenden flyttas aldrig.',
    en: 'Urgency 5 to 1177, the rest to the own clinic. Cases never move.',
  },
  about_phone: {
    sv: 'Den som ringer först får hjälp först. Den som inte kommer fram ringer 1177 eller ger upp.',
    en: 'First come, first served. Who does not get through calls 1177 or gives up.',
  },
  about_bound: {
    sv: 'All personal på ett ställe, och ingen mindre brådskande i vägen. Går inte att nå.',
    en: 'All staff in one place, and nobody less urgent in the way. It cannot be had.',
  },
  answerTitle: { sv: 'Så blir det', en: 'What comes of it' },
  answerAbout: {
    sv: '{name}, {days} dagar, medel av {seeds} omgångar, {use} procents beläggning före ändringen.',
    en: '{name}, {days} days, mean of {seeds} runs, {use} per cent use before the change.',
  },
  meanCaption: {
    sv: 'Väntetid i minuter från första kontakt, i medel',
    en: 'Mean wait in minutes from the first contact',
  },
  urgency: { sv: 'Prioritet', en: 'Urgency' },
  slussenNow: { sv: 'Slussen i dag', en: 'Slussen today' },
  slussenThen: { sv: 'Slussen efter ändringen', en: 'Slussen after the change' },
  within: { sv: 'I tid efter ändringen, %', en: 'In time after the change, %' },
  chartAlt: {
    sv: 'Diagram över väntetiderna efter ändringen; samma siffror står i tabellen.',
    en: 'Chart of the waits after the change; the table has the same figures.',
  },
  goalCaption: { sv: 'Direktivets effektmål', en: 'The effect goals of the directive' },
  goal: { sv: 'Mål', en: 'Goal' },
  E1: { sv: 'väntan på 1177, minuter i öppettid', en: 'wait at 1177, minutes of opening time' },
  E2: { sv: 'lämnar kön till 1177 utan svar, %', en: 'leave 1177’s queue unanswered, %' },
  E3: {
    sv: 'väntan på vårdcentralerna, minuter i öppettid',
    en: 'wait at the clinics, minutes of opening time',
  },
  E4: { sv: 'lämnar vårdcentralens kö utan svar, %', en: 'leave a clinic’s queue unanswered, %' },
  E5: { sv: 'chatt av ärendena till 1177, %', en: 'in writing, of 1177’s cases, %' },
  E6: { sv: 'chatt av ärendena till vårdcentralerna, %', en: 'in writing, of the clinics’ cases, %' },
  E8: { sv: 'arbetade minuter per hjälpt ärende', en: 'staff minutes for each case that was helped' },
  E9: { sv: 'ärenden i veckan hos andra än sjuksköterskor', en: 'cases a week with others than nurses' },
  usedCapacity: { sv: 'Använd arbetstid, %', en: 'Working time used, %' },
  stayedHome: {
    sv: 'Hjälpta på sin egen vårdcentral när den var öppen, %',
    en: 'Helped at their own clinic while it was open, %',
  },
  csv: { sv: 'Ladda ner tabellerna (CSV)', en: 'Download the tables (CSV)' },
  svg: { sv: 'Ladda ner diagrammet (SVG)', en: 'Download the chart (SVG)' },
});

export function useSimulationTexts() {
  const { language } = useTexts();
  return useMemo(() => translator(simulationTexts, language), [language]);
}
