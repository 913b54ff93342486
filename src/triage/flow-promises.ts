import type { BilingualText } from '../contracts/words.js';

/** What every flow promises, proved over all patients and all answers. */
export const PROMISES = {
  ends: {
    sv: 'Flödet tar alltid slut, vad man än svarar.',
    en: 'The flow always ends, whatever is answered.',
  },
  reachable: {
    sv: 'Varje fråga, svar, röd flagga, regel och utfall kan nås av någon.',
    en: 'Every question, option, red flag, rule and outcome is reached by somebody.',
  },
  'red-flag': {
    sv: 'Varje röd flagga får minst sin brådska, vad man än svarar i övrigt.',
    en: 'Every red flag gets at least its urgency, whatever else is answered.',
  },
  worse: {
    sv: 'Ett värre svar på en fråga gör aldrig utfallet lugnare.',
    en: 'A worse answer to a question never makes the outcome calmer.',
  },
  dropped: {
    sv: 'Svar på frågor som inte längre ställs påverkar ingenting.',
    en: 'Answers to questions that are no longer asked play no part.',
  },
  unsure: { sv: '"Vet inte" leder aldrig till egenvård.', en: '"I do not know" never ends in self-care.' },
  'safety-rule': {
    sv: 'Regionens alla säkerhetsregler håller.',
    en: 'Every safety rule of the region holds.',
  },
  longest: { sv: 'Ingen får fler än 14 frågor.', en: 'Nobody is asked more than 14 questions.' },
  'check-in': {
    sv: 'Avstämningar med den som väntar kan ställas, och gör aldrig utfallet lugnare.',
    en: 'Check-ins with those who wait can be asked, and never make the outcome calmer.',
  },
  texts: {
    sv: 'Varje utfall har sina råd på svenska och engelska.',
    en: 'Every outcome has its advice in Swedish and English.',
  },
} as const satisfies Record<string, BilingualText>;
export type PromiseName = keyof typeof PROMISES;

/** What a proof came to, without its patients. */
export interface ProofSummary {
  /** The most questions that a path asks. */
  longest: number;
  refuted: readonly { promise: string; message: string }[];
}
