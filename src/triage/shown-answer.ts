import type { AnswerValue, DurationUnit, QuestionView } from '../contracts/triage.js';
import type { BilingualText } from '../contracts/words.js';
import { swedishNumber } from './answer-parser.js';

const UNITS: Record<DurationUnit, { one: BilingualText; more: BilingualText }> = {
  hours: { one: { sv: 'timme', en: 'hour' }, more: { sv: 'timmar', en: 'hours' } },
  days: { one: { sv: 'dag', en: 'day' }, more: { sv: 'dagar', en: 'days' } },
  weeks: { one: { sv: 'vecka', en: 'week' }, more: { sv: 'veckor', en: 'weeks' } },
  months: { one: { sv: 'månad', en: 'month' }, more: { sv: 'månader', en: 'months' } },
  years: { one: { sv: 'år', en: 'year' }, more: { sv: 'år', en: 'years' } },
};

/** An answer as text, as the timeline shows it to residents and staff. */
export function shownAnswer(question: QuestionView, value: AnswerValue): BilingualText {
  if (value === null) return { sv: 'Hoppade över frågan', en: 'Skipped the question' };
  if (question.kind === 'yes-no') return value === 'yes' ? { sv: 'Ja', en: 'Yes' } : { sv: 'Nej', en: 'No' };
  if (question.kind === 'image' && Array.isArray(value)) {
    return value.length === 1 ? { sv: '1 bild', en: '1 picture' } : shownCount(value.length);
  }
  if (typeof value === 'number') {
    if (question.kind === 'scale') {
      const { max = 10 } = question;
      return { sv: `${swedishNumber(value)} av ${swedishNumber(max)}`, en: `${value} of ${max}` };
    }
    const { unit } = question;
    return {
      sv: `${swedishNumber(value)} ${unit?.sv ?? ''}`.trim(),
      en: `${value} ${unit?.en ?? ''}`.trim(),
    };
  }
  if (typeof value === 'object' && !Array.isArray(value)) {
    const unit = UNITS[value.unit][value.amount === 1 ? 'one' : 'more'];
    return { sv: `${value.amount} ${unit.sv}`, en: `${value.amount} ${unit.en}` };
  }
  const texts = [value]
    .flat()
    .map((id) => question.options?.find((option) => option.id === id)?.text ?? { sv: id, en: id });
  return { sv: texts.map((text) => text.sv).join(' · '), en: texts.map((text) => text.en).join(' · ') };
}

function shownCount(count: number): BilingualText {
  return { sv: `${count} bilder`, en: `${count} pictures` };
}
