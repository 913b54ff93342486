import type { AnsweredQuestion, AnswerValue, BilingualText } from '../../../contracts/index.js';
import type { Translator } from '../../i18n/i18n.js';
import type { TimeTexts } from '../../i18n/time-texts.js';
import type { triageTexts } from '../texts/triage.js';

type Texts = Translator<typeof triageTexts>;

/** An answer as a person would say it. */
export function answerText({ question, value }: AnsweredQuestion, texts: Texts, time: TimeTexts): string {
  const { t, text, language } = texts;
  if (value === null) return t('skipped');
  const option = (id: string) => {
    const found: BilingualText | undefined = question.options?.find((one) => one.id === id)?.text;
    return found ? text(found) : id;
  };
  switch (question.kind) {
    case 'yes-no':
      return value === 'yes' ? t('yes') : t('no');
    case 'one':
      return option(String(value));
    case 'several':
      return listOf(value).map(option).join(' · ');
    case 'image':
      return t('nImages', { n: listOf(value).length });
    case 'number':
    case 'scale': {
      const number = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB').format(Number(value));
      return question.unit ? `${number} ${text(question.unit)}` : number;
    }
    case 'date':
      return time.day(`${String(value)}T12:00:00.000Z`);
    case 'duration':
      return typeof value === 'object' && 'amount' in value
        ? `${value.amount} ${t(value.unit, { n: value.amount })}`
        : String(value);
    case 'text':
      return String(value);
  }
}

function listOf(value: AnswerValue): string[] {
  return Array.isArray(value) ? value : [];
}
