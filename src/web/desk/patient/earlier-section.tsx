import type { DeskCase, EarlierCase } from '../../../contracts/index.js';
import { UrgencyMark } from '../shared/urgency-mark.js';
import { caseAddress } from '../shared/use-shown-case.js';
import { useTexts } from '../texts/desk-texts.js';
import { Section } from './section.js';

/** Other cases of the same patient, newest first. */
export function Earlier({ deskCase }: { deskCase: DeskCase }) {
  const { t } = useTexts();
  const { earlier } = deskCase;
  if (earlier.length === 0)
    return (
      <Section title={t('earlier')}>
        <p className="quiet">{t('noEarlier')}</p>
      </Section>
    );
  return (
    <Section title={t('earlier')}>
      <ul className="earlier">
        {earlier.map((one) => (
          <EarlierRow key={one.id} earlier={one} />
        ))}
      </ul>
    </Section>
  );
}

function EarlierRow({ earlier }: { earlier: EarlierCase }) {
  const { t, text, time } = useTexts();
  const end = earlier.closedAs ? t(`result_${earlier.closedAs}`) : t(`state_${earlier.state}`);
  return (
    <li>
      <a href={caseAddress(earlier.id)}>
        {earlier.urgency && <UrgencyMark urgency={earlier.urgency} />}
        <span>
          <strong>{earlier.reason ? text(earlier.reason) : t('noReason')}</strong>
          <br />
          <span className="quiet">
            {time.moment(earlier.startedAt)}, {end}
          </span>
        </span>
      </a>
    </li>
  );
}
