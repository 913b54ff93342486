import { useMemo } from 'react';
import type { DeskCase } from '../../../contracts/index.js';
import { Icon } from '../shared/icons.js';
import { useTexts } from '../texts/desk-texts.js';
import { type ShownAnswer, splitAnswers } from './answers.js';
import { Section } from './section.js';

/** Answers that mattered; what was denied or passed over is folded. */
export function Answers({ deskCase }: { deskCase: DeskCase }) {
  const { t } = useTexts();
  const { triage, redFlags, timeline } = deskCase;
  const { mattered, rest } = useMemo(
    () => splitAnswers(triage?.answered ?? [], redFlags, timeline),
    [triage, redFlags, timeline],
  );
  if (mattered.length + rest.length === 0) return null;
  return (
    <Section title={t('answers')}>
      {mattered.length > 0 ? <List answers={mattered} /> : <p className="quiet">{t('answersAllDenied')}</p>}
      {rest.length > 0 && (
        <details className="more">
          <summary>{t('answersRest', { n: rest.length })}</summary>
          <List answers={rest} />
        </details>
      )}
    </Section>
  );
}

function List({ answers }: { answers: readonly ShownAnswer[] }) {
  const { t, text } = useTexts();
  return (
    <dl className="answers">
      {answers.map((answer) => (
        <div key={answer.questionId} data-flag={answer.flag !== null}>
          <dt>{text(answer.question)}</dt>
          <dd>
            {answer.flag && (
              <>
                <Icon name="flag" />
                <span className="hidden">{t('flagCount', { n: 1 })}: </span>
              </>
            )}
            <span>
              {text(answer.shown)}
              {answer.atc.length > 0 && <span className="quiet"> ATC {answer.atc.join(' · ')}</span>}
            </span>
            {answer.denied.length > 0 && (
              <ul className="denied" aria-label={t('denied')}>
                {answer.denied.map((each) => (
                  <li key={each.sv}>{text(each)}</li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
