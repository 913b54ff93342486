import { defineTexts } from '../../i18n/i18n.js';

/** Texts of the conversation and its timeline. */
export const conversationTexts = defineTexts({
  conversation: { sv: 'Samtal', en: 'Conversation' },
  chooseCase: { sv: 'Välj ett ärende i kön', en: 'Choose a case in the queue' },
  chooseCaseText: {
    sv: 'Eller tryck på ”Nästa ärende”, så får du det som är mest bråttom.',
    en: 'Or press “Next case” and you get the one that is most urgent.',
  },
  notHere: { sv: 'Ärendet finns inte här', en: 'The case is not here' },
  notHereText: {
    sv: 'Det har flyttats till en annan mottagning, eller så är adressen fel.',
    en: 'It has been moved to another unit, or the address is wrong.',
  },
  tabsOfCase: { sv: 'Delar av ärendet', en: 'Parts of the case' },
  resident: { sv: 'Invånaren', en: 'The resident' },
  system: { sv: 'Slussen', en: 'Slussen' },
  intern: { sv: 'Intern', en: 'Internal' },
  internText: { sv: 'syns inte för patienten', en: 'the patient does not see this' },
  seen: { sv: 'Sett', en: 'Seen' },
  sent: { sv: 'Skickat', en: 'Sent' },
  sending: { sv: 'Skickar', en: 'Sending' },
  notSent: { sv: 'Inte skickat än, vi försöker igen', en: 'Not sent yet, we keep trying' },
  refused: { sv: 'Kunde inte skickas', en: 'Could not be sent' },
  sendAgain: { sv: 'Skicka igen', en: 'Send again' },
  takeBack: { sv: 'Lägg tillbaka i textrutan', en: 'Put back in the text field' },
  typing: { sv: '{name} skriver', en: '{name} is typing' },
  timeline: { sv: 'Händelser', en: 'What has happened' },
  toEnd: { sv: 'Till det senaste', en: 'To the latest' },
  answeredByTelephone: {
    sv: { one: 'Svarade på en fråga i telefon', other: 'Svarade på {n} frågor i telefon' },
    en: { one: 'Answered one question by telephone', other: 'Answered {n} questions by telephone' },
  },
  answered: {
    sv: { one: 'Svarade på en fråga', other: 'Svarade på {n} frågor' },
    en: { one: 'Answered one question', other: 'Answered {n} questions' },
  },

  unseenDanger: {
    sv: 'Det här hände medan rutan var öppen. Läs det först.',
    en: 'This happened while the dialog was open. Read it first.',
  },
  unseenDangerRead: { sv: 'Jag har läst det', en: 'I have read it' },

  ev_alarmFound: {
    sv: 'Alarm i de egna orden: {means} (prioritet {urgency}). Visades före sökorsakerna.',
    en: 'Alarm in the own words: {means} (urgency {urgency}). Shown before the contact reasons.',
  },
  ev_alarmInMessage: {
    sv: 'Alarm i det som skrevs (”{written}”): {means} (prioritet {urgency}). Rådet står i ärendet; om det är läst vet vi inte.',
    en: 'Alarm in what was written (“{written}”): {means} (urgency {urgency}). The advice stands in the case; whether it is read is not known.',
  },
  ev_raisedByAlarm: {
    sv: 'Prioriteten höjdes av alarmet från {from} till {to}',
    en: 'The alarm raised the urgency from {from} to {to}',
  },
  ev_raisedByCheckIn: {
    sv: 'Prioriteten höjdes av svaret på avstämningen från {from} till {to}',
    en: 'The answer to the check-in raised the urgency from {from} to {to}',
  },
  ev_checkInAsked: { sv: 'Avstämning: {question}', en: 'Check-in: {question}' },
  ev_checkInAnswered: { sv: 'Svarade på avstämningen', en: 'Answered the check-in' },
  ev_checkInAdvice: {
    sv: 'Svarade på avstämningen och läste: {now}',
    en: 'Answered the check-in and read: {now}',
  },
  ev_checkInUnanswered: {
    sv: 'Har inte svarat på avstämningen på {n} minuter',
    en: 'Has not answered the check-in for {n} minutes',
  },
  ev_cutOff: {
    sv: 'Samtalet bröts: inget hände på {n} minuter. Ring upp.',
    en: 'The call was cut off: nothing happened for {n} minutes. Call back.',
  },
  ev_alarmNotMeant: {
    sv: 'Sa om alarmet: ”Det var inte så jag menade”',
    en: 'Said of the alarm: “That is not what I meant”',
  },
  ev_alarmGoOn: {
    sv: 'Läste alarmets råd och gick vidare',
    en: 'Read what the alarm advised and went on',
  },
  ev_offersDeclined: {
    sv: 'Erbjöds sökorsakerna {offered}, och valde ingen av dem',
    en: 'Was offered the contact reasons {offered}, and picked none of them',
  },
  ev_offerChosen: {
    sv: 'Erbjöds sökorsakerna {offered}, och valde {chosen}',
    en: 'Was offered the contact reasons {offered}, and picked {chosen}',
  },
  ev_reasonChosen: { sv: 'Sökorsak: {reason}', en: 'Contact reason: {reason}' },
  ev_answersDropped: {
    sv: 'Ändrade ett svar. Svar som inte längre gäller togs bort ({n}).',
    en: 'Changed an answer. Answers that no longer apply were dropped ({n}).',
  },
  ev_result: {
    sv: 'Triage: {outcome}, prioritet {urgency}. {why}',
    en: 'Triage: {outcome}, urgency {urgency}. {why}',
  },
  ev_identifiedSelf: { sv: '{name} loggade in', en: '{name} signed in' },
  ev_identifiedGuardian: {
    sv: 'En vårdnadshavare loggade in och skriver för {name}',
    en: 'A guardian signed in and writes for {name}',
  },
  ev_interpreter: { sv: 'Vill ha tolk: {language}', en: 'Asks for an interpreter: {language}' },
  ev_noInterpreter: { sv: 'Behöver ingen tolk längre', en: 'Needs no interpreter any more' },
  ev_carried: { sv: 'Fortsatte på en annan enhet', en: 'Went on at another device' },
  ev_contactWanted: { sv: 'Vill ändå ha kontakt', en: 'Still wants contact' },
  ev_routed: { sv: 'Placerat hos {unit}, {role}. {why}', en: 'Placed at {unit}, {role}. {why}' },
  ev_claimed: { sv: '{name}, {role}, tog ärendet', en: '{name}, {role}, took the case' },
  ev_claimedBySystem: { sv: 'Ärendet togs', en: 'The case was taken' },
  ev_claimUndone: {
    sv: '{name} ångrade sig direkt. Ärendet väntar i kön med sin plats kvar.',
    en: '{name} undid that at once. The case waits in the queue and kept its place.',
  },
  ev_handedBackSignedOut: {
    sv: '{name} loggade ut. Ärendet gick tillbaka till kön med sin plats kvar.',
    en: '{name} signed out. The case went back to the queue and kept its place.',
  },
  ev_handedBack: {
    sv: '{name} lämnade tillbaka ärendet till kön',
    en: '{name} handed the case back to the queue',
  },
  ev_handedBackWhy: {
    sv: '{name} lämnade tillbaka ärendet till kön: {reason}',
    en: '{name} handed the case back to the queue: {reason}',
  },
  ev_setAside_answer: {
    sv: '{name} väntar på patientens svar, som längst till {when}',
    en: '{name} waits for the patient to answer, until {when} at most',
  },
  'ev_setAside_follow-up': { sv: '{name} följer upp {when}', en: '{name} follows this up {when}' },
  ev_setAside_reminder: { sv: '{name} vill bli påmind {when}', en: '{name} wants a reminder {when}' },
  ev_takenUp: { sv: '{name} tog upp ärendet igen', en: '{name} took the case up again' },
  ev_timeCame_answer: {
    sv: 'Patienten har inte svarat i tid. Ärendet är tillbaka',
    en: 'The patient did not answer in time. The case is back',
  },
  'ev_timeCame_follow-up': { sv: 'Dags att följa upp', en: 'Time to follow this up' },
  ev_timeCame_reminder: { sv: 'Påminnelse', en: 'Reminder' },
  ev_moved: {
    sv: 'Flyttat av sig självt från {from} till {to}. Patienten läser: ”{why}”',
    en: 'Moved by itself from {from} to {to}. The patient reads: “{why}”',
  },
  ev_transferred: {
    sv: '{name} skickade ärendet från {from} till {to}, {role}',
    en: '{name} sent the case from {from} to {to}, {role}',
  },
  ev_holdExpired: {
    sv: 'Ingen var aktiv på {n} minuter. Ärendet gick tillbaka till kön med sin plats kvar.',
    en: 'Nobody was active for {n} minutes. The case went back to the queue and kept its place.',
  },
  ev_raised: {
    sv: '{name} höjde prioriteten från {from} till {to}',
    en: '{name} raised the urgency from {from} to {to}',
  },
  ev_lowered: {
    sv: '{name} sänkte prioriteten från {from} till {to}',
    en: '{name} lowered the urgency from {from} to {to}',
  },
  ev_because: { sv: '{sentence}: {reason}', en: '{sentence}: {reason}' },
  ev_ticketGiven: {
    sv: 'Patienten kan själv boka {kind} hos {unit} till och med {when}',
    en: 'The patient can book {kind} at {unit} until {when}',
  },
  ev_booked: {
    sv: '{name} bokade {kind}: {when}, {performer}, {unit}',
    en: '{name} booked {kind}: {when}, {performer}, {unit}',
  },
  ev_rebooked: {
    sv: '{name} bokade om från {from} till {when}, {performer}, {unit}',
    en: '{name} rebooked from {from} to {when}, {performer}, {unit}',
  },
  ev_bookingCancelled: { sv: '{name} avbokade tiden {when}', en: '{name} cancelled the time {when}' },
  ev_adviceGiven: { sv: '{name} skickade råden: {now}', en: '{name} sent the advice: {now}' },
  ev_imageAsked: {
    sv: '{name} bad om en bild, med råd om hur man tar den',
    en: '{name} asked for an image, with how to take it',
  },
  ev_recordNote_copied: {
    sv: '{name} kopierade en text till journalen',
    en: '{name} copied a text for the record',
  },
  ev_recordNote_printed: {
    sv: '{name} skrev ut en text till journalen',
    en: '{name} printed a text for the record',
  },
  ev_withdrawn: { sv: 'Tog tillbaka ärendet', en: 'Withdrew the case' },
  ev_closed: { sv: '{name} avslutade ärendet: {result}', en: '{name} closed the case: {result}' },
  ev_closedBySystem: { sv: 'Ärendet avslutades: {result}', en: 'The case was closed: {result}' },
  ev_withNote: { sv: '{sentence}. {note}', en: '{sentence}. {note}' },
  ev_reopened: { sv: 'Skrev igen. Ärendet öppnades på nytt.', en: 'Wrote again. The case was reopened.' },
  ev_rated: { sv: 'Betyg {score} av 5', en: 'Rated {score} of 5' },
  ev_ratedWords: { sv: 'Betyg {score} av 5: {words}', en: 'Rated {score} of 5: {words}' },
  ev_waitingAgain: { sv: 'Väntar igen. {reason}', en: 'Waits again. {reason}' },
  ev_startedByTelephone: {
    sv: 'Öppnade ärendet per telefon, {origin}',
    en: 'Opened the case by telephone, {origin}',
  },
  ev_startedNamed: { sv: '. Namnet som sades: {name}', en: '. The name that was said: {name}' },
  ev_started: { sv: 'Började på {origin}', en: 'Began at {origin}' },

  composer: { sv: 'Skriv', en: 'Write' },
  modeReply: { sv: 'Svar till {name}', en: 'Reply to {name}' },
  modeNote: { sv: 'Intern anteckning', en: 'Internal note' },
  placeholderReply: {
    sv: 'Skriv till {name}. Tryck / för snabbsvar.',
    en: 'Write to {name}. Press / for quick replies.',
  },
  placeholderNote: { sv: 'Syns bara för personal.', en: 'Seen by staff only.' },
  send: { sv: 'Skicka', en: 'Send' },
  saveNote: { sv: 'Spara anteckning', en: 'Save note' },
  hintNotLive: { sv: 'Svaret kan inte skickas än', en: 'The reply cannot be sent yet' },
  hintSend: {
    sv: 'Enter skickar, Skift + Enter ger ny rad',
    en: 'Enter sends, Shift + Enter makes a new line',
  },
  hintNote: {
    sv: 'Enter sparar, Skift + Enter ger ny rad',
    en: 'Enter saves, Shift + Enter makes a new line',
  },
  writesEnglish: { sv: 'Patienten skriver på engelska', en: 'The patient writes in English' },
  attach: { sv: 'Lägg till bild', en: 'Add image' },
  askImage: { sv: 'Be om bild', en: 'Ask for an image' },
  askImageDone: {
    sv: 'Invånaren är ombedd att lägga till en bild.',
    en: 'The resident is asked for an image.',
  },
  attachShort: { sv: 'Bild', en: 'Image' },
  attaching: { sv: 'Lägger till bilden', en: 'Adding the image' },
  attachFailed: {
    sv: 'Bilden kunde inte läggas till. Välj en bild (JPEG, PNG eller WebP) på högst 10 MB.',
    en: 'The image could not be added. Choose an image (JPEG, PNG or WebP) of at most 10 MB.',
  },
  removeImage: { sv: 'Ta bort bild {n}', en: 'Remove image {n}' },
  tooLong: {
    sv: 'Texten är för lång. Högst {n} tecken.',
    en: 'The text is too long. At most {n} characters.',
  },

  quickReplies: { sv: 'Snabbsvar', en: 'Quick replies' },
  quickNone: { sv: 'Inget snabbsvar passar det du skrev.', en: 'No quick reply matches what you wrote.' },
  quickEmpty: { sv: 'Enheten har inga snabbsvar än.', en: 'The unit has no quick replies yet.' },
  quickHint: { sv: 'Skriv för att söka, pil upp och ned väljer', en: 'Type to search, arrows choose' },
  quickArrows: { sv: 'Pil upp och ned väljer', en: 'Arrows choose' },
  quickManage: { sv: 'Ändra snabbsvar', en: 'Edit quick replies' },
  quickManageText: {
    sv: 'Snabbsvaren gäller alla på {unit}. Patienten får texten på sitt eget språk.',
    en: 'Quick replies are shared by all at {unit}. The patient gets the text in their own language.',
  },
  quickAdd: { sv: 'Nytt snabbsvar', en: 'New quick reply' },
  quickEdit: { sv: 'Ändra', en: 'Edit' },
  quickEditOf: { sv: 'Ändra ”{title}”', en: 'Edit “{title}”' },
  quickDelete: { sv: 'Ta bort', en: 'Delete' },
  quickDeleteOf: { sv: 'Ta bort ”{title}”', en: 'Delete “{title}”' },
  quickDeleteSure: {
    sv: 'Ta bort ”{title}” för alla på enheten?',
    en: 'Delete “{title}” for all at the unit?',
  },
  quickTitle: { sv: 'Rubrik', en: 'Title' },
  quickTextSv: { sv: 'Text på svenska', en: 'Text in Swedish' },
  quickTextEn: { sv: 'Text på engelska', en: 'Text in English' },
  quickRequired: { sv: 'Skriv något här.', en: 'Write something here.' },

  bannerWaiting: { sv: 'Ingen har tagit ärendet än.', en: 'Nobody has taken the case yet.' },
  bannerWaitingText: {
    sv: 'Ta det för att svara och göra något med det.',
    en: 'Take it to reply and to act on it.',
  },
  bannerHeld: { sv: '{name}, {role}, har ärendet.', en: '{name}, {role}, holds the case.' },
  bannerGone: {
    sv: '{name}, {role}, har ärendet men är borta sedan {when}.',
    en: '{name}, {role}, holds the case but is gone since {when}.',
  },
  bannerGoneText: {
    sv: 'Du kan ta över. Anledningen står i händelserna.',
    en: 'You can take over. The events will say why.',
  },
  takeFromGone: { sv: 'Ta över', en: 'Take over' },
  bannerHeldText: { sv: 'Du kan läsa men inte ändra.', en: 'You can read but not change.' },
  bannerClosed: { sv: 'Ärendet är avslutat: {result}.', en: 'The case is closed: {result}.' },
  bannerClosedText: {
    sv: 'Om patienten skriver igen kommer ärendet tillbaka till kön.',
    en: 'If the patient writes again the case comes back to the queue.',
  },
  bannerResident: { sv: 'Ärendet är hos patienten just nu.', en: 'The case is with the patient right now.' },
  bannerResidentText: { sv: 'Patienten {state}.', en: 'The patient: {state}.' },
  bannerLost: { sv: 'Du följer inte längre ärendet.', en: 'You no longer follow the case.' },
  bannerLostText: {
    sv: 'Någon annan har tagit det, eller så har det flyttats. Det du skrev finns kvar på den här datorn.',
    en: 'Someone else has taken it, or it has been moved. What you wrote is kept on this computer.',
  },
  keptText: { sv: 'Du har text som inte är skickad:', en: 'You have text that was not sent:' },
  backToQueue: { sv: 'Till kön', en: 'To the queue' },
  take: { sv: 'Ta ärende', en: 'Take case' },
});
