import { defineTexts } from '../../i18n/i18n.js';

/** Texts of what staff do with a case, and of its dialogs. */
export const actionTexts = defineTexts({
  actions: { sv: 'Åtgärder', en: 'Actions' },
  more: { sv: 'Mer', en: 'More' },
  urgencyTitle: { sv: 'Ändra prioritet', en: 'Change urgency' },
  adviceTitle: { sv: 'Skicka råden igen', en: 'Send the advice again' },
  note: { sv: 'Anteckning', en: 'Note' },

  bookTitle: { sv: 'Boka tid åt {name}', en: 'Book a time for {name}' },
  rebookTitle: { sv: 'Boka om {name}', en: 'Rebook {name}' },
  unit: { sv: 'Mottagning', en: 'Unit' },
  kind: { sv: 'Sorts besök', en: 'Kind of visit' },
  soonest: { sv: 'Närmaste tiderna', en: 'Soonest times' },
  moreTimes: { sv: 'Fler tider, dag för dag', en: 'More times, day by day' },
  noTimes: {
    sv: 'Det finns inga lediga tider. Prova ett annat besök eller en annan mottagning.',
    en: 'There are no free times. Try another kind of visit or another unit.',
  },
  timesOnDay: { sv: { one: '1 tid', other: '{n} tider' }, en: { one: '1 time', other: '{n} times' } },
  chooseTime: { sv: 'Välj tid', en: 'Choose a time' },
  chooseATime: { sv: 'Välj en tid.', en: 'Choose a time.' },
  with: { sv: '{kind}, {performer}', en: '{kind}, {performer}' },
  confirmBook: { sv: 'Boka tiden', en: 'Book the time' },
  confirmRebook: { sv: 'Boka om till tiden', en: 'Rebook to the time' },
  timeTaken: {
    sv: 'Tiden togs nyss av någon annan. Inget är bokat. Här är de tider som finns kvar.',
    en: 'The time was just taken by someone else. Nothing is booked. Here are the times that are left.',
  },
  booked: {
    sv: 'Tiden är bokad. Patienten ser den i samtalet.',
    en: 'The time is booked. The patient sees it in the conversation.',
  },
  rebooked: { sv: 'Tiden är ombokad.', en: 'The time is changed.' },
  currentTime: { sv: 'Nuvarande tid: {when}', en: 'Current time: {when}' },
  cancelTitle: { sv: 'Avboka tiden', en: 'Cancel the time' },
  cancelText: {
    sv: '{when}, {kind}, {performer}, {unit}.',
    en: '{when}, {kind}, {performer}, {unit}.',
  },
  cancelConfirm: { sv: 'Avboka', en: 'Cancel the time' },
  cancelKeep: { sv: 'Behåll tiden', en: 'Keep the time' },
  cancelledDone: { sv: 'Tiden är avbokad.', en: 'The time is cancelled.' },

  urgencyNow: { sv: 'nu', en: 'now' },
  reason: { sv: 'Varför', en: 'Why' },
  reasonNeeded: { sv: 'Skriv varför prioriteten sänks.', en: 'Write why the urgency is lowered.' },
  reasonLowering: {
    sv: 'Behövs när prioriteten sänks. Syns bara för personal.',
    en: 'Needed when the urgency is lowered. Seen by staff only.',
  },
  reasonOptional: { sv: 'Frivilligt. Syns bara för personal.', en: 'Optional. Seen by staff only.' },
  raiseTo: { sv: 'Höj till {urgency}', en: 'Raise to {urgency}' },
  lowerTo: { sv: 'Sänk till {urgency}', en: 'Lower to {urgency}' },
  chooseOther: { sv: 'Välj en annan prioritet.', en: 'Choose another urgency.' },
  urgencyDone: { sv: 'Prioriteten är ändrad.', en: 'The urgency is changed.' },

  adviceText: {
    sv: 'Patienten får det här i samtalet, på sitt eget språk:',
    en: 'The patient gets this in the conversation, in their own language:',
  },
  adviceConfirm: { sv: 'Skicka råden', en: 'Send the advice' },
  adviceDone: { sv: 'Råden är skickade.', en: 'The advice is sent.' },

  ticketTitle: { sv: 'Låt patienten boka själv', en: 'Let the patient book' },
  ticketText: {
    sv: 'Patienten väljer själv bland lediga tider. Ärendet lämnar dig när du gör det här.',
    en: 'The patient chooses among free times. The case leaves you when you do this.',
  },
  ticketConfirm: { sv: 'Ge bokningsunderlag', en: 'Give a booking ticket' },
  ticketDone: { sv: 'Patienten kan nu boka själv.', en: 'The patient can now book.' },

  handBackTitle: { sv: 'Lämna tillbaka till kön', en: 'Hand back to the queue' },
  handBackText: {
    sv: 'Ärendet får tillbaka sin plats i kön. Patienten behöver inte upprepa något.',
    en: 'The case gets its place in the queue back. The patient need not repeat anything.',
  },
  handBackReason: {
    sv: 'Något till den som tar över (frivilligt)',
    en: 'Something for whoever takes it (optional)',
  },
  handBackConfirm: { sv: 'Lämna tillbaka', en: 'Hand back' },
  handBackDone: { sv: 'Ärendet är tillbaka i kön.', en: 'The case is back in the queue.' },

  handOverTitle: { sv: 'Lämna till en kollega', en: 'Hand to a colleague' },
  handOverText: {
    sv: 'Kollegan får ärendet direkt, med allt i det. Patienten får veta vem som hjälper nu.',
    en: 'Your colleague gets the case at once, with all that is in it. The patient is told who helps now.',
  },
  handOverWho: { sv: 'Vem får ärendet', en: 'Who gets the case' },
  handOverChoose: { sv: 'Välj en kollega', en: 'Choose a colleague' },
  handOverNeeded: { sv: 'Välj vem som får ärendet.', en: 'Choose who gets the case.' },
  handOverNobody: {
    sv: 'Ingen kollega med rätt kompetens är i tjänst och tar nya ärenden. Lämna tillbaka ärendet till kön i stället.',
    en: 'No colleague with the competence is on duty and taking new cases. Hand the case back to the queue instead.',
  },
  handOverConfirm: { sv: 'Lämna ärendet', en: 'Hand it over' },
  handOverDone: { sv: 'Ärendet är hos {name} nu.', en: 'The case is with {name} now.' },

  closeTitle: { sv: 'Avsluta ärendet', en: 'Close the case' },
  closeResult: { sv: 'Hur slutade det', en: 'How did it end' },
  closeResultNeeded: { sv: 'Välj hur ärendet slutade.', en: 'Choose how the case ended.' },
  closeNote: { sv: 'Anteckning (frivilligt)', en: 'Note (optional)' },
  closeNoteText: { sv: 'Syns bara för personal.', en: 'Seen by staff only.' },
  closeUnsent: {
    sv: 'Du har text som inte är skickad. Den skickas inte när du avslutar.',
    en: 'You have text that has not been sent. It is not sent when you close.',
  },
  closeBookings: {
    sv: 'Patienten har bokade tider. De gäller fortfarande:',
    en: 'The patient has booked times. They still stand:',
  },
  closeConfirm: { sv: 'Avsluta ärendet', en: 'Close the case' },
  closeDone: { sv: 'Ärendet är avslutat.', en: 'The case is closed.' },

  'result_advice-given': { sv: 'Råd givna', en: 'Advice given' },
  result_booked: { sv: 'Tid bokad', en: 'Time booked' },
  result_referred: { sv: 'Hänvisad vidare', en: 'Referred on' },
  'result_prescription-renewed': { sv: 'Recept förnyat', en: 'Prescription renewed' },
  'result_administrative-done': { sv: 'Administration klar', en: 'Administration done' },
  'result_no-answer': { sv: 'Patienten svarade inte', en: 'The patient did not answer' },
  result_other: { sv: 'Annat', en: 'Other' },
  'result_self-care': { sv: 'Egenvård', en: 'Self-care' },
  'result_emergency-call': { sv: 'Råd att ringa 112', en: 'Told to call 112' },
  'result_emergency-department': { sv: 'Till akutmottagning', en: 'To the emergency department' },
  result_withdrawn: { sv: 'Patienten tog tillbaka ärendet', en: 'The patient withdrew the case' },
  result_visit: { sv: 'Besöket har varit', en: 'The visit has taken place' },
  result_abandoned: { sv: 'Patienten kom inte tillbaka', en: 'The patient did not come back' },
});
