import type { DeskCase } from '../../../contracts/index.js';
import { useWords } from '../texts.js';
import { Section } from './section.js';

/** Why the case is at this unit, and which other places were turned down. */
export function WhyHere({ deskCase }: { deskCase: DeskCase }) {
  const { t, text, time } = useWords();
  const { placement, origin, startedAt } = deskCase;
  return (
    <Section title={t('whyHere')}>
      {placement && <p>{text(placement.reason.text)}</p>}
      {placement?.opensAt && <p>{t('opensAt', { when: time.moment(placement.opensAt) })}</p>}
      <p className="quiet">{t('startedFrom', { origin, when: time.moment(startedAt) })}</p>
      {placement && (
        <details className="more">
          <summary>{t('turnedDown')}</summary>
          <p>
            {t('placedAt', {
              unit: placement.target.unitName,
              role: t(`role_${placement.target.competence}`),
            })}
            {'. '}
            {t('placedRule', { rule: placement.rule, version: placement.ruleVersion })}
          </p>
          {placement.turnedDown.length === 0 ? (
            <p>{t('turnedDownNone')}</p>
          ) : (
            <ul>
              {placement.turnedDown.map((place) => (
                <li key={`${place.unitId}.${place.competence}`}>
                  {t('placedAt', { unit: place.unitName, role: t(`role_${place.competence}`) })}:{' '}
                  {text(place.why)}
                </li>
              ))}
            </ul>
          )}
        </details>
      )}
    </Section>
  );
}
