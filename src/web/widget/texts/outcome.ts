import { defineTexts } from '../../i18n/i18n.js';

export const outcomeTexts = defineTexts({
  draft: {
    sv: 'Rådet kommer från ett utkast som ingen legitimerad personal har granskat än.',
    en: 'The advice comes from a draft that no licensed clinician has reviewed yet.',
  },
  why: { sv: 'Varför', en: 'Why' },
  steps: { sv: 'Det här kan du göra', en: 'What you can do' },
  watchFor: { sv: 'Var uppmärksam på', en: 'Watch for' },
  stillContact: { sv: 'Jag vill ändå ha kontakt', en: 'I still want contact' },
  stillContactHint: {
    sv: 'Då ställs du i kö och får svar av vårdpersonal. Det kan dröja.',
    en: 'Then you are put in a queue and get an answer from staff. It may take a while.',
  },
  call112Title: { sv: 'Ring 112 nu', en: 'Call 112 now' },
  call112: { sv: 'Ring 112', en: 'Call 112' },
  untilHelp: { sv: 'Tills hjälpen kommer', en: 'Until help comes' },
  leave112: { sv: 'Lämna den här sidan', en: 'Leave this page' },
  leave112Title: { sv: 'Har du ringt 112?', en: 'Have you called 112?' },
  leave112Text: {
    sv: 'Det du har svarat kan betyda att livet är i fara. Ring 112 innan du lämnar sidan.',
    en: 'What you answered may mean that life is in danger. Call 112 before you leave this page.',
  },
  leave112Stay: { sv: 'Stanna kvar', en: 'Stay here' },
  leave112Go: { sv: 'Ja, lämna sidan', en: 'Yes, leave the page' },
  back112: { sv: 'Visa rådet om 112 igen', en: 'Show the advice about 112 again' },
  left112: {
    sv: 'Vårt råd är fortfarande att ringa 112. Du kan ändra ett svar om något blev fel.',
    en: 'Our advice is still to call 112. You can change an answer if something was wrong.',
  },
  goToEmergency: { sv: 'Hit ska du åka', en: 'Where to go' },
  address: { sv: 'Adress', en: 'Address' },
  hours: { sv: 'Öppet', en: 'Open' },
  phone: { sv: 'Telefon', en: 'Phone' },
  yourAnswers: {
    sv: { one: 'Ditt svar ({n})', other: 'Dina svar ({n})' },
    en: { one: 'Your answer ({n})', other: 'Your answers ({n})' },
  },
  somethingWrong: { sv: 'Blev något fel? Ändra ett svar.', en: 'Was something wrong? Change an answer.' },
  identifyTitle: { sv: 'Du står inte i kö än. Logga in.', en: 'You are not in the queue yet. Sign in.' },
  identifyBookingTitle: { sv: 'Logga in för att boka en tid', en: 'Sign in to book a time' },
  onceQueued: { sv: 'När du står i kö:', en: 'Once you are in the queue:' },
  identifyChat: {
    sv: 'För att vårdpersonal ska kunna svara behöver vi veta vem du är. Dina svar finns kvar.',
    en: 'For staff to be able to answer we need to know who you are. Your answers are kept.',
  },
  identifyBooking: {
    sv: 'För att boka en tid behöver vi veta vem du är. Dina svar finns kvar.',
    en: 'To book a time we need to know who you are. Your answers are kept.',
  },
  identifyChild: {
    sv: 'Du står inte i kö än. Vilket barn gäller det?',
    en: 'You are not in the queue yet. Which child is it about?',
  },
  identifyChildTitle: { sv: 'Vilket barn gäller det?', en: 'Which child is it about?' },
  adultTitle: {
    sv: 'Personen behöver själv ta kontakten',
    en: 'The person needs to make the contact personally',
  },
  adultNotQueued: {
    sv: 'Ingen i vården har fått det här än. Gäller det någon annan än dig behöver personen logga in här med sin egen e-legitimation, så går ärendet vidare. Svaren finns kvar. Annars kan ni ringa {phone}, dygnet runt.',
    en: 'No staff have received this yet. As it is about someone else than you, that person needs to sign in here with an e-ID of their own, and the case goes on. The answers are kept. Otherwise you can call {phone}, at any hour.',
  },
  adultSignedIn: {
    sv: 'Ingen i vården har fått det här än. Du är inloggad som {name}, och ärendet gäller någon annan. Den personen behöver skriva själv, med sin egen inloggning, eller ringa {phone}, dygnet runt.',
    en: 'No staff have received this yet. You are signed in as {name}, and the case is about someone else. That person needs to write personally, with a sign-in of their own, or call {phone}, at any hour.',
  },
  adultCall: { sv: 'Ring {phone}', en: 'Call {phone}' },
  adultNotYou: {
    sv: 'Svaren gäller någon som är omkring {years} år, så de kan inte bli dina. Gäller det dig, starta ett nytt ärende och välj Mig.',
    en: 'The answers are about someone of about {years} years, so they cannot become yours. If it is about you, start a new case and choose Me.',
  },
  adultIsMe: { sv: 'Det är jag, {name}, som det gäller', en: 'It is about me, {name}' },
  identifyMe: { sv: 'Ärendet gäller {name}.', en: 'The case is about {name}.' },
});
