import type { AgreementScope, AgreementState, DailyHours } from '../../../contracts/index.js';
import { useManageWords } from '../manage/texts.js';
import { useWords } from '../texts/desk-texts.js';
import { usePolicyNames } from './policy-context.js';
import { usePolicyWords } from './texts.js';

/** How hours, and what an agreement is about, are said in a line. */
export function useRuleWords() {
  const { t } = usePolicyWords();
  const manage = useManageWords();
  const words = useWords();
  const { reasonName } = usePolicyNames();
  const clock = (time: string) => (words.language === 'sv' ? time.replace(':', '.') : time);
  const hoursWords = ({ days, ...hours }: DailyHours) => {
    const [from, to] = [clock(hours.from), clock(hours.to)];
    return days
      ? t('hoursWordsDays', { days: days.map((day) => manage.t(`day_${day as 1}`)).join(', '), from, to })
      : t('hoursWords', { from, to });
  };
  const scopeWords = ({
    when,
    urgencies,
    reasons,
    competences,
    hours,
  }: AgreementScope & { when: AgreementState }) =>
    [
      t(`when_${when}`),
      t('urgenciesWords', { list: urgencies.join(', ') }),
      reasons?.map(reasonName).join(', '),
      competences?.map((each) => words.t(`role_${each}`)).join(', '),
      hours && hoursWords(hours),
    ]
      .filter(Boolean)
      .join(' · ');
  return { hoursWords, scopeWords };
}
