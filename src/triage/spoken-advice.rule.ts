import { type BilingualText, LANGUAGES, type Language, type TriageResult } from '../contracts/index.js';

/** What is said in place of a chat that begins. */
const QUEUE: BilingualText = {
  sv: 'Du står i kö. Får du inte hjälp i det här samtalet ringer vi upp dig.',
  en: 'You are in the queue. If you are not helped during this call we will call you back.',
};

/** A sentence, or a part of one, that holds for who writes, and what is said of it on the telephone; nothing where empty. */
type Said = readonly [written: RegExp, spoken: string];

/** Of every text. */
const ANYWHERE: Readonly<Record<Language, readonly Said[]>> = {
  sv: [
    [/^Stanna (?:kvar )?här(?: tills någon svarar)?\.$/u, ''],
    [/^Stanna (?:kvar )?här om/u, 'Stanna kvar i samtalet om'],
    [/^En \p{L}+ skriver med dig (?:nu|samtidigt)\.$/u, ''],
    [/^Fråga i chatten/u, 'Fråga oss'],
    [/ i chatten\b(?! på)/u, ''],
    [/ eller skrivit\b/u, ''],
    [/och skriver för ett barn/u, 'och ringer för ett barn'],
    [/stänga sidan nu och komma tillbaka/u, 'lägga på nu och ringa igen'],
    [/stänga sidan/u, 'lägga på'],
    [/^Det du skrev/u, 'Det du sa'],
  ],
  en: [
    [/^Stay here(?: until someone answers)?\.$/u, ''],
    [/^Stay here if/u, 'Stay on the line if'],
    [/^A \p{L}+ (?:will write|writes) with you (?:now|at the same time)\.$/u, ''],
    [/^Ask in the chat/u, 'Ask us'],
    [/ in the chat\b(?! at)/u, ''],
    [/ or writing\b/u, ''],
    [/who writes for a child/u, 'who calls for a child'],
    [/close the page now and come back/u, 'hang up now and call again'],
    [/close the page/u, 'hang up'],
    [/^What you wrote/u, 'What you said'],
  ],
};

/** Of what to do now: a place in the queue in place of a chat; what is to be done beside it stays. */
const NOW: Readonly<Record<Language, readonly Said[]>> = {
  sv: [
    [/ och skicka en bild\.$/u, '.'],
    [/^Skriv (?:med|här|om) [^.]*?(?:,? och (.+))?\.$/u, `${QUEUE.sv} $1`],
    [/^(.+?),? och skriv (?:sedan )?med [^.]*\.$/u, `$1. ${QUEUE.sv}`],
    [/^(?:En \p{L}+|Någon) (?:skriver med dig|svarar)(?: också)? (?:nu|samtidigt|här)\.$/u, QUEUE.sv],
  ],
  en: [
    [/ and send a picture\.$/u, '.'],
    [/^Write (?:with|here|your) [^.]*?(?:,? and (.+))?\.$/u, `${QUEUE.en} $1`],
    [/^(.+?),? (?:and|then) write with [^.]*\.$/u, `$1. ${QUEUE.en}`],
    [
      /^(?:A \p{L}+|Someone) (?:will write with you|writes with you|will also answer|answers) (?:now|at the same time|here)\.$/u,
      QUEUE.en,
    ],
  ],
};

/** Of what to do until then: what is to be written to us is told; a diary is written all the same. */
const STEPS: Readonly<Record<Language, readonly Said[]>> = {
  sv: [
    [/^(?:Skicka (?:gärna|med) |Visa det här om |Du kan också välja besvären)[^.]*\.$/u, ''],
    [/och visa det här\.$/u, 'och berätta.'],
    [/Ta med eller skicka bilden/u, 'Ta med bilden'],
    [/skriv här (?:igen )?(?:nu )?och välj/u, 'säg att det gäller'],
    [/^Skriv (?=samma dag)/u, 'Ring 1177 '],
    [/^Skriv (?=igen)/u, 'Ring oss '],
    [/^Skriv (?=(?:vad|vem|var|vilke[nt]|vilka|hur|när|om|i vilken|sedan|också|bara) )/u, 'Berätta '],
    [/^Skriv (?!(?:gärna )?(?:upp|ner|av)\b|till\b|\S*(?:- och \S+)?dagbok|en )/u, 'Säg '],
    [/(?<=[,:] men )skriv före/u, 'hör av dig före'],
    [/(?<=[,:] )skriv (?!upp\b|ner\b)/u, 'berätta '],
    [/ och skriv (?=om )/u, ' och berätta '],
  ],
  en: [
    [/^(?:Send (?:a|the) |Show them this|You can also choose the trouble)[^.]*\.$/u, ''],
    [/and show them this\.$/u, 'and tell them.'],
    [/^Add a picture/u, 'Take a picture'],
    [/Bring or send the picture/u, 'Bring the picture'],
    [/write here (?:again )?(?:now )?and choose/u, 'say that it is about'],
    [/^Write (?=the same day)/u, 'Call 1177 '],
    [/^Write (?=again)/u, 'Call us '],
    [/^Write (?!down\b|to\b|a )/u, 'Tell us '],
    [/(?<=, but )write before/u, 'get in touch before'],
    [/(?<=[,:] )write (?!down\b)/u, 'tell us '],
    [/ and write (?=if |which )/u, ' and tell us '],
  ],
};

/** Of what to watch for: they call again; what cannot wait is heard by 1177, which is always open. */
const WATCH_FOR: Readonly<Record<Language, readonly Said[]>> = {
  sv: [
    [/^Skriv (?:här )?(?:igen )?eller ring 1177/u, 'Ring 1177'],
    [/\bskriv (?:här )?(?:igen )?(?=genast|på en gång|direkt|samma dag|i dag)/iu, 'ring 1177 '],
    [/\bskriv (?:här )?/iu, 'ring oss '],
  ],
  en: [
    [/^Write (?:here )?(?:again )?or call 1177/u, 'Call 1177'],
    [/\bwrite (?:here )?(?:again )?(?=at once|right away|the same day|today)/iu, 'call 1177 '],
    [/\bwrite (?:here )?/iu, 'call us '],
  ],
};

/** What of an advice a text is. */
export type AdvicePart = 'now' | 'why' | 'steps' | 'watchFor';

const OF_PART = { now: NOW, why: null, steps: STEPS, watchFor: WATCH_FOR } as const;

/**
 * What somebody on the telephone is told where the flow's own words are for who writes: they are in a queue and are called
 * back, tell us instead of writing, and call again when it gets worse. What would not be true for them is left out. Flows
 * whose words cannot be turned so are refused (`flow-spoken.ts`).
 */
export function spokenAdvice(result: TriageResult): TriageResult {
  const { outcome, now, why, steps, watchFor } = result;
  const first = spokenText(now, 'now') ?? QUEUE;
  const waits = outcome === 'chat' && !first.sv.includes(QUEUE.sv);
  return {
    ...result,
    now: waits ? { sv: `${first.sv} ${QUEUE.sv}`, en: `${first.en} ${QUEUE.en}` } : first,
    why: spokenText(why, 'why') ?? why,
    steps: steps.flatMap((step) => spokenText(step, 'steps') ?? []),
    watchFor: watchFor.flatMap((sign) => spokenText(sign, 'watchFor') ?? []),
  };
}

/** One text of it, as it is said on the telephone; null where nothing of it holds there. */
export function spokenText(text: BilingualText, part: AdvicePart): BilingualText | null {
  const [sv, en] = LANGUAGES.map((language) => spokenIn(language, text[language], part));
  return sv && en ? { sv, en } : null;
}

/** The same in one language; empty where nothing of it holds. */
export function spokenIn(language: Language, text: string, part: AdvicePart): string {
  const all = [...(OF_PART[part]?.[language] ?? []), ...ANYWHERE[language]];
  return text
    .split(/(?<=[.!?])\s+/u)
    .map((sentence) => spokenSentence(sentence, all))
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function spokenSentence(sentence: string, all: readonly Said[]): string {
  const said = all.reduce((before, [written, spoken]) => before.replace(written, spoken), sentence).trim();
  if (said === sentence || said === '') return said;
  const whole = /[.!?]$/u.test(said) ? said : `${said}.`;
  return whole.replace(/(?<=^|[.!?] )\p{Ll}/gu, (letter) => letter.toUpperCase());
}
