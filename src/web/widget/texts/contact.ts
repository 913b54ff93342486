import { defineTexts } from '../../i18n/i18n.js';

export const contactTexts = defineTexts({
  contactTitle: { sv: 'Så når vi dig', en: 'How we reach you' },
  contactHint: {
    sv: 'När något händer i ditt ärende och du inte är här kan vi skicka ett kort meddelande. Det säger bara att något har hänt, aldrig vad det gäller.',
    en: 'When something happens in your case and you are not here, we can send a short message. It says only that something has happened, never what it is about.',
  },
  contactSignIn: { sv: 'Logga in för att välja.', en: 'Sign in to choose.' },
  nowhere: { sv: 'Vi skickar inga meddelanden till dig än.', en: 'We send you no messages yet.' },
  stopped: { sv: 'Du har stoppat alla meddelanden.', en: 'You have stopped all messages.' },
  startAgain: { sv: 'Skicka meddelanden igen', en: 'Send messages again' },
  stopAll: { sv: 'Stoppa alla meddelanden', en: 'Stop all messages' },
  where: { sv: 'Hit skickar vi', en: 'We send to' },
  email: { sv: 'E-post', en: 'E-mail' },
  sms: { sv: 'Sms', en: 'SMS' },
  push: { sv: 'Notis i webbläsare', en: 'Notice in a browser' },
  confirmed: { sv: 'Klart', en: 'Ready' },
  unconfirmed: { sv: 'Väntar på kod', en: 'Waiting for the code' },
  failed: {
    sv: 'Kommer inte fram sedan {when}. Vi skickar inget mer hit förrän du har bekräftat på nytt.',
    en: 'Does not arrive since {when}. We send nothing more here until you have confirmed anew.',
  },
  confirmAnew: { sv: 'Bekräfta på nytt', en: 'Confirm anew' },
  stillFailed: {
    sv: 'Det kommer fortfarande inte fram. Ta bort den och lägg till rätt.',
    en: 'It still does not arrive. Remove it and add the right one.',
  },
  removeShort: { sv: 'Ta bort', en: 'Remove' },
  codeSent: {
    sv: 'Vi har skickat en kod till {address}. Den gäller i 15 minuter.',
    en: 'We have sent a code to {address}. It is valid for 15 minutes.',
  },
  code: { sv: 'Koden, sex siffror', en: 'The code, six digits' },
  confirm: { sv: 'Bekräfta', en: 'Confirm' },
  newCode: { sv: 'Skicka en ny kod', en: 'Send a new code' },
  add: { sv: 'Lägg till', en: 'Add' },
  emailField: { sv: 'E-postadress', en: 'E-mail address' },
  smsField: { sv: 'Mobilnummer', en: 'Mobile number' },
  sendCode: { sv: 'Skicka kod', en: 'Send code' },
  emailWrong: {
    sv: 'Skriv en e-postadress, till exempel namn@exempel.se.',
    en: 'Write an e-mail address, such as name@example.com.',
  },
  smsWrong: {
    sv: 'Skriv ett mobilnummer, till exempel 070-123 45 67.',
    en: 'Write a mobile number, such as 070-123 45 67.',
  },
  codeWrong: {
    sv: 'Koden stämmer inte, eller har gått ut. Skriv den igen eller be om en ny.',
    en: 'The code is not right, or has run out. Write it again or ask for a new one.',
  },
  tooMany: {
    sv: 'Du har bett om många koder. Vänta en stund och försök igen.',
    en: 'You have asked for many codes. Wait a while, then try again.',
  },
  notSent: {
    sv: 'Koden gick inte att skicka just nu. Försök igen om en stund.',
    en: 'The code could not be sent right now. Try again in a while.',
  },
  pushOn: { sv: 'Visa notiser i den här webbläsaren', en: 'Show notices in this browser' },
  pushRefused: {
    sv: 'Webbläsaren visar inga notiser från oss. Ändra det i webbläsarens inställningar för den här sidan.',
    en: 'The browser shows no notices from us. Change that in its settings for this page.',
  },
  pushNotHere: {
    sv: 'Sidan som du är på släpper inte fram notiser. Öppna dina ärenden i en egen flik för att slå på dem.',
    en: 'The page you are on does not let notices through. Open your cases in a tab of their own to switch them on.',
  },
  pushOpen: { sv: 'Öppna i en egen flik', en: 'Open in a tab of its own' },
  pushNever: {
    sv: 'Den här webbläsaren kan inte visa notiser. På iPhone och iPad går det om du först lägger sidan på hemskärmen.',
    en: 'This browser cannot show notices. On iPhone and iPad it works if you first add the page to the home screen.',
  },
  pushFailed: {
    sv: 'Det gick inte att slå på notiser just nu.',
    en: 'Notices could not be switched on right now.',
  },
  when: { sv: 'När och på vilket språk', en: 'When, and in which language' },
  quiet: { sv: 'Tysta timmar', en: 'Quiet hours' },
  quietHint: {
    sv: 'Då väntar meddelanden till efteråt. Det som är brådskande kommer ändå.',
    en: 'Messages then wait until afterwards. What is urgent comes all the same.',
  },
  quietFrom: { sv: 'Från', en: 'From' },
  quietTo: { sv: 'Till', en: 'To' },
  language: { sv: 'Språk', en: 'Language' },
  save: { sv: 'Spara', en: 'Save' },
  saved: { sv: 'Sparat.', en: 'Saved.' },
});
