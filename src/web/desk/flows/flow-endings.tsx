import type { BilingualText, EndingWords, Language } from '../../../contracts/index.js';
import { translator } from '../../i18n/i18n.js';
import { UrgencyMark } from '../shared/urgency-mark.js';
import { useTexts } from '../texts/desk-texts.js';
import { ruleName } from './figures.js';
import { flowTexts, useFlowTexts } from './texts.js';
import { Condition, type ReadIn } from './words.js';

/** The rules in their order and where each ends, with what residents are told in both languages. */
export function FlowEndings({ endings, readIn }: { endings: readonly EndingWords[]; readIn: ReadIn }) {
  const { t } = useFlowTexts();
  return (
    <section className="flows-card" aria-labelledby="endings-title">
      <h2 id="endings-title">{t('endings')}</h2>
      <p className="quiet">{t('endingsText')}</p>
      {endings.map((ending) => (
        <Ending key={`${ending.rule} ${ending.outcome} ${ending.urgency}`} ending={ending} readIn={readIn} />
      ))}
    </section>
  );
}

function Ending({ ending, readIn }: { ending: EndingWords; readIn: ReadIn }) {
  const texts = useFlowTexts();
  return (
    <article className="flows-ending">
      <h3>{ruleName(ending.rule, texts)}</h3>
      {ending.when && (
        <div className="flows-when">
          {texts.t('ruleIf')}: <Condition of={ending.when} readIn={readIn} />
        </div>
      )}
      <p>
        <Outcome of={ending} />
      </p>
      <div className="flows-both">
        <AdviceIn language="sv" of={ending} />
        <AdviceIn language="en" of={ending} />
      </div>
    </article>
  );
}

/** What follows: the outcome, its urgency, and with whom. */
export function Outcome({
  of: { outcome, urgency, competence, bookingKind },
}: {
  of: Pick<EndingWords, 'outcome' | 'urgency' | 'competence'> & { bookingKind?: EndingWords['bookingKind'] };
}) {
  const { t } = useFlowTexts();
  const texts = useTexts();
  return (
    <span className="flows-outcome">
      <UrgencyMark urgency={urgency} withWord />
      <strong>{texts.t(`outcome_${outcome}`)}</strong>
      {bookingKind ? (
        <span>{texts.t(`kind_${bookingKind}`)}</span>
      ) : (
        outcome === 'chat' && <span>{t('by', { who: texts.t(`role_${competence}`) })}</span>
      )}
    </span>
  );
}

type Told = Pick<EndingWords, 'now' | 'why' | 'steps' | 'watchFor'>;

/** What residents are told, in one language. */
export function AdviceIn({ language, of: { now, why, steps, watchFor } }: { language: Language; of: Told }) {
  const { t } = translator(flowTexts, language);
  const list = (title: string, items: readonly BilingualText[]) =>
    items.length > 0 && (
      <>
        <p className="quiet">{title}</p>
        <ul>
          {items.map((item) => (
            <li key={item.sv}>{item[language]}</li>
          ))}
        </ul>
      </>
    );
  return (
    <div className="flows-advice" lang={language}>
      <p>
        <strong>{now[language]}</strong>
      </p>
      <p>{why[language]}</p>
      {list(t('steps'), steps)}
      {list(t('watchFor'), watchFor)}
    </div>
  );
}
