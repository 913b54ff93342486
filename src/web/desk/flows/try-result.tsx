import { useEffect, useRef } from 'react';
import type { FlowPage, Language, TriageResult } from '../../../contracts/index.js';
import { Icon } from '../shared/icons.js';
import { ruleName } from './figures.js';
import { AdviceIn, Outcome } from './flow-endings.js';
import { useFlowTexts } from './texts.js';
import { Condition } from './words.js';

interface Props {
  page: FlowPage;
  result: TriageResult;
  /** Of the made-up patient. */
  language: Language;
}

/** What the resident is told, and what staff see beside it: the rule and the red flags that decided. */
export function TryResult({ page, result, language }: Props) {
  const texts = useFlowTexts();
  const { t } = texts;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const rule = page.words.endings.find((ending) => ending.rule === result.rule && ending.when);
  return (
    <section className="flows-card" aria-labelledby="result-title">
      <h2 id="result-title" ref={heading} tabIndex={-1}>
        {t('result')}
      </h2>
      <p>
        <Outcome of={result} />
      </p>
      <AdviceIn language={language} of={result} />
      <h3>{t('decided')}</h3>
      <p>{t('decidedRule', { rule: ruleName(result.rule, texts) })}</p>
      {rule?.when && (
        <div className="flows-when">
          {t('ruleIf')}: <Condition of={rule.when} readIn={language} />
        </div>
      )}
      <h3>{t('flagsFound')}</h3>
      {result.redFlags.length === 0 && <p className="quiet">{t('noFlags')}</p>}
      <ul className="flows-rows">
        {result.redFlags.map((flag) => (
          <li key={`${flag.questionId} ${flag.optionId} ${flag.urgency}`}>
            <span className="mark" data-kind="flag">
              <Icon name="flag" />
              {t('redFlag')} {flag.urgency}
            </span>{' '}
            <span lang={language}>{flag.text[language]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
