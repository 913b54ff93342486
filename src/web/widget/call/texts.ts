import { defineTexts } from '../../i18n/i18n.js';

export const ringTexts = defineTexts({
  callsVideo: { sv: '{name} vill ha videosamtal med dig', en: '{name} wants a video call with you' },
  callsVoice: { sv: '{name} ringer dig', en: '{name} is calling you' },
  ringTitle: { sv: 'Vården ringer', en: 'Health care is calling' },
  elsewhere: { sv: 'Samtal i ett annat ärende', en: 'A call in another case' },
  goToCall: { sv: 'Till samtalet', en: 'To the call' },
  about: {
    sv: 'Du får testa först. Chatten är kvar bredvid samtalet. Inget spelas in.',
    en: 'You can try first. The chat stays beside the call. Nothing is recorded.',
  },
  answerVideo: { sv: 'Svara med video', en: 'Answer with video' },
  answerVoice: { sv: 'Svara med bara ljud', en: 'Answer with voice only' },
  answer: { sv: 'Svara', en: 'Answer' },
  decline: { sv: 'Tacka nej', en: 'Decline' },
  goIn: { sv: 'Gå in i samtalet', en: 'Go into the call' },
  goInVoice: { sv: 'Gå in med bara ljud', en: 'Go in with voice only' },
  goInSilent: { sv: 'Gå in utan mikrofon', en: 'Go in without a microphone' },
  goingIn: { sv: 'Går in …', en: 'Going in …' },
  notAnswered: {
    sv: 'Det gick inte att svara. Samtalet kan ha tagit slut. Försök igen, eller skriv i chatten.',
    en: 'It was not possible to answer. The call may be over. Try again, or write in the chat.',
  },
  goesOn: { sv: 'Samtalet med {name} pågår', en: 'The call with {name} goes on' },
  goesOnText: {
    sv: 'Du är inte med i samtalet här just nu.',
    en: 'You are not in the call here right now.',
  },
  comeBack: { sv: 'Gå in i samtalet igen', en: 'Go back into the call' },
  askAgain: { sv: 'Be {name} ringa igen', en: 'Ask {name} to call again' },
  askAgainMessage: {
    sv: 'Samtalet bröts. Ring gärna upp mig igen.',
    en: 'The call was cut. Please call me again.',
  },
  missed: {
    sv: '{name} ringde, men samtalet hann ta slut.',
    en: '{name} called, but the call ended before you came.',
  },
});
