import { createContext, useContext } from 'react';
import type { Language } from '../../../contracts/index.js';
import { type Translator, translator } from '../../i18n/i18n.js';
import { type TimeTexts, timeTexts } from '../../i18n/time-texts.js';
import { actionTexts } from './actions.js';
import { callTexts } from './call.js';
import { consultTexts } from './consult.js';
import { conversationTexts } from './conversation.js';
import { domainTexts } from './domain.js';
import { patientTexts } from './patient.js';
import { queueTexts } from './queue.js';
import { recordTexts } from './record.js';
import { setAsideTexts } from './set-aside.js';
import { shellTexts } from './shell.js';
import { transferTexts } from './transfer.js';
import { whyHereTexts } from './why-here.js';

/** All texts of the desk, one file an area; a key is in one file only (checked by a test). */
export const deskTexts = {
  ...shellTexts,
  ...domainTexts,
  ...queueTexts,
  ...conversationTexts,
  ...patientTexts,
  ...whyHereTexts,
  ...actionTexts,
  ...transferTexts,
  ...callTexts,
  ...consultTexts,
  ...recordTexts,
  ...setAsideTexts,
};

/** The desk's texts in the reader's language, and how times are said in it. */
export interface DeskTexts extends Translator<typeof deskTexts> {
  time: TimeTexts;
  /** A short span for a row: "12 min", "3 tim 20 min", "2 dygn". */
  span(minutes: number): string;
  change(language: Language): void;
}

/** The texts for a language; `now` is the server's time. */
export function deskTextsIn(
  language: Language,
  now: () => Date,
  change: (language: Language) => void,
): DeskTexts {
  return {
    ...translator(deskTexts, language),
    time: timeTexts(language, now),
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

export const TextsContext = createContext<DeskTexts | null>(null);

/** The texts of the desk in the staff member's language. */
export function useTexts(): DeskTexts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('useTexts outside of TextsContext');
  return texts;
}
