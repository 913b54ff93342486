import { defineTexts } from '../../i18n/i18n.js';

/** Texts of calls at the desk; those of the call itself are shared with the widget (ui/call-texts.ts). */
export const callTexts = defineTexts({
  callTitle: { sv: 'Ring {name}', en: 'Call {name}' },
  callText: {
    sv: '{name} blir tillfrågad i chatten och kan svara, välja bara ljud eller tacka nej. Chatten är kvar bredvid.',
    en: '{name} is asked in the chat and can answer, choose voice only or decline. The chat stays beside the call.',
  },
  callKind: { sv: 'Sorts samtal', en: 'Kind of call' },
  callVideo: { sv: 'Video', en: 'Video' },
  callVoice: { sv: 'Bara ljud', en: 'Voice only' },
  callStart: { sv: 'Ring upp', en: 'Call now' },
  callAgain: { sv: 'Ring igen', en: 'Call again' },
  callsAway: {
    sv: 'Det går inte att ringa just nu. Chatten fungerar. Försök igen om en stund.',
    en: 'Calls do not work right now. The chat does. Try again in a while.',
  },
  callExists: {
    sv: 'Det pågår redan ett samtal i ärendet.',
    en: 'There is a call in this case already.',
  },
  telephoneTitle: { sv: 'Ring {name} på telefon', en: 'Call {name} by telephone' },
  telephoneText: {
    sv: 'Att du ser numret skrivs i åtkomstloggen.',
    en: 'That you see the number is written to the access log.',
  },
  telephoneShow: { sv: 'Visa numret', en: 'Show the number' },
  telephoneInstead: { sv: 'Ring på telefon i stället', en: 'Call by telephone instead' },
  telephoneConfirmed: {
    sv: 'Lämnat och bekräftat av den som skriver.',
    en: 'Given and confirmed by who writes.',
  },
  telephoneSaid: {
    sv: 'Sagt i telefon när ärendet öppnades.',
    en: 'Said on the telephone when the case was opened.',
  },
  telephoneNone: { sv: 'Inget nummer är lämnat.', en: 'No number is given.' },
  telephoneOutcome: { sv: 'Hur gick det?', en: 'How did it go?' },
  telephoneChoose: { sv: 'Välj hur samtalet gick.', en: 'Choose how the call went.' },
  telephoneSave: { sv: 'Spara samtalet', en: 'Save the call' },
  telephoneDone: { sv: 'Samtalet är antecknat.', en: 'The call is noted.' },
  telephone_answered: { sv: 'Svarade', en: 'Answered' },
  'telephone_no-answer': { sv: 'Inget svar', en: 'No answer' },
  'telephone_message-left': { sv: 'Lämnade meddelande', en: 'Left a message' },
  ev_telephoned_answered: {
    sv: '{name} ringde på telefon: fick svar',
    en: '{name} called by telephone: answered',
  },
  'ev_telephoned_no-answer': {
    sv: '{name} ringde på telefon: inget svar',
    en: '{name} called by telephone: no answer',
  },
  'ev_telephoned_message-left': {
    sv: '{name} ringde på telefon: meddelande lämnat',
    en: '{name} called by telephone: message left',
  },
  callElsewhere: { sv: 'Samtal pågår med {name}', en: 'In a call with {name}' },
  callOverWith: { sv: 'Samtalet med {name} är slut.', en: 'The call with {name} is over.' },
  callLeftWith: {
    sv: 'Samtalet med {name} är slut, för ärendet har gått vidare eller avslutats.',
    en: 'The call with {name} is over, as the case has gone on to someone else or been closed.',
  },
  callLostWith: {
    sv: 'Samtalet med {name} bröts och kontakten kom inte tillbaka.',
    en: 'The call with {name} was cut and the connection did not come back.',
  },
  callEnds: { sv: 'Samtalet med {name} avslutas.', en: 'The call with {name} will end.' },
  callShow: { sv: 'Till samtalet', en: 'To the call' },
  guest_interpreter: { sv: 'tolk', en: 'interpreter' },
  guest_relative: { sv: 'anhörig', en: 'relative' },
  guestNamed: { sv: '{name} ({guest})', en: '{name} ({guest})' },
  inviteOpen: { sv: 'Bjud in någon', en: 'Invite someone' },
  inviteTitle: { sv: 'Bjud in tolk eller anhörig', en: 'Invite an interpreter or a relative' },
  inviteText: {
    sv: 'Länken kan öppnas en gång. Ge den bara till den som ska vara med.',
    en: 'The link can be opened once. Give it only to the one who is to take part.',
  },
  inviteName: { sv: 'Namn', en: 'Name' },
  inviteNameNeeded: { sv: 'Skriv ett namn.', en: 'Write a name.' },
  inviteKind: { sv: 'Vem är det?', en: 'Who is it?' },
  inviteInterpreter: { sv: 'Tolk', en: 'Interpreter' },
  inviteRelative: { sv: 'Anhörig', en: 'Relative' },
  inviteMinutes: { sv: 'Länken gäller i', en: 'The link is good for' },
  inviteMinutesOf: { sv: '{n} minuter', en: '{n} minutes' },
  inviteMake: { sv: 'Skapa länk', en: 'Make a link' },
  inviteLink: { sv: 'Länk till {name}', en: 'Link for {name}' },
  inviteCopy: { sv: 'Kopiera länken', en: 'Copy the link' },
  inviteCopied: { sv: 'Länken är kopierad.', en: 'The link is copied.' },
  inviteShownOnce: {
    sv: 'Länken visas bara nu. Den gäller till {when}.',
    en: 'The link is shown only now. It is good until {when}.',
  },
  invited: { sv: 'Inbjudna', en: 'Invited' },
  invitedUntil: { sv: 'länken kan öppnas till {when}', en: 'the link can be opened until {when}' },
  invitedOpened: { sv: 'har öppnat länken', en: 'has opened the link' },
  withdraw: { sv: 'Ta tillbaka', en: 'Withdraw' },
  withdrawOf: { sv: 'Ta tillbaka inbjudan till {name}', en: 'Withdraw the invitation to {name}' },
  withdrawn: {
    sv: 'Inbjudan till {name} gäller inte längre.',
    en: 'The invitation to {name} no longer applies.',
  },
  inviteFull: {
    sv: 'Det får inte plats fler i samtalet.',
    en: 'No more people fit in the call.',
  },

  ev_callStartedVideo: { sv: '{name} ringde med video', en: '{name} called with video' },
  ev_callStartedVoice: { sv: '{name} ringde', en: '{name} called' },
  ev_callAnswered: { sv: '{name} svarade', en: '{name} answered' },
  ev_callAnsweredVoice: { sv: '{name} svarade med bara ljud', en: '{name} answered with voice only' },
  ev_callDeclined: { sv: '{name} tackade nej till samtalet', en: '{name} declined the call' },
  ev_callMissed: { sv: 'Ingen svarade på samtalet', en: 'Nobody answered the call' },
  ev_callJoined: { sv: '{name} kom in i samtalet', en: '{name} came into the call' },
  ev_callLeft: { sv: '{name} lämnade samtalet efter {span}', en: '{name} left the call after {span}' },
  ev_callUninvited: {
    sv: '{name} tog tillbaka inbjudan till {who}',
    en: '{name} withdrew the invitation to {who}',
  },
  ev_callCancelled: {
    sv: 'Samtalet avbröts innan någon svarade',
    en: 'The call ended before anyone answered',
  },
  ev_callCancelledCase: {
    sv: 'Samtalet avbröts, för ärendet gick vidare',
    en: 'The call ended, as the case went on',
  },
  'ev_callEnded_hung-up': {
    sv: 'Samtalet är slut. Det tog {span}.',
    en: 'The call is over. It took {span}.',
  },
  'ev_callEnded_connection-lost': {
    sv: 'Samtalet bröts efter {span}. Kontakten kom inte tillbaka.',
    en: 'The call was cut after {span}. The connection did not come back.',
  },
  'ev_callEnded_case-left': {
    sv: 'Samtalet avslutades efter {span}, för ärendet gick vidare.',
    en: 'The call ended after {span}, as the case went on.',
  },
  'ev_callEnded_right-ended': {
    sv: 'Samtalet avslutades efter {span}, för rätten att skriva för barnet har upphört.',
    en: 'The call ended after {span}, as the right to write for the child has ended.',
  },
});
