import type { BilingualText, Language, NotificationEvent } from '../contracts/index.js';

/**
 * What residents are told. No text holds a name, a unit or anything about health: it may be read on a locked screen, by
 * whoever holds the phone. All say the same thing to do: sign in.
 */
const TEXTS: Readonly<Record<NotificationEvent, BilingualText>> = {
  answer: { sv: 'Du har ett nytt meddelande.', en: 'You have a new message.' },
  call: {
    sv: 'Någon ringer dig i ditt ärende just nu.',
    en: 'Somebody is calling you in your case right now.',
  },
  'call-missed': {
    sv: 'Någon har försökt ringa dig i ditt ärende.',
    en: 'Somebody has tried to call you in your case.',
  },
  'unit-asks': {
    sv: 'Du behöver göra något i ditt ärende.',
    en: 'There is something for you to do in your case.',
  },
  'booking-made': { sv: 'Du har fått en bokad tid.', en: 'You have been given a booked time.' },
  'booking-moved': { sv: 'Din bokade tid är flyttad.', en: 'Your booked time has been moved.' },
  'booking-cancelled': { sv: 'Din bokade tid är avbokad.', en: 'Your booked time has been cancelled.' },
  'booking-reminder': { sv: 'Du har en bokad tid snart.', en: 'You have a booked time soon.' },
  'ticket-ends': {
    sv: 'Du kan snart inte längre boka din tid själv. Då avslutas ärendet, och du får börja ett nytt.',
    en: 'You will soon no longer be able to book your time yourself. The case is then closed, and you begin a new one.',
  },
  'answer-late': {
    sv: 'Det tar längre tid än vi har sagt. Ditt ärende är kvar.',
    en: 'It is taking longer than we said. Your case is still there.',
  },
  closed: {
    sv: 'Ditt ärende är avslutat. En tid framåt kan du skriva igen i samma ärende.',
    en: 'Your case has been closed. For some time you can write again in the same case.',
  },
  news: { sv: 'Något har hänt i ditt ärende.', en: 'Something has happened in your case.' },
};

const SIGN_IN: BilingualText = {
  sv: 'Logga in på 1177 för att läsa.',
  en: 'Sign in to 1177 to read.',
};

const WORDS = {
  subject: { sv: 'Något har hänt i ditt ärende på 1177', en: 'Something has happened in your case at 1177' },
  open: { sv: 'Öppna ärendet', en: 'Open the case' },
  stop: { sv: 'Vill du inte ha fler sådana här meddelanden?', en: 'No more messages like this one?' },
  noReply: {
    sv: 'Svara inte på det här brevet, ingen läser det. Vid livshotande tillstånd, ring 112.',
    en: 'Do not answer this mail, nobody reads it. If life is in danger, call 112.',
  },
  code: {
    sv: 'Din kod är {code}. Den gäller i {minutes} minuter.',
    en: 'Your code is {code}. It is valid for {minutes} minutes.',
  },
  codeSubject: { sv: 'Din kod till 1177', en: 'Your code for 1177' },
  codeIgnore: {
    sv: 'Har du inte bett om någon kod kan du bortse från det här.',
    en: 'If you did not ask for a code, you can ignore this.',
  },
} as const satisfies Record<string, BilingualText>;

/** A notice in one sentence or two, as on a locked screen or in an SMS. */
export function shortText(event: NotificationEvent, language: Language): string {
  return `${TEXTS[event][language]} ${SIGN_IN[language]}`;
}

export interface MailText {
  subject: string;
  text: string;
}

/** A notice as a mail: the same words, the way to the case, and the way to get no more of them. */
export function mailText(
  event: NotificationEvent,
  language: Language,
  links: { open: string; stop: string },
): MailText {
  const w = (key: keyof typeof WORDS) => WORDS[key][language];
  return {
    subject: w('subject'),
    text: `${shortText(event, language)}\n\n${w('open')}: ${links.open}\n\n${w('noReply')}\n\n${w('stop')}\n${links.stop}\n`,
  };
}

/** An SMS holds a link only where the region allows them: people are taught not to follow such links. */
export function smsText(event: NotificationEvent, language: Language, link: string | null): string {
  return link ? `${shortText(event, language)} ${link}` : shortText(event, language);
}

/** The code that shows that an address or a number is one's own. */
export function codeText(code: string, minutes: number, language: Language): MailText {
  const text = WORDS.code[language].replace('{code}', code).replace('{minutes}', String(minutes));
  return { subject: WORDS.codeSubject[language], text: `${text} ${WORDS.codeIgnore[language]}` };
}
