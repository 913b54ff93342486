import type { DeskCase } from '../../../contracts/index.js';
import { useTexts } from '../texts/desk-texts.js';
import { Section } from './section.js';

/** What triage decided and why, and what the patient was told. */
export function Decision({ deskCase }: { deskCase: DeskCase }) {
  const { t, text } = useTexts();
  const { result, triage } = deskCase;
  if (!result) return null;
  const flow = triage ? { flow: text(triage.reason), version: triage.flowVersion } : null;
  const decidedBy =
    flow &&
    (result.rule === 'red-flag'
      ? t('decidedByFlag', flow)
      : result.rule === 'otherwise'
        ? t('decidedByOtherwise', flow)
        : t('decidedBy', { ...flow, rule: result.rule }));
  return (
    <Section title={t('decision')}>
      <p className="decision">
        <strong>{t(`outcome_${result.outcome}`)}</strong>, {t('urgency').toLocaleLowerCase()} {result.urgency}
      </p>
      <p>{text(result.why)}</p>
      {decidedBy && <p className="quiet">{decidedBy}</p>}
      <details className="more">
        <summary>{t('adviceGiven')}</summary>
        <p>{text(result.now)}</p>
        <ul>
          {result.steps.map((step) => (
            <li key={step.sv}>{text(step)}</li>
          ))}
        </ul>
        {result.watchFor.length > 0 && (
          <>
            <p>{t('watchFor')}</p>
            <ul>
              {result.watchFor.map((sign) => (
                <li key={sign.sv}>{text(sign)}</li>
              ))}
            </ul>
          </>
        )}
      </details>
    </Section>
  );
}
