import { defineTexts } from '../i18n/i18n.js';

export const guestTexts = defineTexts({
  title: { sv: 'Samtal med vården', en: 'A call with health care' },
  topLine: { sv: 'Vid livshotande tillstånd, ring', en: 'If life is in danger, call' },
  otherLanguage: { sv: 'In English', en: 'På svenska' },
  invited: { sv: 'Du är inbjuden till ett samtal', en: 'You are invited to a call' },
  invitedText: {
    sv: 'Länken kan öppnas en gång. Öppna den på den dator eller telefon där du ska vara med.',
    en: 'The link can be opened once. Open it on the computer or phone where you will take part.',
  },
  open: { sv: 'Öppna inbjudan', en: 'Open the invitation' },
  opening: { sv: 'Öppnar …', en: 'Opening …' },
  spent: {
    sv: 'Länken går inte att använda längre. Den kan vara för gammal, redan öppnad eller återtagen, eller så är samtalet slut. Be den som bjöd in dig om en ny länk.',
    en: 'The link can no longer be used. It may be too old, already opened or withdrawn, or the call may be over. Ask the one who invited you for a new link.',
  },
  full: {
    sv: 'Det får inte plats fler i samtalet just nu. Be den som bjöd in dig om hjälp.',
    en: 'No more people fit in the call right now. Ask the one who invited you for help.',
  },
  noLink: {
    sv: 'Här finns ingen inbjudan. Öppna länken som du har fått, hela länken.',
    en: 'There is no invitation here. Open the link that you were given, the whole link.',
  },
  away: {
    sv: 'Det gick inte att nå oss. Kontrollera din uppkoppling och försök igen.',
    en: 'We could not be reached. Check your connection and try again.',
  },
  welcome: { sv: 'Välkommen, {name}', en: 'Welcome, {name}' },
  welcomeText: {
    sv: '{inviter}, {unit}, har bjudit in dig som {guest}. Inget spelas in.',
    en: '{inviter}, {unit}, has invited you as {guest}. Nothing is recorded.',
  },
  goIn: { sv: 'Gå in i samtalet', en: 'Go into the call' },
  goInSilent: { sv: 'Gå in utan mikrofon', en: 'Go in without a microphone' },
  over: { sv: 'Samtalet är slut för din del. Tack.', en: 'The call is over for you. Thank you.' },
  withdrawn: {
    sv: 'Din inbjudan gäller inte längre, så samtalet är slut för din del. Blev det fel? Be den som bjöd in dig om en ny länk.',
    en: 'Your invitation no longer applies, so the call is over for you. Was that a mistake? Ask the one who invited you for a new link.',
  },
  lost: {
    sv: 'Kontakten med samtalet bröts. Pågår det fortfarande kan du gå in igen.',
    en: 'The connection to the call was cut. If it still goes on you can go back in.',
  },
  again: { sv: 'Gå in igen', en: 'Go back in' },
});
