import type { AnsweredQuestion, Language } from '../../../contracts/index.js';
import { translator } from '../../i18n/i18n.js';
import { flowTexts } from './texts.js';

/** An answer as it is read. */
export function answerText({ question, value }: AnsweredQuestion, language: Language): string {
  const { t } = translator(flowTexts, language);
  if (value === null) return t('skipped');
  if (question.kind === 'image') return t('pictures', { n: Array.isArray(value) ? value.length : 0 });
  if (question.kind === 'yes-no') return t(value === 'yes' ? 'yes' : 'no');
  if (typeof value === 'object' && !Array.isArray(value)) {
    return `${value.amount} ${t(`unit_${value.unit}`, { n: value.amount })}`;
  }
  if (typeof value === 'number') return `${value} ${question.unit?.[language] ?? ''}`.trim();
  return [value]
    .flat()
    .map((id) => question.options?.find((option) => option.id === id)?.text[language] ?? id)
    .join(' · ');
}
