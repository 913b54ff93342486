import type { AdviceView, BilingualText } from '../../../contracts/index.js';
import { ReadAloud } from '../parts/read-aloud.js';
import { outcomeTexts } from '../texts/outcome.js';
import { useTexts } from '../widget.js';

interface AdviceHeadProps {
  result: AdviceView;
  /** It comes after something else: what must have happened before it holds, or nothing. */
  then?: string;
}

/** What to do now, large, and why, in a sentence each. */
export function AdviceHead({ result, then }: AdviceHeadProps) {
  const { t, text } = useTexts(outcomeTexts);
  return (
    <>
      {then === undefined ? (
        <h1 className="now" tabIndex={-1} data-focus>
          {text(result.now)}
        </h1>
      ) : (
        <h2 className="subtitle">
          {then && <span className="quiet">{then} </span>}
          {text(result.now)}
        </h2>
      )}
      <p>
        <strong>{t('why')}:</strong> {text(result.why)}
      </p>
      {result.draft && <p className="notice notice-quiet">{t('draft')}</p>}
    </>
  );
}

/** Reads the advice: what to do now and why, the steps, and what to watch for. */
export function AdviceAloud({ now, why, steps, watchFor }: AdviceView) {
  const { t, text } = useTexts(outcomeTexts);
  const lists = [
    ...(steps.length > 0 ? [t('steps'), ...steps.map(text)] : []),
    ...(watchFor.length > 0 ? [t('watchFor'), ...watchFor.map(text)] : []),
  ];
  return (
    <p>
      <ReadAloud text={[text(now), text(why), ...lists].join('\n')} />
    </p>
  );
}

/** Steps to follow and what to watch for; each only if there is any. */
export function AdviceLists(props: {
  steps: BilingualText[];
  watchFor: BilingualText[];
  stepsTitle?: string;
}) {
  const { t } = useTexts(outcomeTexts);
  return (
    <>
      <AdviceList title={props.stepsTitle ?? t('steps')} texts={props.steps} />
      <AdviceList title={t('watchFor')} texts={props.watchFor} className="watch-for" />
    </>
  );
}

function AdviceList(props: { title: string; texts: BilingualText[]; className?: string }) {
  const { text } = useTexts(outcomeTexts);
  if (props.texts.length === 0) return null;
  return (
    <section className={`advice ${props.className ?? ''}`}>
      <h2 className="subtitle">{props.title}</h2>
      <ul>
        {props.texts.map((one) => (
          <li key={one.sv}>{text(one)}</li>
        ))}
      </ul>
    </section>
  );
}
