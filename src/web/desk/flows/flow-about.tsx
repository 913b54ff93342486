import type { BilingualText, FlowPage } from '../../../contracts/index.js';
import { useFlowTexts } from './texts.js';
import { type ReadIn, Say } from './words.js';

/** For whom the flow is, what leads to it, what it rests on, and what its writer was unsure of. */
export function FlowAbout({ page, readIn }: { page: FlowPage; readIn: ReadIn }) {
  const texts = useFlowTexts();
  const { t } = texts;
  const { words, longest, median, chapter, shown } = page;
  const number = new Intl.NumberFormat(texts.language === 'sv' ? 'sv-SE' : 'en-GB');
  const leading = readIn === 'both' ? (['sv', 'en'] as const) : [readIn];
  return (
    <section className="flows-card" aria-labelledby="about-title">
      <h2 id="about-title">{t('aboutFlow')}</h2>
      <p>
        <Say of={words.line} readIn={readIn} />
      </p>
      <dl className="flows-facts">
        <dt>{t('forWhom')}</dt>
        <dd>
          <Say of={words.patients} readIn={readIn} />
        </dd>
        <dt>{t('length')}</dt>
        <dd>
          {median === null
            ? t('lengthText', { longest })
            : t('lengthMedian', { longest, median: number.format(median) })}
        </dd>
        <dt>{t('ownWords')}</dt>
        {leading.map((language) => (
          <dd key={language} lang={language}>
            {words.words[language].join(', ')}
          </dd>
        ))}
        <dt>{t('code')}</dt>
        <dd>
          {words.icd10se} · {texts.chapter(chapter)} · {words.id}
        </dd>
        <dt>{t('contentCode')}</dt>
        <dd className="flows-hash">{shown.hash}</dd>
      </dl>
      <h3>{t('sources')}</h3>
      <Lines of={words.sources} />
      <h3>{t('doubts')}</h3>
      <Doubts of={words.doubts} readIn={readIn} />
    </section>
  );
}

function Doubts({ of, readIn }: { of: readonly BilingualText[]; readIn: ReadIn }) {
  const { t } = useFlowTexts();
  if (of.length === 0) return <p className="quiet">{t('none')}</p>;
  return (
    <ul>
      {of.map((doubt) => (
        <li key={doubt.en}>
          <Say of={doubt} readIn={readIn} />
        </li>
      ))}
    </ul>
  );
}

function Lines({ of }: { of: readonly string[] }) {
  const { t } = useFlowTexts();
  if (of.length === 0) return <p className="quiet">{t('none')}</p>;
  return (
    <ul>
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
