import type { Sex } from '../../../contracts/index.js';
import type { DeskTexts } from '../texts/desk-texts.js';

/** Under 18 a patient is a child, as in the law. */
const CHILD_UNTIL_MONTHS = 18 * 12;

export function isChild(ageMonths: number): boolean {
  return ageMonths < CHILD_UNTIL_MONTHS;
}

/** Age as said in care: months under two years, then years. */
export function ageText(ageMonths: number, { t }: Pick<DeskTexts, 't'>): string {
  if (ageMonths < 1) return t('newborn');
  return ageMonths < 24 ? t('months', { n: ageMonths }) : t('years', { n: Math.floor(ageMonths / 12) });
}

/** "kvinna", "pojke", or that it is not known. */
export function sexText(sex: Sex | null, ageMonths: number, { t }: Pick<DeskTexts, 't'>): string {
  if (sex === null) return t('sexUnknown');
  if (isChild(ageMonths)) return t(sex === 'female' ? 'girl' : 'boy');
  return t(sex);
}
