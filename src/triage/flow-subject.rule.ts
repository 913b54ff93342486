import { type BilingualText, LANGUAGES, type Language } from '../contracts/words.js';
import type { Finding, FlowDocument, QuestionDocument } from './flow.types.js';

/** Said to whoever writes, whoever the patient is. */
const TO_WRITER =
  /(?:om|medan|innan|vad|vill|är) (?:du|vill du) ?(?:kan|helst|ha|säker|svarar|har väntat)?|vill du|i do not know|if you can|you have been waiting|would you|do you want|are you sure|before you answer/giu;
/** Words that make the patient the one who is spoken to, and those that speak of the patient as somebody else. */
const SPOKEN_TO: Record<Language, RegExp> = {
  sv: /\b(?:jag|mig|min|mitt|mina|du|dig|din|ditt|dina)\b/iu,
  en: /\b(?:I|[Mm]e|[Mm]y|[Yy]ou|[Yy]our)\b/u,
};
const SPOKEN_OF = /\b(?:patientens?|personens?|den som (?:har ont|är sjuk)|the patient|the person)\b/iu;
const KINDS = ['one', 'several', 'yes-no', 'number', 'scale', 'date', 'duration', 'text', 'image'] as const;

/**
 * A flow speaks to the patient or of the patient, not now so and now so: "Do you have …?" after "Is the patient …?" makes
 * whoever writes for another wonder who is meant. For the questions and options of a document with every `use` resolved.
 */
export function subjectFindings({ questions }: Pick<FlowDocument, 'questions'>): Finding[] {
  const spoken = questions.map((question) => ({ question, texts: textsOf(question) }));
  const isTo = (text: BilingualText) =>
    LANGUAGES.some((language) => SPOKEN_TO[language].test(text[language].replaceAll(TO_WRITER, '')));
  const to = spoken.find(({ texts }) => texts.some(isTo));
  if (!to) return [];
  return spoken
    .filter(({ texts }) => texts.some(({ sv, en }) => SPOKEN_OF.test(sv) || SPOKEN_OF.test(en)))
    .map(({ question }) => ({
      path: ['questions', questions.indexOf(question)],
      message: `Question ${question.id} speaks of the patient as somebody else, but ${to.question.id} speaks to the patient ("you", "I"). Say both in the same way, best without either.`,
    }));
}

function textsOf(question: QuestionDocument): BilingualText[] {
  return [...KINDS.flatMap((kind) => question[kind] ?? []), ...(question.options ?? [])];
}
