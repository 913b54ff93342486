import type { ResidentTriage } from '../../../contracts/index.js';
import { Fold } from '../parts/bits.js';
import { outcomeTexts } from '../texts/outcome.js';
import { AnsweredList } from '../triage/answered-list.js';
import { useTexts } from '../widget.js';

/** The answers behind an outcome, folded; a wrong one can be changed for as long as the case has not gone on. */
export function AnswersFold({ triage, change }: { triage: ResidentTriage; change?: (id: string) => void }) {
  const { t } = useTexts(outcomeTexts);
  if (triage.answered.length === 0) return null;
  return (
    <Fold title={t('yourAnswers', { n: triage.answered.length })}>
      {change && <p className="quiet">{t('somethingWrong')}</p>}
      <AnsweredList answered={triage.answered} change={change} />
    </Fold>
  );
}
