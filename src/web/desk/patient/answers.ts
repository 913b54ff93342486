import {
  type AnsweredQuestion,
  type BilingualText,
  deniedBy,
  type RedFlagFound,
  type TimelineEntry,
} from '../../../contracts/index.js';
import { medicinesIn } from './medicine-codes.js';

export interface ShownAnswer {
  questionId: string;
  question: BilingualText;
  shown: BilingualText;
  /** What "none of these" denied. */
  denied: BilingualText[];
  /** ATC codes of the medicines chosen, in the order of `shown`; of those written, with their names. */
  atc: string[];
  /** The most urgent red flag that this answer is. */
  flag: RedFlagFound | null;
}

const DENIALS = new Set(['no', 'none']);

/** Whether an answer only says that something is not so, or nothing at all. */
function isDenial({ question, value }: AnsweredQuestion): boolean {
  if (value === null || value === '') return true;
  if (question.kind === 'yes-no') return value === 'no';
  const chosen = Array.isArray(value) ? value : [value];
  if (chosen.length === 0) return true;
  const exclusive = new Set(
    (question.options ?? []).filter((option) => option.exclusive).map((option) => option.id),
  );
  return chosen.every((id) => typeof id === 'string' && (exclusive.has(id) || DENIALS.has(id)));
}

/** The codes of the medicines chosen or written; what was written may name some that are not taken. */
function atcOf({ question, value }: AnsweredQuestion): string[] {
  if (question.kind === 'text' && typeof value === 'string')
    return medicinesIn(value).map(({ name, atc }) => `${atc} ${name}`);
  const chosen = [value].flat();
  return chosen.flatMap((id) => question.options?.find((option) => option.id === id)?.atc ?? []);
}

/** The text that was last shown for each answered question, from the timeline. */
function shownTexts(timeline: readonly TimelineEntry[]): Map<string, BilingualText> {
  const texts = new Map<string, BilingualText>();
  for (const entry of timeline)
    if (entry.kind === 'answer') texts.set(entry.body.questionId, entry.body.shown);
  return texts;
}

/**
 * Splits the answers that still apply: what matters (red flags first by urgency, then what the resident said is so,
 * in the order asked), and the rest (what is not so, and questions passed over).
 */
export function splitAnswers(
  answered: readonly AnsweredQuestion[],
  flags: readonly RedFlagFound[],
  timeline: readonly TimelineEntry[],
): { mattered: ShownAnswer[]; rest: ShownAnswer[] } {
  const texts = shownTexts(timeline);
  const worst = (questionId: string) =>
    flags.filter((flag) => flag.questionId === questionId).sort((a, b) => a.urgency - b.urgency)[0] ?? null;
  const flagged: ShownAnswer[] = [];
  const plain: ShownAnswer[] = [];
  const rest: ShownAnswer[] = [];
  for (const answer of answered) {
    const plainValue = answer.value === null ? '–' : String(answer.value);
    const row: ShownAnswer = {
      questionId: answer.question.id,
      question: answer.question.text,
      shown: texts.get(answer.question.id) ?? { sv: plainValue, en: plainValue },
      denied: deniedBy(answer),
      atc: atcOf(answer),
      flag: worst(answer.question.id),
    };
    if (row.flag) flagged.push(row);
    else if (isDenial(answer)) rest.push(row);
    else plain.push(row);
  }
  flagged.sort((a, b) => (a.flag?.urgency ?? 9) - (b.flag?.urgency ?? 9));
  return { mattered: [...flagged, ...plain], rest };
}
