import { type AnswerValue, DURATION_UNITS, MOST_AMOUNT, type QuestionView } from '../contracts/triage.js';
import type { BilingualText } from '../contracts/words.js';

export const LONGEST_TEXT = 2_000;
export const MOST_IMAGES = 5;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export type ParsedAnswer = { ok: true; value: AnswerValue } | { ok: false; message: BilingualText };

/**
 * Reads what was sent as an answer to a question. Never throws; a wrong answer gets a sentence that says what
 * would be right. Options come out in the question's order, text without surrounding spaces.
 */
export function parseAnswer(question: QuestionView, sent: unknown): ParsedAnswer {
  if (sent === null || sent === undefined) {
    return question.optional
      ? right(null)
      : wrong('Frågan behöver ett svar.', 'The question needs an answer.');
  }
  switch (question.kind) {
    case 'one':
      return parseOne(question, sent);
    case 'yes-no':
      return sent === 'yes' || sent === 'no'
        ? right(sent)
        : wrong('Svara ja eller nej.', 'Answer yes or no.');
    case 'several':
      return parseSeveral(question, sent);
    case 'number':
    case 'scale':
      return parseNumber(question, sent);
    case 'date':
      return isDate(sent)
        ? right(sent)
        : wrong('Skriv ett datum, till exempel 2026-03-31.', 'Write a date, for example 2026-03-31.');
    case 'duration':
      return parseDuration(sent);
    case 'text':
      return parseText(sent);
    case 'image':
      return parseImages(sent, question.optional);
  }
}

function parseOne(question: QuestionView, sent: unknown): ParsedAnswer {
  const found = question.options?.find((option) => option.id === sent);
  return found ? right(found.id) : wrong('Välj ett av svaren.', 'Choose one of the answers.');
}

function parseSeveral(question: QuestionView, sent: unknown): ParsedAnswer {
  const options = question.options ?? [];
  if (!Array.isArray(sent) || sent.some((id) => !options.some((option) => option.id === id))) {
    return wrong('Välj bland svaren i frågan.', 'Choose among the answers of the question.');
  }
  const chosen = options.filter((option) => sent.includes(option.id));
  if (chosen.length === 0) return wrong('Välj minst ett svar.', 'Choose at least one answer.');
  const alone = chosen.find((option) => option.exclusive);
  if (alone && chosen.length > 1) {
    return wrong(
      `"${alone.text.sv}" kan bara väljas ensamt.`,
      `"${alone.text.en}" can only be chosen alone.`,
    );
  }
  return right(chosen.map((option) => option.id));
}

function parseNumber(question: QuestionView, sent: unknown): ParsedAnswer {
  const { min = 0, max = 10, step = 1 } = question;
  if (typeof sent !== 'number' || !Number.isFinite(sent) || sent < min || sent > max) {
    const [svMin, svMax] = [swedishNumber(min), swedishNumber(max)];
    return wrong(
      `Svara med ett tal från ${svMin} till ${svMax}.`,
      `Answer with a number from ${min} to ${max}.`,
    );
  }
  const steps = Math.round(sent / step);
  if (Math.abs(steps * step - sent) > 1e-9) {
    return step === 1
      ? wrong('Svara med ett helt tal.', 'Answer with a whole number.')
      : wrong(`Svara i steg om ${swedishNumber(step)}.`, `Answer in steps of ${step}.`);
  }
  return right(Number((steps * step).toFixed(6)));
}

function parseDuration(sent: unknown): ParsedAnswer {
  const { amount, unit } = (typeof sent === 'object' ? sent : {}) as { amount?: unknown; unit?: unknown };
  const known = DURATION_UNITS.find((name) => name === unit);
  if (
    !known ||
    typeof amount !== 'number' ||
    !Number.isInteger(amount) ||
    amount < 1 ||
    amount > MOST_AMOUNT
  ) {
    return wrong(
      `Svara med ett helt tal från 1 till ${MOST_AMOUNT} och timmar, dagar, veckor, månader eller år.`,
      `Answer with a whole number from 1 to ${MOST_AMOUNT} and hours, days, weeks, months or years.`,
    );
  }
  return right({ amount, unit: known });
}

function parseText(sent: unknown): ParsedAnswer {
  const text = typeof sent === 'string' ? sent.trim() : '';
  if (text === '') return wrong('Skriv några ord.', 'Write a few words.');
  return text.length <= LONGEST_TEXT
    ? right(text)
    : wrong(`Skriv högst ${LONGEST_TEXT} tecken.`, `Write at most ${LONGEST_TEXT} characters.`);
}

function parseImages(sent: unknown, optional: boolean): ParsedAnswer {
  const ids = Array.isArray(sent) ? sent : [];
  const fine = Array.isArray(sent) && ids.every((id) => typeof id === 'string' && UUID.test(id));
  if (!fine || ids.length > MOST_IMAGES || new Set(ids).size !== ids.length) {
    return wrong(`Lägg till högst ${MOST_IMAGES} bilder.`, `Add at most ${MOST_IMAGES} pictures.`);
  }
  if (ids.length > 0) return right(ids);
  return optional ? right(null) : wrong('Lägg till en bild.', 'Add a picture.');
}

function isDate(sent: unknown): sent is string {
  const found = typeof sent === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(sent) : null;
  if (!found) return false;
  const time = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]));
  return new Date(time).toISOString().startsWith(found[0]);
}

/** With a decimal comma. */
export function swedishNumber(value: number): string {
  return String(value).replace('.', ',');
}

function right(value: AnswerValue): ParsedAnswer {
  return { ok: true, value };
}

function wrong(sv: string, en: string): ParsedAnswer {
  return { ok: false, message: { sv, en } };
}
