import type { AnswerValue, DurationUnit, QuestionView } from '../../../contracts/index.js';

/** The fields of a question while it is being answered. */
export interface Typed {
  /** one, yes-no, several, scale */
  chosen: readonly string[];
  /** number, duration, text, date */
  text: string;
  unit: DurationUnit;
}

/** Why there is no answer yet, as a key of the texts. */
export type TypedFault = 'fault_choose' | 'fault_number' | 'fault_text' | 'fault_date';

export type TypedRead = { ok: true; value: AnswerValue } | { ok: false; fault: TypedFault };

/** The fields with the answer given before, or empty. */
export function typedFrom(value: AnswerValue | undefined): Typed {
  const empty: Typed = { chosen: [], text: '', unit: 'days' };
  if (value === undefined || value === null) return empty;
  if (Array.isArray(value)) return { ...empty, chosen: value };
  if (typeof value === 'object') return { ...empty, text: String(value.amount), unit: value.unit };
  return { ...empty, chosen: [String(value)], text: String(value).replace('.', ',') };
}

/** The answer that the fields hold; what it must be beside that the server says. */
export function readTyped({ kind }: Pick<QuestionView, 'kind'>, { chosen, text, unit }: Typed): TypedRead {
  const written = text.trim();
  switch (kind) {
    case 'one':
    case 'yes-no':
      return chosen[0] === undefined ? no('fault_choose') : yes(chosen[0]);
    case 'scale':
      return chosen[0] === undefined ? no('fault_choose') : yes(Number(chosen[0]));
    case 'several':
      return chosen.length === 0 ? no('fault_choose') : yes([...chosen]);
    case 'number':
    case 'duration': {
      const number = Number(written.replace(',', '.'));
      if (written === '' || !Number.isFinite(number)) return no('fault_number');
      return yes(kind === 'number' ? number : { amount: number, unit });
    }
    case 'date':
      return written === '' ? no('fault_date') : yes(written);
    case 'text':
    case 'image':
      return written === '' ? no('fault_text') : yes(written);
  }
}

/** Ticks or unticks one of several; "none of these" stands alone, both ways. */
export function ticked(
  { options = [] }: Pick<QuestionView, 'options'>,
  chosen: readonly string[],
  id: string,
): string[] {
  if (chosen.includes(id)) return chosen.filter((each) => each !== id);
  const isAlone = (each: string) => options.find((option) => option.id === each)?.exclusive === true;
  return isAlone(id) ? [id] : [...chosen.filter((each) => !isAlone(each)), id];
}

/** A whole age in months out of years, or months for the youngest; null when it is none. */
export function ageInMonths(years: string, months: string): number | null {
  const read = (text: string) =>
    text.trim() === '' ? 0 : /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  const age = read(years) * 12 + read(months);
  return Number.isNaN(age) || age > 1560 || (years.trim() === '' && months.trim() === '') ? null : age;
}

function yes(value: AnswerValue): TypedRead {
  return { ok: true, value };
}

function no(fault: TypedFault): TypedRead {
  return { ok: false, fault };
}
