import { useMemo } from 'react';
import { defineTexts, type Translator, translator } from '../../i18n/i18n.js';
import { useTexts } from '../texts/desk-texts.js';

/** Texts of the managers' pages; they come with these pages, not before. */
export const manageTexts = defineTexts({
  manageTitle: { sv: 'Mottagning', en: 'Unit' },
  manageUnit: { sv: 'Mottagning att ändra', en: 'Unit to change' },
  manageTabs: { sv: 'Mottagningens sidor', en: 'Pages of the unit' },
  page_hours: { sv: 'Öppettider', en: 'Opening hours' },
  page_staff: { sv: 'Bemanning', en: 'Staff' },
  page_policy: { sv: 'Policy', en: 'Policy' },
  page_simulation: { sv: 'Simulering', en: 'Simulation' },
  page_visits: { sv: 'Digitala besök', en: 'Digital visits' },
  manageFailed: {
    sv: 'Uppgifterna kunde inte hämtas. Inget är ändrat.',
    en: 'It could not be loaded. Nothing has been changed.',
  },
  notYours: {
    sv: 'Du leder en annan mottagning och kan inte ändra den här.',
    en: 'You manage another unit and cannot change this one.',
  },

  hoursText: {
    sv: 'Ändringar gäller så snart de är sparade: för invånarna, för kön och för den som bokar.',
    en: 'Changes count as soon as they are saved: for residents, for the queue and for bookings.',
  },
  weekTitle: { sv: 'Vanlig vecka', en: 'Usual week' },
  weekText: {
    sv: 'En tid som slutar före den börjar går över midnatt. 00.00 till 00.00 är hela dygnet.',
    en: 'A stretch that ends before it begins goes past midnight. 00:00 to 00:00 is the whole day.',
  },
  day_1: { sv: 'måndag', en: 'Monday' },
  day_2: { sv: 'tisdag', en: 'Tuesday' },
  day_3: { sv: 'onsdag', en: 'Wednesday' },
  day_4: { sv: 'torsdag', en: 'Thursday' },
  day_5: { sv: 'fredag', en: 'Friday' },
  day_6: { sv: 'lördag', en: 'Saturday' },
  day_7: { sv: 'söndag', en: 'Sunday' },
  closedDay: { sv: 'Stängt', en: 'Closed' },
  opensOn: { sv: '{day}: öppnar', en: '{day}: opens' },
  closesOn: { sv: '{day}: stänger', en: '{day}: closes' },
  nextDay: { sv: 'nästa dag', en: 'next day' },
  addStretch: { sv: 'Lägg till tid', en: 'Add hours' },
  addStretchOn: { sv: 'Lägg till tid på {day}', en: 'Add hours on {day}' },
  removeStretch: { sv: 'Ta bort {from}–{to} på {day}', en: 'Remove {from}–{to} on {day}' },
  copyToWeekdays: {
    sv: 'Kopiera måndagens tider till tisdag–fredag',
    en: 'Copy Monday’s hours to Tuesday–Friday',
  },

  closedOnTitle: { sv: 'Helgdagar och aftnar', en: 'Holidays and eves' },
  holidays: { sv: 'Stängt på helgdagar', en: 'Closed on public holidays' },
  evesTitle: { sv: 'Stängt även på', en: 'Closed also on' },
  'eve_twelfth-night': { sv: 'trettondagsafton', en: 'Twelfth Night' },
  'eve_maundy-thursday': { sv: 'skärtorsdagen', en: 'Maundy Thursday' },
  'eve_easter-eve': { sv: 'påskafton', en: 'Easter Eve' },
  'eve_walpurgis-night': { sv: 'valborgsmässoafton', en: 'Walpurgis Night' },
  'eve_ascension-eve': { sv: 'dagen före Kristi himmelsfärdsdag', en: 'the day before Ascension Day' },
  'eve_whitsun-eve': { sv: 'pingstafton', en: 'Whitsun Eve' },
  'eve_national-day-eve': { sv: 'dagen före nationaldagen', en: 'the day before the National Day' },
  'eve_midsummers-eve': { sv: 'midsommarafton', en: 'Midsummer’s Eve' },
  'eve_all-saints-eve': { sv: 'allhelgonaafton', en: 'All Saints’ Eve' },
  'eve_christmas-eve': { sv: 'julafton', en: 'Christmas Eve' },
  'eve_new-years-eve': { sv: 'nyårsafton', en: 'New Year’s Eve' },

  daysTitle: { sv: 'Särskilda dagar', en: 'Special days' },
  daysText: {
    sv: 'En särskild dag går före veckan och helgdagarna. Utan tider är det stängt hela dagen.',
    en: 'A special day goes before the week and the holidays. Without hours it is closed all day.',
  },
  date: { sv: 'Datum', en: 'Date' },
  noDays: { sv: 'Inga särskilda dagar.', en: 'No special days.' },
  addDay: { sv: 'Lägg till särskild dag', en: 'Add a special day' },
  removeRow: { sv: 'Ta bort', en: 'Remove' },
  removeDay: { sv: 'Ta bort dagen {date}', en: 'Remove the day {date}' },
  unnamedDay: { sv: 'ny dag', en: 'new day' },

  closingsTitle: { sv: 'Tillfälligt stängt', en: 'Closed for a time' },
  closingsText: {
    sv: 'Orsaken visas för invånarna. Ärenden som redan väntar ligger kvar eller flyttas enligt reglerna.',
    en: 'The reason is shown to residents. Cases that wait already stay or are moved by the rules.',
  },
  noClosings: { sv: 'Ingen tillfällig stängning.', en: 'Not closed for a time.' },
  addClosing: { sv: 'Stäng tillfälligt', en: 'Close for a time' },
  closeToday: { sv: 'Stäng resten av dagen', en: 'Close for the rest of today' },
  removeClosing: { sv: 'Ta bort stängningen', en: 'Remove the closing' },
  closingNumber: { sv: 'Stängning {n}', en: 'Closing {n}' },
  closingFrom: { sv: 'Från', en: 'From' },
  closingTo: { sv: 'Till', en: 'To' },
  dateOf: { sv: '{end}, dag', en: '{end}, day' },
  timeOf: { sv: '{end}, tid', en: '{end}, time' },
  reasonSv: { sv: 'Orsak på svenska', en: 'Reason in Swedish' },
  reasonEn: { sv: 'Orsak på engelska', en: 'Reason in English' },

  previewTitle: { sv: 'De närmaste 14 dagarna', en: 'The next 14 days' },
  previewAsSaved: { sv: 'Så är det nu.', en: 'As it is now.' },
  previewAsDraft: { sv: 'Så blir det när du sparar.', en: 'As it will be when you save.' },
  previewFaults: {
    sv: 'När allt är ifyllt och rätt visas hur det blir.',
    en: 'Once all is filled in and right you see how it turns out.',
  },
  previewDay: { sv: 'Dag', en: 'Day' },
  previewOpen: { sv: 'Öppet', en: 'Open' },
  wholeDay: { sv: 'hela dygnet', en: 'all day and night' },

  unsaved: { sv: 'Du har ändringar som inte är sparade.', en: 'You have changes that are not saved.' },
  outsideTitle: {
    sv: { one: '1 bokat besök hamnar utanför', other: '{n} bokade besök hamnar utanför' },
    en: { one: '1 booked visit is left outside', other: '{n} booked visits are left outside' },
  },
  outsideText: {
    sv: {
      one: 'Det ryms inte i de nya öppettiderna. Inget avbokas av sig självt, och patienten får inte veta något. Boka om det, eller ta emot det ändå.',
      other:
        'De ryms inte i de nya öppettiderna. Inget avbokas av sig självt, och patienterna får inte veta något. Boka om dem, eller ta emot dem ändå.',
    },
    en: {
      one: 'It does not fit into the new opening hours. Nothing is cancelled by itself, and the patient is not told. Rebook it, or keep it all the same.',
      other:
        'They do not fit into the new opening hours. Nothing is cancelled by itself, and the patients are not told. Rebook them, or keep them all the same.',
    },
  },
  outsideWhen: { sv: 'När', en: 'When' },
  outsideKind: { sv: 'Besök', en: 'Visit' },
  outsideWith: { sv: 'Hos', en: 'With' },
  outsideMore: {
    sv: { one: 'Och 1 till.', other: 'Och {n} till.' },
    en: { one: 'And 1 more.', other: 'And {n} more.' },
  },
  outsideBack: { sv: 'Ändra öppettiderna', en: 'Change the hours' },
  outsideSave: { sv: 'Spara ändå', en: 'Save all the same' },
  saveHours: { sv: 'Spara öppettiderna', en: 'Save the opening hours' },
  undo: { sv: 'Ångra ändringarna', en: 'Undo the changes' },
  hoursSaved: {
    sv: 'Öppettiderna är sparade och gäller nu.',
    en: 'The opening hours are saved and count now.',
  },
  faultsFound: {
    sv: {
      one: '{n} sak behöver rättas. Den är markerad.',
      other: '{n} saker behöver rättas. De är markerade.',
    },
    en: {
      one: '{n} thing needs correcting. It is marked.',
      other: '{n} things need correcting. They are marked.',
    },
  },
  savedByOther: {
    sv: 'Någon annan har sparat öppettiderna medan du ändrade. Hämta de senaste och gör om din ändring.',
    en: 'Somebody else saved the opening hours while you changed them. Fetch the latest and make your change again.',
  },
  fetchLatest: { sv: 'Hämta de senaste', en: 'Fetch the latest' },

  fault_time: { sv: 'Skriv ett klockslag, till exempel 08:00.', en: 'Write a time of day, such as 08:00.' },
  'fault_same-time': {
    sv: 'Tiden kan inte sluta när den börjar. Hela dygnet är 00:00 till 00:00.',
    en: 'It cannot end when it begins. The whole day is 00:00 to 00:00.',
  },
  fault_overlap: {
    sv: 'Krockar med en annan tid. Ändra den ena, eller slå ihop dem.',
    en: 'Overlaps other hours. Change one of them, or join them.',
  },
  fault_date: { sv: 'Välj ett datum.', en: 'Choose a date.' },
  fault_twice: { sv: 'Dagen finns redan i listan.', en: 'The day is in the list already.' },
  'fault_also-closed': { sv: 'Dagen finns redan i listan.', en: 'The day is in the list already.' },
  fault_instant: { sv: 'Välj dag och klockslag.', en: 'Choose a day and a time.' },
  'fault_ends-before': { sv: 'Måste vara senare än från.', en: 'Must be later than from.' },
  fault_text: { sv: 'Skriv orsaken, högst 200 tecken.', en: 'Write the reason, at most 200 characters.' },
  fault_other: { sv: 'Det här går inte att spara. Ändra det.', en: 'This cannot be saved. Change it.' },

  changesTitle: { sv: 'Senaste ändringar', en: 'Latest changes' },
  noChanges: { sv: 'Inget har ändrats här än.', en: 'Nothing has been changed here yet.' },
  changedHours: { sv: '{who} ändrade öppettiderna', en: '{who} changed the opening hours' },
  changedPaused: { sv: '{who} pausade {about}', en: '{who} paused {about}' },
  changedResumed: { sv: '{who} lät {about} ta nya ärenden', en: '{who} let {about} take new cases' },

  staffText: {
    sv: 'I tjänst är den som har Slussen öppet. Den som är pausad behåller sina ärenden men räknas inte när nya ärenden fördelas.',
    en: 'On duty is who has Slussen open. Who is paused keeps their cases but does not count when new cases are placed.',
  },
  dutyTitle: { sv: 'Just nu', en: 'Right now' },
  dutyCompetence: { sv: 'Kompetens', en: 'Competence' },
  dutyOn: { sv: 'I tjänst', en: 'On duty' },
  dutyAvailable: { sv: 'Tar nya ärenden', en: 'Take new cases' },
  peopleTitle: { sv: 'Medarbetare', en: 'Staff members' },
  noPeople: { sv: 'Ingen har uppdrag här.', en: 'Nobody has a commission here.' },
  isOn: { sv: 'I tjänst', en: 'On duty' },
  isPaused: { sv: 'Pausad', en: 'Paused' },
  isOff: { sv: 'Inte i tjänst', en: 'Not on duty' },
  lastSeen: { sv: 'senast {when}', en: 'last {when}' },
  pause: { sv: 'Pausa', en: 'Pause' },
  pauseWho: { sv: 'Pausa {name}', en: 'Pause {name}' },
  resume: { sv: 'Låt ta nya ärenden', en: 'Let take new cases' },
  resumeWho: { sv: 'Låt {name} ta nya ärenden', en: 'Let {name} take new cases' },
  nowPaused: {
    sv: '{name} är pausad och behåller sina ärenden.',
    en: '{name} is paused and keeps their cases.',
  },
  nowResumed: { sv: '{name} tar nya ärenden.', en: '{name} takes new cases.' },
});

/** The texts of these pages in the reader's language. */
export function useManageTexts(): Translator<typeof manageTexts> {
  const { language } = useTexts();
  return useMemo(() => translator(manageTexts, language), [language]);
}
