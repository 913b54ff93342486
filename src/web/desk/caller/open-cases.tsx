import { Button } from '@mantine/core';
import type { CallerOpenCase } from '../../../contracts/index.js';
import type { Shown } from '../shared/use-shown-case.js';
import { useTexts } from '../texts/desk-texts.js';
import { useCallerTexts } from './texts.js';

interface Props {
  cases: readonly CallerOpenCase[];
  onShow: (shown: Shown | null) => void;
}

/** The open cases of the patient, and the way on with each. */
export function OpenCases({ cases, onShow }: Props) {
  const { t } = useCallerTexts();
  if (cases.length === 0) return null;
  return (
    <section className="caller-open" aria-labelledby="open-cases-title">
      <h4 id="open-cases-title">{t('openTitle', { n: cases.length })}</h4>
      <p>{t('openText')}</p>
      <ul className="flows-rows">
        {cases.map((each) => (
          <OpenCase key={each.id} of={each} onShow={onShow} />
        ))}
      </ul>
    </section>
  );
}

function OpenCase({ of, onShow }: { of: CallerOpenCase; onShow: Props['onShow'] }) {
  const { t } = useCallerTexts();
  const texts = useTexts();
  const { id, at, seen, goOn, startedAt } = of;
  const name = seen ? (seen.reason ? texts.text(seen.reason) : texts.t('noReason')) : t('openUnseen');
  return (
    <li>
      <strong>{name}</strong>
      <span className="quiet">
        {texts.time.moment(startedAt)}
        {'. '}
        {at && t('openAt', { unit: at.name })}
        {seen && ` · ${texts.t(`state_${seen.state}`)}`}
      </span>
      {goOn && (
        <Button
          variant="default"
          onClick={() => onShow({ kind: goOn === 'questions' ? 'caller' : 'case', id })}
        >
          {t(goOn === 'questions' ? 'goOnAsking' : 'goToCase')}
        </Button>
      )}
    </li>
  );
}
