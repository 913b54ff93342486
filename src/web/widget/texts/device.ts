import { defineTexts } from '../../i18n/i18n.js';

/** Taking a case without a name to another device. */
export const deviceTexts = defineTexts({
  carryTitle: { sv: 'Fortsätt på en annan enhet', en: 'Go on at another device' },
  carryHow: {
    sv: 'Öppna den här sidan på den andra enheten. Välj ”Jag har en kod från en annan enhet” där, och skriv koden.',
    en: 'Open this page on the other device. Choose “I have a code from another device” there, and type the code.',
  },
  carryMoves: {
    sv: 'Ärendet flyttas då dit. Det finns inte kvar här, så att ingen annan kan läsa det på den här enheten.',
    en: 'The case then moves there. It is no longer here, so that nobody else can read it on this device.',
  },
  carrySignedIn: {
    sv: 'Du är inloggad. Logga in på den andra enheten, så finns ärendet där.',
    en: 'You are signed in. Sign in on the other device, and the case is there.',
  },
  showCode: { sv: 'Visa en kod', en: 'Show a code' },
  showNewCode: { sv: 'Visa en ny kod', en: 'Show a new code' },
  yourCode: { sv: 'Din kod', en: 'Your code' },
  codeUntil: {
    sv: 'Koden gäller en gång, till {when}. Visa den inte för någon annan.',
    en: 'The code works once, until {when}. Show it to nobody else.',
  },
  codeOver: { sv: 'Koden har gått ut.', en: 'The code has run out.' },
  codeGone: {
    sv: 'Ärendet finns inte här. Koden kan inte visas.',
    en: 'The case is not here. The code cannot be shown.',
  },
  tooManyCodes: {
    sv: 'Det har visats många koder för ärendet. Vänta tio minuter och försök igen.',
    en: 'Many codes have been shown for the case. Wait ten minutes and try again.',
  },
  movedTitle: { sv: 'Ärendet har flyttats', en: 'The case has moved' },
  movedText: {
    sv: 'Det finns nu på den andra enheten och inte längre här. Var det inte du som använde koden, starta ett nytt ärende eller ring {phone}.',
    en: 'It is now on the other device and no longer here. If it was not you who used the code, start a new case or call {phone}.',
  },
  backToCase: { sv: 'Tillbaka till ärendet', en: 'Back to the case' },
  enterTitle: { sv: 'Kod från en annan enhet', en: 'Code from another device' },
  enterHint: {
    sv: 'Koden visas på den andra enheten: åtta bokstäver och siffror. Ärendet flyttas hit och finns sedan inte kvar där.',
    en: 'The code is shown on the other device: eight letters and digits. The case moves here and is then no longer there.',
  },
  enterSignedIn: {
    sv: 'Du är inloggad som {name}. Ärendet hamnar då bland {name}s ärenden och kan inte flyttas tillbaka. Är du någon annan, logga ut först.',
    en: 'You are signed in as {name}. The case then is among the cases of {name} and cannot be moved back. If you are somebody else, sign out first.',
  },
  enterField: { sv: 'Kod', en: 'Code' },
  enterGo: { sv: 'Hämta ärendet', en: 'Fetch the case' },
  enterMalformed: {
    sv: 'Koden har åtta bokstäver och siffror. Skriv den som den visas på den andra enheten.',
    en: 'The code has eight letters and digits. Type it as it is shown on the other device.',
  },
  enterWrong: {
    sv: 'Koden stämmer inte, har redan använts eller har gått ut. Kontrollera den, eller visa en ny kod på den andra enheten.',
    en: 'The code is not right, has been used or has run out. Check it, or show a new code on the other device.',
  },
  enterTooMany: {
    sv: 'Det blev för många försök. Vänta tio minuter och visa sedan en ny kod på den andra enheten.',
    en: 'That was too many tries. Wait ten minutes, then show a new code on the other device.',
  },
  arrivedTitle: { sv: 'Ärendet finns nu här', en: 'The case is here now' },
  arrivedText: {
    sv: 'Det finns inte kvar på den andra enheten. Allt du har skrivit och svarat följde med.',
    en: 'It is no longer on the other device. All that you wrote and answered came along.',
  },
  arrivedGo: { sv: 'Fortsätt med ärendet', en: 'Go on with the case' },
});
