import type { CaseAdvice, DeskCase, StandingAdvice } from '../../../contracts/index.js';
import { useTexts } from '../texts/desk-texts.js';
import { Section } from './section.js';

/** What triage decided and why, and what the patient was told. */
export function Decision({ deskCase }: { deskCase: DeskCase }) {
  const { t, text } = useTexts();
  const { result, triage, advice } = deskCase;
  if (!result) {
    return (
      advice && (
        <Section title={t('adviceGiven')}>
          <Advice advice={advice} />
        </Section>
      )
    );
  }
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
      {advice && (
        <details className="more">
          <summary>{t('adviceGiven')}</summary>
          <Advice advice={advice} />
        </details>
      )}
    </Section>
  );
}

/** What the patient was told: what stands now, from whom, and what was said beside it. */
function Advice({ advice: { standing, others } }: { advice: StandingAdvice }) {
  const { t, text } = useTexts();
  return (
    <>
      {standing && <Standing advice={standing} />}
      {others.map((other) => (
        <p key={other.now.sv} className="quiet">
          {t(standing && other.at > standing.at ? 'adviceBeside' : 'adviceBefore', { now: text(other.now) })}{' '}
          <From advice={other} />
        </p>
      ))}
    </>
  );
}

function Standing({ advice }: { advice: CaseAdvice }) {
  const { t, text } = useTexts();
  const { now, steps, watchFor } = advice;
  return (
    <>
      <p>
        <strong>{text(now)}</strong> <From advice={advice} />
      </p>
      <ul>
        {steps.map((step) => (
          <li key={step.sv}>{text(step)}</li>
        ))}
      </ul>
      {watchFor.length > 0 && (
        <>
          <p>{t('watchFor')}</p>
          <ul>
            {watchFor.map((sign) => (
              <li key={sign.sv}>{text(sign)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function From({ advice: { by, at } }: { advice: CaseAdvice }) {
  const { t, time } = useTexts();
  const from = by.kind === 'staff' ? `${by.name}, ${t(`role_${by.role}`)}` : t(`adviceBy_${by.kind}`);
  return (
    <span className="quiet">
      ({from}, {time.moment(at)})
    </span>
  );
}
