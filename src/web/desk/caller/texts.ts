import { useMemo } from 'react';
import { defineTexts, translator } from '../../i18n/i18n.js';
import { useTexts } from '../texts/desk-texts.js';

/** Texts of cases that are opened for those who ring; they come with that page. */
export const callerTexts = defineTexts({
  title: { sv: 'Ärende åt någon som ringer', en: 'A case for a caller' },
  back: { sv: 'Tillbaka till kön', en: 'Back to the queue' },
  danger: {
    sv: 'Är det livshotande? Be hen lägga på och ringa 112, eller koppla samtalet dit.',
    en: 'Is it life-threatening? Ask them to hang up and call 112, or put the call through.',
  },

  findTitle: { sv: 'Vem ringer?', en: 'Who is calling?' },
  number: {
    sv: 'Personnummer, samordningsnummer eller reservnummer',
    en: 'Personal identity number, coordination number or reserve number',
  },
  numberHint: {
    sv: 'Uppslaget skrivs i åtkomstloggen.',
    en: 'Looking somebody up is written to the access log.',
  },
  find: { sv: 'Slå upp', en: 'Look up' },
  wrongNumber: {
    sv: 'Numret stämmer inte. Läs upp det för hen och kontrollera siffra för siffra.',
    en: 'The number is not right. Read it back and check it digit by digit.',
  },
  found: { sv: 'Finns i registret', en: 'In the register' },
  protected: {
    sv: 'Skyddad identitet. Säg inte namn, adress eller mottagning.',
    en: 'Protected identity. Do not say the name, an address or the clinic.',
  },
  protectedChild: { sv: 'Barn med skyddad identitet', en: 'A child with a protected identity' },
  listedAt: { sv: 'Listad på {unit}', en: 'Listed at {unit}' },
  listedNowhere: { sv: 'Inte listad', en: 'Listed nowhere' },
  notFound: {
    sv: 'Finns inte i registret. Numret är kontrollerat; skriv namnet som hen bokstaverar det.',
    en: 'Not in the register. The number has been checked; write the name as they spell it.',
  },
  givenName: { sv: 'Förnamn', en: 'Given name' },
  familyName: { sv: 'Efternamn', en: 'Family name' },
  birthDate: { sv: 'Födelsedatum', en: 'Date of birth' },
  whom: { sv: 'Vem gäller det?', en: 'Whom is it about?' },
  themselves: { sv: 'Den som ringer', en: 'The caller' },
  isChild: {
    sv: 'Det är ett barn. Slå upp vårdnadshavaren i stället om det är den som ringer; då finner hen ärendet när hen loggar in.',
    en: 'This is a child. Look up the guardian instead if that is who is calling; then they find the case when they sign in.',
  },

  openTitle: {
    sv: { one: 'Har ett öppet ärende', other: 'Har {n} öppna ärenden' },
    en: { one: 'Has an open case', other: 'Has {n} open cases' },
  },
  openText: {
    sv: 'Gå vidare där om det gäller samma sak. Öppna ett nytt om det gäller något annat.',
    en: 'Go on there if it is about the same matter. Open a new one if it is about something else.',
  },
  openUnseen: { sv: 'Ett ärende som du inte får se', en: 'A case that you may not see' },
  openAt: { sv: 'Hos {unit}', en: 'At {unit}' },
  goToCase: { sv: 'Gå till ärendet', en: 'Go to the case' },
  goOnAsking: { sv: 'Fortsätt med frågorna', en: 'Go on with the questions' },
  openedMeanwhile: {
    sv: 'Någon öppnade ett ärende åt samma patient alldeles nyss. Titta på det först.',
    en: 'Somebody opened a case for the same patient just now. Look at that one first.',
  },

  noneServed: {
    sv: 'Inga ärenden kan öppnas just nu: inga frågor är granskade. Bedöm samtalet utan frågorna och anteckna det i journalen.',
    en: 'No case can be opened now: no questions have been reviewed. Assess the call without them, and note it in the record.',
  },

  words: { sv: 'Vad vill hen ha hjälp med?', en: 'What do they want help with?' },
  wordsHint: { sv: 'Skriv med hens egna ord.', en: 'Write it in their own words.' },
  callback: { sv: 'Nummer att ringa tillbaka till', en: 'Number to ring back' },
  callbackHint: {
    sv: 'Om samtalet bryts, eller om ärendet hamnar i kö. Får vara tomt.',
    en: 'If the call is cut off, or the case goes to a queue. May be empty.',
  },
  open: { sv: 'Öppna ärendet', en: 'Open the case' },
  need_whom: { sv: 'Välj vem det gäller.', en: 'Choose whom it is about.' },
  need_words: { sv: 'Skriv vad hen vill ha hjälp med.', en: 'Write what they want help with.' },
  need_name: { sv: 'Skriv för- och efternamn.', en: 'Write both names.' },
  need_birthDate: {
    sv: 'Välj ett födelsedatum som har varit.',
    en: 'Choose a date of birth that has been.',
  },
  need_phone: {
    sv: 'Skriv ett telefonnummer, till exempel 021-12 34 56, eller låt rutan vara tom.',
    en: 'Write a telephone number, for example 021-12 34 56, or leave it empty.',
  },

  failedCase: { sv: 'Ärendet kunde inte hämtas.', en: 'The case could not be loaded.' },
  forWhom: { sv: 'Ärende åt {who}', en: 'A case for {who}' },
  someProtected: { sv: 'en patient med skyddad identitet', en: 'a patient with a protected identity' },
  saidWords: { sv: 'Sagt i telefon: ”{words}”', en: 'Said on the telephone: “{words}”' },
  showNumber: { sv: 'Bröts samtalet? Visa numret', en: 'Was the call cut off? Show the number' },
  alarm112: { sv: 'Be hen ringa 112 nu', en: 'Ask them to call 112 now' },
  alarmSoon: { sv: 'Det här kan vara brådskande', en: 'This may be urgent' },
  alarmMeans: { sv: 'Orden kan betyda: {means}', en: 'The words may mean: {means}' },
  alarmHelp: { sv: '{name}: {phone}', en: '{name}: {phone}' },
  alarmGoOn: { sv: 'Sagt, gå vidare', en: 'Told them, go on' },
  alarmNotMeant: { sv: 'Så var det inte menat', en: 'It was not meant like that' },
  which: { sv: 'Vad gäller det?', en: 'What is it about?' },
  whichNone: { sv: 'Inget av det här', en: 'None of these' },
  offers: { sv: 'Svaren tyder på något annat', en: 'The answers point to something else' },
  offersNone: { sv: 'Nej, fortsätt med frågorna', en: 'No, go on with the questions' },
  answered: { sv: 'Svar hittills', en: 'Answers so far' },
  change: { sv: 'Ändra', en: 'Change' },
  changeTo: { sv: 'Ändra svaret på ”{question}”', en: 'Change the answer to “{question}”' },
  readOut: { sv: 'Läs upp', en: 'Read out' },

  end112: { sv: 'Ring 112', en: 'Call 112' },
  end112Text: {
    sv: 'Be hen ringa 112 nu, eller koppla samtalet till 112. Stanna kvar tills hen har kontakt.',
    en: 'Ask them to call 112 now, or put the call through to 112. Stay on until they are connected.',
  },
  endDepartment: { sv: 'Till akutmottagningen nu', en: 'To the emergency department now' },
  endAdvice: { sv: 'Råd att läsa upp', en: 'Advice to read out' },
  endBook: { sv: 'Boka en tid', en: 'Book a time' },
  endBookProtected: {
    sv: 'Tiderna visas inte här, eftersom de säger vilken mottagning det är. Hen kan boka själv genom att logga in, eller få kontakt.',
    en: 'The times are not shown here, as they tell which clinic it is. They can book by themselves by signing in, or be contacted.',
  },
  endBooked: { sv: 'Tiden är bokad', en: 'The time is booked' },
  cutOff: {
    sv: 'Samtalet bröts. Ring upp och fortsätt där ni var. Ärendet står kvar i kön tills du svarar på en fråga.',
    en: 'The call was cut off. Call back and go on where you were. The case stays in the queue until you answer a question.',
  },
  endQueue: { sv: 'Ärendet står i kön', en: 'The case is in the queue' },
  endQueueAt: { sv: 'Hos {unit}.', en: 'At {unit}.' },
  endQueueProtected: { sv: 'Hos mottagningen.', en: 'At the clinic.' },
  endQueueBy: { sv: 'Ska ringas upp senast {when}.', en: 'To be called back by {when}.' },
  endQueueOpens: { sv: 'Mottagningen öppnar {when}.', en: 'The clinic opens {when}.' },
  endHeld: { sv: 'En kollega har ärendet nu.', en: 'A colleague has the case now.' },
  endClosed: { sv: 'Ärendet är avslutat.', en: 'The case is closed.' },
  wantContact: { sv: 'Hen vill ändå ha kontakt', en: 'They still want contact' },
  takeNow: { sv: 'Ta ärendet nu', en: 'Take the case now' },
  bookIt: { sv: 'Boka tiden', en: 'Book this time' },
  bookThemselves: {
    sv: 'Hen kan också boka själv, genom att logga in, till och med {when}.',
    en: 'They can also book by themselves, by signing in, until {when}.',
  },
  done: { sv: 'Klart, till kön', en: 'Done, to the queue' },
  withdraw: { sv: 'Lägg ned ärendet', en: 'Drop the case' },
  withdrawTitle: { sv: 'Lägga ned ärendet?', en: 'Drop the case?' },
  withdrawText: {
    sv: 'Ärendet avslutas som tillbakataget. Det som har sagts finns kvar i journalen över ärendet.',
    en: 'The case is closed as taken back. What was said stays on its timeline.',
  },
});

/** These texts in the desk's language. */
export function useCallerTexts() {
  const { language } = useTexts();
  return useMemo(() => translator(callerTexts, language), [language]);
}
