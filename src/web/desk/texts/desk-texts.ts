import { createContext, useContext } from 'react';
import type { Language } from '../../../contracts/index.js';
import { type Translator, translator } from '../../i18n/i18n.js';
import { type TimeWords, timeWords } from '../../i18n/time-words.js';
import { actionWords } from './actions.js';
import { callWords } from './call.js';
import { consultWords } from './consult.js';
import { conversationWords } from './conversation.js';
import { domainWords } from './domain.js';
import { patientWords } from './patient.js';
import { queueWords } from './queue.js';
import { shellWords } from './shell.js';
import { transferWords } from './transfer.js';
import { whyHereWords } from './why-here.js';

/** All words of the desk. Each room keeps its own; a key is in one room only (checked by a test). */
export const deskTexts = {
  ...shellWords,
  ...domainWords,
  ...queueWords,
  ...conversationWords,
  ...patientWords,
  ...whyHereWords,
  ...actionWords,
  ...transferWords,
  ...callWords,
  ...consultWords,
};

/** The desk's words in the reader's language, and how times are said in it. */
export interface DeskWords extends Translator<typeof deskTexts> {
  time: TimeWords;
  /** A short span for a row: "12 min", "3 tim 20 min", "2 dygn". */
  span(minutes: number): string;
  change(language: Language): void;
}

/** The words for a language; `now` is the server's time. */
export function deskWords(
  language: Language,
  now: () => Date,
  change: (language: Language) => void,
): DeskWords {
  return {
    ...translator(deskTexts, language),
    time: timeWords(language, now),
    span: (minutes) => shortSpan(minutes, language),
    change,
  };
}

/** Whole minutes in few letters: minutes below an hour, hours and minutes below a day, then days and hours. */
export function shortSpan(minutes: number, language: Language): string {
  const whole = Math.max(0, Math.floor(minutes));
  const amount = (value: number, unit: 'minute' | 'hour') =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  const days = (value: number) =>
    language === 'sv' ? `${value} dygn` : `${value} ${value === 1 ? 'day' : 'days'}`;
  const two = (large: string, rest: string | null) => (rest === null ? large : `${large} ${rest}`);
  if (whole < 60) return amount(whole, 'minute');
  const hours = Math.floor(whole / 60);
  if (hours < 24) return two(amount(hours, 'hour'), whole % 60 === 0 ? null : amount(whole % 60, 'minute'));
  return two(days(Math.floor(hours / 24)), hours % 24 === 0 ? null : amount(hours % 24, 'hour'));
}

export const WordsContext = createContext<DeskWords | null>(null);

/** The words of the desk in the staff member's language. */
export function useWords(): DeskWords {
  const words = useContext(WordsContext);
  if (!words) throw new Error('useWords outside of WordsContext');
  return words;
}
