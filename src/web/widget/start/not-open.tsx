import { useEffect, useRef } from 'react';
import type { RegionView } from '../../../contracts/index.js';
import { late } from '../../ui/late.js';
import { focusOn } from '../frame.js';
import { SafePart } from '../parts/bits.js';
import { notOpenTexts } from '../texts/not-open.js';
import { useSession, useTexts, useWidget } from '../widget.js';

const OngoingCases = late(() => import('./my-cases.js').then((module) => module.OngoingCases));

/** Where no case can be begun: how to get care instead. */
export function NotOpen({ region }: { region: RegionView }) {
  const { t } = useTexts(notOpenTexts);
  const { store, acted } = useWidget();
  const { status } = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  /** What was written before we knew. */
  const words = store.get<string>('draft.start');
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, in the place of the field that was written in
  useEffect(() => {
    if (acted()) focusOn(heading.current);
  }, []);
  const number = (phone: string) => <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>;
  return (
    <div className="view stack">
      <div className="card stack">
        <h1 ref={heading} className="title" tabIndex={-1} data-focus>
          {t('title')}
        </h1>
        <p>{t('why')}</p>
        <p>
          {t('emergency')}: {number('112')}
        </p>
        <p>
          {t('advice')}: {number(region.hotlinePhone)}
        </p>
        {region.unit && region.unitPhone && (
          <p>
            {region.unit.name}: {number(region.unitPhone)}
          </p>
        )}
      </div>
      {words && (
        <section className="card stack" aria-labelledby="not-sent">
          <h2 className="subtitle" id="not-sent">
            {t('notSent')}
          </h2>
          <p className="written">{words}</p>
        </section>
      )}
      {status === 'open' && (
        <SafePart optional>
          <OngoingCases />
        </SafePart>
      )}
    </div>
  );
}
