import { defineTexts } from '../../i18n/i18n.js';

/** Texts of what staff do together: consultations, taking over, participants, referrals. */
export const consultTexts = defineTexts({
  consultation: { sv: 'Konsultation', en: 'Consultation' },
  consultationIntern: {
    sv: 'Mellan kollegor, syns inte för patienten',
    en: 'Between colleagues, the patient does not see this',
  },
  askedOf: { sv: '{role}, {unit}', en: '{role}, {unit}' },
  askedOfName: { sv: '{name}, {role}, {unit}', en: '{name}, {role}, {unit}' },

  tabConsult: { sv: 'Konsultationer', en: 'Consultations' },
  toUs: { sv: 'Frågor till oss', en: 'Questions to us' },
  ours: { sv: 'Mina frågor till andra', en: 'My questions to others' },
  endedToday: { sv: 'Avslutade i dag', en: 'Ended today' },
  noConsultations: { sv: 'Inga konsultationer just nu', en: 'No consultations right now' },
  noConsultationsText: {
    sv: 'När en kollega frågar er om ett ärende syns frågan här. Du frågar själv med ”Rådfråga” i ett ärende som du har.',
    en: 'When a colleague asks you about a case the question shows here. You ask with “Consult” in a case that you hold.',
  },
  turnUs: { sv: 'väntar på svar från dig', en: 'waiting for your answer' },
  turnOther: { sv: 'väntar på svar från {whom}', en: 'waiting for an answer from {whom}' },
  askUnit: { sv: 'Välj mottagning', en: 'Choose a unit' },
  askUnitNeeded: { sv: 'Välj vilken mottagning du vill fråga.', en: 'Choose which unit you want to ask.' },
  turnThem: { sv: 'väntar på svar', en: 'waiting for an answer' },
  turnAnswered: { sv: 'besvarad', en: 'answered' },
  stateEnded: { sv: 'avslutad', en: 'ended' },
  stateTakenOver: { sv: 'övertagen', en: 'taken over' },
  answerBy: { sv: 'Svar önskas {when}', en: 'Answer wanted {when}' },
  answerLate: { sv: 'Svar önskades {when}', en: 'An answer was wanted {when}' },
  askedTo: { sv: 'Till {whom}', en: 'To {whom}' },
  askedByName: { sv: 'Från {name}, {unit}', en: 'From {name}, {unit}' },
  lastFrom: { sv: 'Senast: {name}', en: 'Latest: {name}' },
  failedConsultations: {
    sv: 'Konsultationerna kunde inte hämtas. Ingen är borta. Vi försöker igen av oss själva.',
    en: 'The consultations could not be loaded. None is lost. We keep trying by ourselves.',
  },

  askTitle: { sv: 'Rådfråga en kollega', en: 'Consult a colleague' },
  askText: {
    sv: 'Du har kvar ärendet. Den som får frågan ser ärendet tills konsultationen avslutas.',
    en: 'You keep the case. Whoever gets the question sees the case until the consultation ends.',
  },
  askWho: { sv: 'Person eller kompetens', en: 'Person or competence' },
  anyWith: { sv: '{role}, vem som helst', en: '{role}, anyone' },
  closedUntil: { sv: '{unit} (öppnar {when})', en: '{unit} (opens {when})' },
  closedUnit: { sv: '{unit} (stängt)', en: '{unit} (closed)' },
  askClosed: {
    sv: '{unit} har stängt. Öppet nu för samma kompetens: {open}.',
    en: '{unit} is closed. Open now for the same competence: {open}.',
  },
  askNobody: {
    sv: '{unit} har stängt, och ingen annan med den kompetensen har öppet nu.',
    en: '{unit} is closed, and nobody else with that competence is open now.',
  },
  askGone: {
    sv: 'Kollegan har inte Slussen öppet längre. Välj någon annan, eller fråga vem som helst med kompetensen.',
    en: 'The colleague no longer has Slussen open. Choose somebody else, or ask anyone with the competence.',
  },
  question: { sv: 'Din fråga', en: 'Your question' },
  questionNeeded: { sv: 'Skriv vad du undrar.', en: 'Write what you want to know.' },
  askConfirm: { sv: 'Skicka frågan', en: 'Send the question' },
  askDone: {
    sv: 'Frågan är skickad. Svaret kommer här.',
    en: 'The question is sent. The answer comes here.',
  },

  joinInTitle: { sv: 'Bjud in en kollega', en: 'Invite a colleague' },
  joinInText: {
    sv: 'Kollegan kommer med i samtalet och kan skriva. {name} ser vem det är. Du har kvar ärendet.',
    en: 'The colleague joins the conversation and can write. {name} sees who it is. You keep the case.',
  },
  joinInWho: { sv: 'Kollega', en: 'Colleague' },
  joinInNobody: {
    sv: 'Ingen annan har Slussen öppet hos er eller hos dem du rådfrågar just nu.',
    en: 'Nobody else has Slussen open at your unit or at those you consult right now.',
  },
  joinInConfirm: { sv: 'Bjud in', en: 'Invite' },
  joinInDone: { sv: '{name} är med i samtalet.', en: '{name} is in the conversation.' },
  inChat: { sv: 'Med i samtalet:', en: 'In the conversation:' },
  letGo: { sv: 'Ta bort {name} ur samtalet', en: 'Remove {name} from the conversation' },
  leaveChat: { sv: 'Lämna samtalet', en: 'Leave the conversation' },
  leftChat: { sv: 'Du har lämnat samtalet.', en: 'You have left the conversation.' },
  youTakePart: {
    sv: 'Du är med i samtalet. {name} har ärendet.',
    en: 'You are in the conversation. {name} holds the case.',
  },
  withYou: { sv: 'Du är med', en: 'You are in it' },

  takeOverTitle: { sv: 'Ta över ärendet', en: 'Take over the case' },
  takeOverText: {
    sv: 'Ärendet blir ditt hos {unit}. {resident} får veta att du hjälper till nu.',
    en: 'The case becomes yours at {unit}. {resident} is told that you help now.',
  },
  takeOverKeeps: {
    sv: 'Allt följer med: svar, bilder, anteckningar och samtalet. Ingen behöver upprepa något.',
    en: 'All comes along: answers, images, notes and the conversation. Nobody has to repeat anything.',
  },
  takeOverFrom: {
    sv: '{holder} kan inte skriva i det längre, men kan läsa det som redan står där till midnatt.',
    en: '{holder} can no longer write in it, but can read what it says now until midnight.',
  },
  takeOverConfirm: { sv: 'Ta över', en: 'Take over' },
  takeOverLate: {
    sv: '{name}, {role}, {unit}, hann före och har ärendet nu.',
    en: '{name}, {role}, {unit}, was first and has the case now.',
  },
  takeOverDone: { sv: 'Ärendet är ditt nu.', en: 'The case is yours now.' },

  endConsultation: { sv: 'Avsluta konsultationen', en: 'End the consultation' },
  endTitle: { sv: 'Avsluta konsultationen', en: 'End the consultation' },
  endText: {
    sv: '{unit} ser inte längre ärendet, bara det som skrevs här.',
    en: '{unit} no longer sees the case, only what was written here.',
  },
  endDone: { sv: 'Konsultationen är avslutad.', en: 'The consultation has ended.' },
  isOver: {
    sv: 'Konsultationen är avslutad. Det som skrevs finns kvar här.',
    en: 'The consultation has ended. What was written is kept here.',
  },
  readsAlong: {
    sv: 'Du läser med. De som skriver här är den som har ärendet och den som är tillfrågad.',
    en: 'You read along. The one who holds the case and the one who is asked write here.',
  },
  threadField: { sv: 'Skriv till {name}', en: 'Write to {name}' },
  threadHint: {
    sv: 'Enter skickar. Patienten ser det inte.',
    en: 'Enter sends. The patient does not see it.',
  },
  threadDiscard: { sv: 'Ta bort', en: 'Remove' },
  threadTalk: { sv: 'Konsultationens meddelanden', en: 'Messages of the consultation' },
  withPatient: { sv: 'Samtal med {name}', en: 'Conversation with {name}' },
  talksOfCase: { sv: 'Samtal i ärendet', en: 'Conversations of the case' },

  newsAnswered: {
    sv: '{name} har svarat på din fråga om {patient}.',
    en: '{name} has answered your question about {patient}.',
  },
  newsLate: {
    sv: 'Inget svar än om {patient} från {unit}. Svar önskades {when}.',
    en: 'No answer yet about {patient} from {unit}. One was wanted {when}.',
  },
  newsAsked: {
    sv: 'Ny konsultation: prioritet {urgency}, {patient}, från {unit}.',
    en: 'New consultation: urgency {urgency}, {patient}, from {unit}.',
  },
  newsInConsultation: { sv: 'Något nytt i en konsultation.', en: 'Something new in a consultation.' },
  newsOpen: { sv: 'Öppna', en: 'Open' },

  bannerConsulted: {
    sv: 'Du är tillfrågad. {name} har ärendet.',
    en: 'You are consulted. {name} holds the case.',
  },
  bannerConsultedQueue: {
    sv: 'Du är tillfrågad. Ingen har ärendet just nu.',
    en: 'You are consulted. Nobody holds the case right now.',
  },
  bannerConsultedText: {
    sv: 'Svara i konsultationen, eller ta över ärendet.',
    en: 'Answer in the consultation, or take over the case.',
  },
  hasItNow: {
    sv: '{name}, {role}, {unit}, har ärendet nu.',
    en: '{name}, {role}, {unit}, has the case now.',
  },
  bannerFormer: {
    sv: '{name}, {role}, {unit}, tog över ärendet.',
    en: '{name}, {role}, {unit}, took over the case.',
  },
  bannerFormerNobody: { sv: 'Ärendet har gått vidare.', en: 'The case has gone on.' },
  bannerFormerText: {
    sv: 'Du ser hur det var när det lämnade dig, fram till midnatt. Nya meddelanden kommer inte hit.',
    en: 'You see it as it was when it left you, until midnight. New messages do not come here.',
  },

  referTitle: { sv: 'Skicka till akutmottagning', en: 'Refer to an emergency department' },
  referText: {
    sv: '{name} ser vart, och kan visa din text där. Ärendet är kvar hos dig tills du avslutar det.',
    en: '{name} sees where to go, and can show your text there. The case stays with you until you close it.',
  },
  referWhere: { sv: 'Akutmottagning', en: 'Emergency department' },
  referAt: { sv: '{unit}, {address}', en: '{unit}, {address}' },
  referLabel: { sv: 'Text att visa på akuten', en: 'Text to show at the emergency department' },
  referDraft: {
    sv: '{patient}, {age}. Sökorsak: {reason}. Hänvisad av {name}, {role}, {unit}.',
    en: '{patient}, {age}. Contact reason: {reason}. Referred by {name}, {role}, {unit}.',
  },
  referNeeded: { sv: 'Skriv vad akuten behöver veta.', en: 'Write what the department needs to know.' },
  referConfirm: { sv: 'Skicka hänvisningen', en: 'Send the referral' },
  referDone: {
    sv: 'Hänvisningen är skickad. Avsluta ärendet när inget mer återstår.',
    en: 'The referral is sent. Close the case when nothing is left.',
  },
  referralHead: { sv: 'Hänvisad till {unit}', en: 'Referred to {unit}' },

  ev_consultationAsked: {
    sv: '{name} rådfrågade {whom}: {question}',
    en: '{name} consulted {whom}: {question}',
  },
  ev_consultationAnswered: {
    sv: '{name} svarade på konsultationen: {text}',
    en: '{name} answered the consultation: {text}',
  },
  ev_consultationImage: { sv: 'en bild', en: 'an image' },
  ev_consultationEnded: {
    sv: '{name} avslutade konsultationen till {whom}',
    en: '{name} ended the consultation with {whom}',
  },
  ev_consultationLeft: {
    sv: 'Konsultationen till {whom} avslutades när ärendet lämnade personalen',
    en: 'The consultation with {whom} ended as the case left staff',
  },
  ev_consultationOneself: {
    sv: 'Konsultationen till {whom} avslutades, eftersom ärendet nu är hos samma person',
    en: 'The consultation with {whom} ended, as that person holds the case now',
  },
  ev_consultationOverdue: {
    sv: 'Inget svar än från {whom}. Svar önskades {when}.',
    en: 'No answer yet from {whom}. One was wanted {when}.',
  },
  ev_takenOver: {
    sv: '{name}, {role}, {unit}, tog över ärendet från {from}',
    en: '{name}, {role}, {unit}, took over the case from {from}',
  },
  ev_takenFromGone: {
    sv: '{name}, {role}, {unit}, tog över ärendet från {from}, som var borta sedan {when}',
    en: '{name}, {role}, {unit}, took over the case from {from}, who was gone since {when}',
  },
  ev_handedOver: {
    sv: '{from} lämnade över ärendet till {name}, {role}, {unit}',
    en: '{from} handed the case over to {name}, {role}, {unit}',
  },
  ev_takenOverQueue: {
    sv: '{name}, {role}, {unit}, tog över ärendet från kön',
    en: '{name}, {role}, {unit}, took over the case from the queue',
  },
  ev_participantJoined: {
    sv: '{who}, {role}, är med i samtalet',
    en: '{who}, {role}, joined the conversation',
  },
  ev_participantLeft: { sv: '{who} lämnade samtalet', en: '{who} left the conversation' },
  ev_participantOut: {
    sv: '{who} är inte längre med, för ärendet har gått vidare eller avslutats',
    en: '{who} is no longer with you, as the case has gone on to someone else or been closed',
  },
  ev_referred: {
    sv: '{name} hänvisade till {unit}: {text}',
    en: '{name} referred to {unit}: {text}',
  },
});
