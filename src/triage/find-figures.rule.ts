import type { FirstWords } from './phrases.js';

/** What was found in a phrase. */
export interface Found {
  /** Ids of the contact reasons shown, in their order; Something else is always beside them. */
  cards: readonly string[];
  /** Urgency of the most urgent alarm. */
  alarm: 1 | 2 | null;
}

/** How a phrase was answered. */
export interface Judged {
  phrase: FirstWords;
  found: Found;
  /** The right reason, one that would do as well or one of several complaints stands first; nothing where none fits. */
  first: boolean;
  /** The right reason, or one that would do as well, is among those shown; nothing where none fits. */
  among: boolean;
  /** A reason is shown where none fits, or others than the right one only. */
  misleading: boolean;
  alarmMissed: boolean;
  /** Found, but as less urgent. */
  alarmLess: boolean;
  falseAlarm: boolean;
}

/** Judges what was found in a phrase; `general` is the reason where none fits. */
export function judge(phrase: FirstWords, found: Found, general: string): Judged {
  const { cards, alarm } = found;
  const right = [phrase.reason, ...phrase.or];
  const isRight = cards.some((id) => right.includes(id));
  const none = phrase.reason === general;
  return {
    phrase,
    found,
    first: none ? cards.length === 0 : [...right, ...phrase.also].includes(cards[0] ?? ''),
    among: none ? cards.length === 0 || isRight : isRight,
    misleading: cards.length > 0 && !isRight,
    alarmMissed: phrase.alarm !== null && alarm === null,
    alarmLess: phrase.alarm === 1 && alarm === 2,
    falseAlarm: phrase.alarm === null && alarm !== null,
  };
}

/** Shares of phrases, in percent, and counts of alarms. */
export interface FindFigures {
  phrases: number;
  first: number;
  among: number;
  misleading: number;
  alarms: number;
  alarmsMissed: number;
  alarmsLess: number;
  falseAlarms: number;
}

export function figuresOf(judged: readonly Judged[]): FindFigures {
  const count = (is: (each: Judged) => boolean) => judged.filter(is).length;
  const share = (is: (each: Judged) => boolean) =>
    judged.length === 0 ? 0 : (100 * count(is)) / judged.length;
  return {
    phrases: judged.length,
    first: share(({ first }) => first),
    among: share(({ among }) => among),
    misleading: share(({ misleading }) => misleading),
    alarms: count(({ phrase }) => phrase.alarm !== null),
    alarmsMissed: count(({ alarmMissed }) => alarmMissed),
    alarmsLess: count(({ alarmLess }) => alarmLess),
    falseAlarms: count(({ falseAlarm }) => falseAlarm),
  };
}

/** The row of the README's table that says these figures. */
export function figuresRow(set: string, figures: FindFigures): string {
  const percent = (share: number) => `${Math.round(share)} %`;
  const { phrases, first, among, misleading, alarms, alarmsMissed, falseAlarms } = figures;
  const cells = [
    set.replace('-', ' '),
    phrases,
    percent(first),
    percent(among),
    percent(misleading),
    `${alarmsMissed} of ${alarms}`,
    `${falseAlarms} of ${phrases - alarms}`,
  ];
  return `| ${cells.join(' | ')} |`;
}
