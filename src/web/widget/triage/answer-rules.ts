import type { AnswerValue, DurationUnit, QuestionOption, QuestionView } from '../../../contracts/index.js';
import { plainDigits } from '../../../contracts/plain-digits.js';
import { MOST_AMOUNT } from '../../../contracts/triage.js';

/** The fields of a question while it is being answered. */
export interface Typed {
  /** one, yes-no */
  choice: string | null;
  /** several */
  choices: readonly string[];
  /** number, scale, duration, date, text */
  text: string;
  unit: DurationUnit;
  /** image */
  images: readonly string[];
}

/** Why an answer cannot be sent yet, as a key of the words that say what would be right. */
export type AnswerProblem =
  | 'chooseOne'
  | 'chooseSome'
  | 'writeNumber'
  | 'numberRange'
  | 'numberStep'
  | 'writeDate'
  | 'dateNotFuture'
  | 'writeDuration'
  | 'writeText'
  | 'addAnImage';

export type AnswerRead = { ok: true; value: AnswerValue } | { ok: false; problem: AnswerProblem };

/** The fields as they are for a question, empty or with the answer given before. */
export function typedFrom(value: AnswerValue | undefined): Typed {
  const empty: Typed = { choice: null, choices: [], text: '', unit: 'days', images: [] };
  if (value === undefined || value === null) return empty;
  if (typeof value === 'string') return { ...empty, choice: value, text: value };
  if (typeof value === 'number') return { ...empty, text: String(value).replace('.', ',') };
  if (Array.isArray(value)) return { ...empty, choices: value, images: value };
  return { ...empty, text: String(value.amount), unit: value.unit };
}

/** The answer that the fields say, or what is missing. `today` is YYYY-MM-DD in Sweden. */
export function readAnswer(question: QuestionView, typed: Typed, today: string): AnswerRead {
  switch (question.kind) {
    case 'one':
    case 'yes-no':
      return typed.choice === null ? wrong('chooseOne') : right(typed.choice);
    case 'several':
      return typed.choices.length === 0 ? wrong('chooseSome') : right([...typed.choices]);
    case 'number':
      return readNumber(question, typed.text);
    case 'scale':
      return typed.text === '' ? wrong('chooseOne') : right(Number(typed.text));
    case 'date':
      if (!/^\d{4}-\d{2}-\d{2}$/.test(typed.text)) return wrong('writeDate');
      return typed.text > today ? wrong('dateNotFuture') : right(typed.text);
    case 'duration':
      return readDuration(typed);
    case 'text':
      return typed.text.trim() === '' ? wrong('writeText') : right(typed.text.trim());
    case 'image':
      return typed.images.length === 0 ? wrong('addAnImage') : right([...typed.images]);
  }
}

/** Ticks or unticks one of several. "None of these" stands alone, both ways. */
export function toggled(
  options: readonly QuestionOption[],
  chosen: readonly string[],
  id: string,
): readonly string[] {
  if (chosen.includes(id)) return chosen.filter((one) => one !== id);
  const exclusive = new Set(options.filter((option) => option.exclusive).map((option) => option.id));
  if (exclusive.has(id)) return [id];
  return [...chosen.filter((one) => !exclusive.has(one)), id];
}

function readNumber(question: QuestionView, text: string): AnswerRead {
  const trimmed = plainDigits(text).trim().replace(/[,٫]/, '.');
  if (!/^-?\d{1,9}(\.\d{1,4})?$/.test(trimmed)) return wrong('writeNumber');
  const value = Number(trimmed);
  if (
    value < (question.min ?? Number.NEGATIVE_INFINITY) ||
    value > (question.max ?? Number.POSITIVE_INFINITY)
  ) {
    return wrong('numberRange');
  }
  const steps = (value - (question.min ?? 0)) / (question.step ?? 1);
  return Math.abs(steps - Math.round(steps)) > 1e-6 ? wrong('numberStep') : right(value);
}

function readDuration(typed: Typed): AnswerRead {
  const trimmed = plainDigits(typed.text).trim();
  const amount = /^\d{1,4}$/.test(trimmed) ? Number(trimmed) : 0;
  return amount >= 1 && amount <= MOST_AMOUNT ? right({ amount, unit: typed.unit }) : wrong('writeDuration');
}

function right(value: AnswerValue): AnswerRead {
  return { ok: true, value };
}

function wrong(problem: AnswerProblem): AnswerRead {
  return { ok: false, problem };
}
