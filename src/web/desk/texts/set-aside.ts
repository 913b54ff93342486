import { defineTexts } from '../../i18n/i18n.js';

/** Texts of cases that are left for later. */
export const setAsideTexts = defineTexts({
  asideTitle: { sv: 'Vänta med ärendet', en: 'Leave the case for later' },
  asideWhy: { sv: 'Varför', en: 'Why' },
  aside_answer: { sv: 'Vänta på patientens svar', en: 'Wait for the patient to answer' },
  asideText_answer: {
    sv: 'Ärendet kommer tillbaka när patienten skriver, senast vid tiden du väljer.',
    en: 'The case comes back when the patient writes, at the latest at the time you choose.',
  },
  'aside_follow-up': { sv: 'Följ upp', en: 'Follow up' },
  'asideText_follow-up': {
    sv: 'Ärendet kommer tillbaka vid tiden du väljer, och när patienten skriver. Du blir påmind ändå.',
    en: 'The case comes back at the time you choose, and when the patient writes. You are reminded all the same.',
  },
  aside_reminder: { sv: 'Påminn mig', en: 'Remind me' },
  asideText_reminder: {
    sv: 'Ärendet stannar där det är. Du blir påmind vid tiden du väljer.',
    en: 'The case stays where it is. You are reminded at the time you choose.',
  },
  asideUrgent: {
    sv: 'Ett ärende med prioritet 1 eller 2 kan inte vänta. Du kan bli påmind om det.',
    en: 'A case of urgency 1 or 2 cannot wait. You can be reminded of it.',
  },
  asideUntil: { sv: 'Till när', en: 'Until when' },
  asideUntilNeeded: {
    sv: 'Välj en tid som kommer, högst 60 dagar bort.',
    en: 'Choose a time to come, at most 60 days away.',
  },
  asideIn_hour: { sv: 'Om en timme', en: 'In an hour' },
  asideIn_afternoon: { sv: 'I eftermiddag', en: 'This afternoon' },
  'asideIn_next-day': { sv: 'Nästa vardag', en: 'The next working day' },
  asideIn_week: { sv: 'Om en vecka', en: 'In a week' },
  asideOther: { sv: 'En annan tid', en: 'Another time' },
  asideDate: { sv: 'Datum', en: 'Date' },
  asideTime: { sv: 'Klockslag', en: 'Time' },
  asideNote: { sv: 'Att tänka på då (frivilligt)', en: 'To think of then (optional)' },
  asideNoteText: { sv: 'Syns bara för personal.', en: 'Seen by staff only.' },
  asideConfirm: { sv: 'Vänta till dess', en: 'Leave it until then' },
  asideConfirmReminder: { sv: 'Påminn mig då', en: 'Remind me then' },
  asideDone: { sv: 'Ärendet kommer tillbaka {when}.', en: 'The case comes back {when}.' },
  asideDoneReminder: { sv: 'Du blir påmind {when}.', en: 'You are reminded {when}.' },
  asideOf_answer: { sv: 'Väntar på svar, till {when}', en: 'Waits for an answer, until {when}' },
  'asideOf_follow-up': { sv: 'Följs upp {when}', en: 'To be followed up {when}' },
  asideOf_reminder: { sv: 'Påminnelse {when}', en: 'Reminder {when}' },
  asideTakeUp: { sv: 'Ta upp nu', en: 'Take up now' },
  asideForget: { sv: 'Ta bort påminnelsen', en: 'Remove the reminder' },
});
