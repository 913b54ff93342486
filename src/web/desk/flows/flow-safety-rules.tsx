import type { SafetyRuleLine } from '../../../contracts/index.js';
import { useFlowTexts } from './texts.js';

/** The rules of the region that reach this flow, and by which signs of its answers. */
export function FlowSafetyRules({ rules }: { rules: readonly SafetyRuleLine[] }) {
  const { t } = useFlowTexts();
  return (
    <section className="flows-card" aria-labelledby="safety-rules-title">
      <h2 id="safety-rules-title">{t('safetyRules')}</h2>
      <p className="quiet">{rules.length > 0 ? t('safetyRulesText') : t('safetyRulesNone')}</p>
      {/* Written for the chief physician, in English. */}
      <ul className="flows-rows">
        {rules.map(({ rule, text, signs }) => (
          <li key={rule}>
            <p lang="en">
              <strong>{rule}</strong>: {text}
            </p>
            {signs.length > 0 && (
              <p className="quiet">
                {t('reachedBy')}: <span lang="en">{signs.join(', ')}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
