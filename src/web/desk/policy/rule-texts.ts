import type { AgreementScope, AgreementState, DailyHours } from '../../../contracts/index.js';
import { useManageTexts } from '../manage/texts.js';
import { useTexts } from '../texts/desk-texts.js';
import { usePolicyNames } from './policy-context.js';
import { usePolicyTexts } from './texts.js';

/** How hours, and what an agreement is about, are said in a line. */
export function useRuleTexts() {
  const { t } = usePolicyTexts();
  const manage = useManageTexts();
  const texts = useTexts();
  const { reasonName } = usePolicyNames();
  const clock = (time: string) => (texts.language === 'sv' ? time.replace(':', '.') : time);
  const hoursText = ({ days, ...hours }: DailyHours) => {
    const [from, to] = [clock(hours.from), clock(hours.to)];
    return days
      ? t('fromToOnDays', { days: days.map((day) => manage.t(`day_${day as 1}`)).join(', '), from, to })
      : t('fromTo', { from, to });
  };
  const scopeText = ({
    when,
    urgencies,
    reasons,
    competences,
    hours,
  }: AgreementScope & { when: AgreementState }) =>
    [
      t(`when_${when}`),
      t('urgenciesText', { list: urgencies.join(', ') }),
      reasons?.map(reasonName).join(', '),
      competences?.map((each) => texts.t(`role_${each}`)).join(', '),
      hours && hoursText(hours),
    ]
      .filter(Boolean)
      .join(' · ');
  return { hoursText, scopeText };
}
