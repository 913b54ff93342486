import { defineTexts } from '../../i18n/i18n.js';

export const commonTexts = defineTexts({
  title: { sv: 'Kontakta vården', en: 'Contact health care' },
  topLine: { sv: 'Vid livshotande tillstånd, ring', en: 'If life is in danger, call' },
  menu: { sv: 'Meny', en: 'Menu' },
  newCase: { sv: 'Starta ett nytt ärende', en: 'Start a new case' },
  signOut: { sv: 'Logga ut', en: 'Sign out' },
  otherLanguage: { sv: 'In English', en: 'På svenska' },
  next: { sv: 'Gå vidare', en: 'Go on' },
  close: { sv: 'Stäng', en: 'Close' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  tryAgain: { sv: 'Försök igen', en: 'Try again' },
  loading: { sv: 'Hämtar …', en: 'Loading …' },
  keepingOn: {
    sv: 'Det gick inte att nå oss just nu. Det du valde finns kvar, och vi försöker igen.',
    en: 'We cannot be reached right now. What you chose is kept, and we keep trying.',
  },
  away: {
    sv: 'Ingen kontakt just nu. Det du skriver finns kvar och skickas när kontakten är tillbaka.',
    en: 'No connection right now. What you write is kept, and is sent when the connection is back.',
  },
  loadFailed: {
    sv: 'Det gick inte att hämta just nu. Inget är borta. Försök igen om en stund.',
    en: 'It could not be loaded right now. Nothing is lost. Try again in a while.',
  },
  endedSignedIn: {
    sv: 'Du har varit borta en stund och har därför loggats ut. Det du har skrivit finns kvar. Logga in igen, så fortsätter du där du var.',
    en: 'You have been away for a while and were signed out. What you wrote is kept. Sign in again and you continue where you were.',
  },
  endedVisitor: {
    sv: 'Det var ett tag sedan du skrev här. Av säkerhetsskäl behöver du börja om. Det du först skrev finns kvar i rutan.',
    en: 'It has been a while since you wrote here. For safety you need to start again. What you first wrote is still in the box.',
  },
  startAgain: { sv: 'Börja om', en: 'Start again' },
  signInHere: { sv: 'Logga in med e-legitimation', en: 'Sign in with e-ID' },
  signInOpens: {
    sv: 'Inloggningen öppnas i ett eget fönster. När du är klar kommer du tillbaka hit.',
    en: 'Signing in opens in a window of its own. When you are done you come back here.',
  },
  signInWaiting: {
    sv: 'Vi väntar på att du loggar in i det andra fönstret.',
    en: 'We are waiting for you to sign in in the other window.',
  },
  signInFailed: {
    sv: 'Inloggningen blev inte klar. Försök igen.',
    en: 'Signing in was not completed. Try again.',
  },
  cannotSignIn: { sv: 'Kan du inte logga in? Ring {phone}.', en: 'Cannot sign in? Call {phone}.' },
  signedOut: { sv: 'Du är utloggad.', en: 'You are signed out.' },
  signOutUntold: {
    sv: 'Du är utloggad här, men vi har inte nått servern än. Låt sidan vara öppen, så försöker vi igen.',
    en: 'You are signed out here, but we have not reached the server yet. Keep the page open and we try again.',
  },
  addImage: { sv: 'Lägg till bild', en: 'Add image' },
  removeImage: { sv: 'Ta bort bild {n}', en: 'Remove image {n}' },
  imageToSend: { sv: 'Bild {n} att skicka', en: 'Image {n} to send' },
  openImage: { sv: 'Visa bild {n} stor', en: 'Show image {n} large' },
  image: { sv: 'Bild', en: 'Image' },
  imageMissing: { sv: 'Bilden gick inte att hämta.', en: 'The image could not be loaded.' },
  imageUploading: { sv: 'Bilden skickas …', en: 'Sending the image …' },
  imageProgress: { sv: 'Bilden skickas, {percent} %', en: 'Sending the image, {percent} %' },
  imageWaiting: {
    sv: 'Bilden är inte skickad än, vi försöker igen.',
    en: 'The image is not sent yet, we keep trying.',
  },
  imageRefused: { sv: 'Bild {n} gick inte att skicka: {why}', en: 'Image {n} could not be sent: {why}' },
  imageTooLarge: {
    sv: 'Bilden är för stor. Den får vara högst {megabytes} MB.',
    en: 'The image is too large. It may be at most {megabytes} MB.',
  },
  imageKind: {
    sv: 'Filen är inte en bild som vi kan läsa. Ta en ny bild, eller välj en i formatet JPEG eller PNG.',
    en: 'The file is not an image that we can read. Take a new picture, or pick one in JPEG or PNG format.',
  },
  problemInput: {
    sv: 'Något i det du fyllde i gick inte att ta emot. Ändra det och försök igen.',
    en: 'Something that you filled in could not be accepted. Change it and try again.',
  },
  problemSession: {
    sv: 'Du behöver logga in igen för att gå vidare. Det du har skrivit finns kvar.',
    en: 'You need to sign in again to go on. What you wrote is kept.',
  },
  problemNotYours: {
    sv: 'Det här går inte att göra i ditt ärende just nu.',
    en: 'This cannot be done in your case right now.',
  },
  problemChanged: {
    sv: 'Ärendet har ändrats under tiden. Vi har hämtat det på nytt, så att du kan fortsätta.',
    en: 'The case has changed meanwhile. We have fetched it again, so that you can go on.',
  },
  problemStorage: {
    sv: 'Vi kan inte ta emot bilder just nu. Du kan gå vidare utan bild.',
    en: 'We cannot accept images right now. You can go on without an image.',
  },
  wentWrong: {
    sv: 'Något gick fel hos oss. Inget du har skrivit är borta. Försök igen.',
    en: 'Something went wrong on our side. Nothing you wrote is lost. Try again.',
  },
  nurse: { sv: 'sjuksköterska', en: 'nurse' },
  physician: { sv: 'läkare', en: 'physician' },
  physiotherapist: { sv: 'fysioterapeut', en: 'physiotherapist' },
  midwife: { sv: 'barnmorska', en: 'midwife' },
  psychologist: { sv: 'psykolog', en: 'psychologist' },
  'child-nurse': { sv: 'barnsjuksköterska', en: 'child nurse' },
  administrator: { sv: 'administratör', en: 'administrator' },
});
