import type { BilingualText, ConditionWords, Language } from '../../../contracts/index.js';
import { useFlowTexts } from './texts.js';

/** In which languages the flow's own words are read. */
export type ReadIn = Language | 'both';

/** A text of the flow, marked with its language so that it is read aloud right. */
export function Say({ of, readIn }: { of: BilingualText; readIn: ReadIn }) {
  if (readIn !== 'both') return <span lang={readIn}>{of[readIn]}</span>;
  return (
    <>
      <span lang="sv">{of.sv}</span>
      <span lang="en" className="quiet flows-line">
        {of.en}
      </span>
    </>
  );
}

/** A condition: one line, or a list of which all, at least one, or none holds. */
export function Condition({ of, readIn }: { of: ConditionWords; readIn: ReadIn }) {
  const { t } = useFlowTexts();
  if ('text' in of) return <Say of={of.text} readIn={readIn} />;
  const [head, parts] =
    'all' in of ? [t('allOf'), of.all] : 'any' in of ? [t('anyOf'), of.any] : [t('not'), [of.not]];
  return (
    <>
      {head}:
      <ul className="flows-conditions">
        {parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a condition never change place
          <li key={at}>
            <Condition of={part} readIn={readIn} />
          </li>
        ))}
      </ul>
    </>
  );
}
